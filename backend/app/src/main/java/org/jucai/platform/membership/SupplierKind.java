package org.jucai.platform.membership;

/** What a supplier is: kiln (窑厂), trader (贸易商), mine (矿山), importer (进口商). */
public enum SupplierKind { KILN, TRADER, MINE, IMPORTER }
