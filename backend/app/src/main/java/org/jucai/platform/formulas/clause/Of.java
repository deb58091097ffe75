package org.jucai.platform.formulas.clause;

/** What an effect changes, and in which unit its figures are. */
public enum Of {
    /** The price, in fen for a tonne. */
    FEN_PER_TONNE,
    /** The price, in parts per million of the base price. */
    PRICE_PPM,
    /** The mass that is paid, in parts per million of it. */
    MASS_PPM,
    /** The amount, in fen for each settlement whatever its mass. */
    AMOUNT_FEN
}
