package org.jucai.platform.rounds.workbook;

/** What a person should know of a row although it does not change its status. */
public enum Warning {
    DITTO, FORMULA_VALUE, FORMULA_TEXT, UNIT_IN_CELL, YEAR_INFERRED, PRICE_TEXT,
    /** No unit is named anywhere: tonnes were assumed. */
    UNIT_ASSUMED,
    /** The name is not the one the member is registered under. */
    NAME_DIFFERS,
    /** The number names no member; the credit code did. */
    UNKNOWN_ID,
    /** No place is named: the member has only one. */
    PLACE_ASSUMED,
    /** The enterprise stands in the title, the sheet's name or is the one that uploads. */
    ENTERPRISE_FROM_CONTEXT,
    /** The row is hidden or filtered away in the program. */
    HIDDEN_ROW,
    /** Delivery ends before today though the round's period does not. */
    PAST_DATE,
    /** A text was longer than is kept. */
    TEXT_CUT,
    /** An earlier import made a line of the same content in this round. */
    ALREADY_ENTERED
}
