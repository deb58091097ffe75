package org.jucai.platform.rounds.workbook;

/** What a row is that carries no demand. */
public enum NotDataKind {
    TITLE, HEADER, BLANK, SUBTOTAL, NOTE
}
