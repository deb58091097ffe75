package org.jucai.platform.bidding.envelope;

/** Something handed in was not taken: what is wrong, and where in the document (a JSON pointer, RFC 6901). Carries nothing of the content. */
public final class RefusedEnvelopeException extends RuntimeException {

    private final Fault fault;
    private final String where;

    RefusedEnvelopeException(Fault fault, String where) {
        super(where.isEmpty() ? fault.name() : fault + " at " + where);
        this.fault = fault;
        this.where = where;
    }

    public Fault fault() {
        return fault;
    }

    /** JSON pointer; empty for the whole document. */
    public String where() {
        return where;
    }
}
