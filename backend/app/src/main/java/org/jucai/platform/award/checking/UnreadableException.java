package org.jucai.platform.award.checking;

/** A document is not what its format says. Nothing is checked then. */
public final class UnreadableException extends RuntimeException {

    private final Fault fault;
    private final String at;
    private final String found;

    UnreadableException(Fault fault, String at, String found) {
        super(fault + " at " + at + ": " + found);
        this.fault = fault;
        this.at = at;
        this.found = found;
    }

    public Fault fault() {
        return fault;
    }

    /** Where, as document and path: {@code problem/lots/3/id}. */
    public String at() {
        return at;
    }

    /** What is there or what is meant, in few characters. */
    public String found() {
        return found;
    }
}
