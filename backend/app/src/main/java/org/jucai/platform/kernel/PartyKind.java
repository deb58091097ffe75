package org.jucai.platform.kernel;

/** What a party is in the trade. */
public enum PartyKind {
    ASSOCIATION, ENTERPRISE, SUPPLIER, FINANCE_GROUP, BANK, WAREHOUSE, LABORATORY, SUPERVISOR, REGULATOR, AUDITOR, PLATFORM
}
