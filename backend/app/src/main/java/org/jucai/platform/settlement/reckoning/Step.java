package org.jucai.platform.settlement.reckoning;

/** A step of a line's arithmetic, in figures and signs, and what it comes to. @param about which part of the amounts it explains */
public record Step(About about, String arithmetic, long fen) {

    /** What a step is about. */
    public enum About {
        GOODS,
        /** A step of the formula; it comes to nothing by itself. */
        FORMULA,
        QUALITY, MOISTURE,
        /** Less than agreed was delivered in all. */
        SHORTFALL,
        FREIGHT, EQUALISATION, FEE
    }
}
