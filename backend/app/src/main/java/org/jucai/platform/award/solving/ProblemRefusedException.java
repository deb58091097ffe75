package org.jucai.platform.award.solving;

/** A document that is no award problem: what is wrong and where (a path such as {@code lots[3].targetKg}). */
public final class ProblemRefusedException extends RuntimeException {

    /** What can be wrong with a document. */
    public enum Reason {
        NOT_JSON,
        TOO_LONG,
        WRONG_FORMAT,
        UNKNOWN_FIELD,
        FIELD_MISSING,
        WRONG_TYPE,
        OUT_OF_BOUNDS,
        /** Things with an id, bids and the lots of a bundle stand in ascending order, each once. */
        NOT_ASCENDING,
        UNKNOWN_LOT,
        UNKNOWN_SUPPLIER,
        /** Thresholds begin at 0 and rise strictly. */
        THRESHOLDS_NOT_RISING,
        /** A step has one price for each total tier. */
        PRICES_DO_NOT_MATCH_TIERS,
        CAPACITY_BELOW_MINIMUM,
        /** Minimum, target and maximum are in this order. */
        MASSES_OUT_OF_ORDER,
        LINES_DO_NOT_ADD_UP,
        /** The round is worth more than can be written exactly in milli-fen. */
        ROUND_TOO_DEAR
    }

    private static final long serialVersionUID = 1;
    private final Reason reason;
    private final String where;

    ProblemRefusedException(Reason reason, String where) {
        super(reason + " at " + where);
        this.reason = reason;
        this.where = where;
    }

    public Reason reason() {
        return reason;
    }

    public String where() {
        return where;
    }
}
