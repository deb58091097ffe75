package org.jucai.platform.formulas.clause;

/** Why a formula, or what it is asked about, cannot be taken as it stands. */
public enum FormulaFault {
    MISSING,
    /** Nobody asks for this member. */
    UNKNOWN,
    WRONG_TYPE,
    /** Not within what is possible, or none of the words that are. */
    OUT_OF_RANGE,
    /** No such day of the year. */
    NO_SUCH_DAY,
    /** The lowest base price is above the highest. */
    PRICES_REVERSED,
    /** A dry tonne is one whose moisture is deducted whole, a wet one is not. */
    TONNE_CONTRADICTS_MOISTURE,
    LIMIT_MISSING,
    /** Where moisture is not looked at, or deducted whole, there is no limit. */
    LIMIT_UNUSED,
    SEASONS_OVERLAP,
    PROPERTY_TWICE,
    ROUNDING_MISSING,
    ROUNDING_UNUSED,
    /** Between bands, before the first or after the last there are readings for which nothing is said. */
    GAP,
    /** A reading lies in two bands. */
    OVERLAP,
    /** A band without readings. */
    EMPTY_BAND,
    /** Beyond what can be measured. */
    END_BEYOND_MEASURE,
    /** Nothing, unpaid and refused go with no other effect. */
    EFFECT_NOT_ALONE,
    /** Two effects of a band change the same thing. */
    EFFECT_TWICE,
    /** A refusal within the terms of a concession. */
    CONCESSION_REFUSES,
    /** The distance from the reference would shrink and grow within the band. */
    REFERENCE_INSIDE_BAND,
    /** Mass and amount are taken off, never added. */
    ONLY_TAKEN_OFF,
    /** A cap on the wrong side of what it caps. */
    CAP_WRONG,
    /** Worse goods would be paid better. */
    NOT_MONOTONE,
    /** Nothing ends how much is added. */
    UNBOUNDED,
    /** Without averaging nothing is cut off. */
    CUT_OFF_UNUSED,
    CUT_OFF_TWICE,
    /** No clause says in which direction it is worse. */
    CUT_OFF_WITHOUT_CLAUSE,
    /** The base price is not among those that the formula is made for. */
    PRICE_OUTSIDE_FORMULA,
    LOT_TWICE,
    READING_TWICE,
    READING_MISSING,
    GUARANTEE_TWICE,
    GUARANTEE_MISSING,
    /** The mass of the contract without the mass delivered, or the other way round. */
    TOTALS_INCOMPLETE
}
