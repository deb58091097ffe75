package org.jucai.platform.award.checking;

/** Why a document cannot be read. */
public enum Fault {
    NOT_JSON,
    NOT_AN_OBJECT,
    NOT_A_LIST,
    NOT_TEXT,
    NOT_TRUE_OR_FALSE,
    NOT_A_WHOLE_NUMBER,
    OUT_OF_RANGE,
    NOT_AN_ID,
    NOT_ONE_OF,
    MISSING,
    UNKNOWN_NAME,
    TOO_MANY,
    TOO_FEW,
    TOO_DEEP,
    TOO_LONG,
    WRONG_FORMAT,
    NOT_ASCENDING,
    NO_SUCH_LOT,
    NO_SUCH_SUPPLIER,
    WRONG_SUM,
    FIRST_NOT_ZERO,
    WRONG_NUMBER_OF_PRICES,
    NOT_A_NODE
}
