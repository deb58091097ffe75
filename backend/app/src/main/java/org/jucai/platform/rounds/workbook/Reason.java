package org.jucai.platform.rounds.workbook;

/** Why a row is not simply accepted. The first fifteen or so are the codes of the published reading rules. */
public enum Reason {
    AMBIGUOUS_DATE, AMBIGUOUS_GRADE, AMBIGUOUS_PRICE, AMBIGUOUS_QUANTITY, BAD_DATE, BAD_USCC, CELL_ERROR, DATE_ORDER, DATE_RANGE,
    DUPLICATE, DUPLICATE_CONFLICT, ENTERPRISE_BY_NAME, ENTERPRISE_MISMATCH, MISSING_FIELD, PRICE_RANGE, QUANTITY_ORDER,
    QUANTITY_PRECISION, QUANTITY_RANGE, UNKNOWN_ENTERPRISE, UNKNOWN_GRADE, UNKNOWN_PAYMENT,
    /** The delivery place is none of the member's. */
    UNKNOWN_PLACE,
    /** A member uploads, the row names another. */
    FOREIGN_ENTERPRISE
}
