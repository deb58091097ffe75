package org.jucai.platform.journal;

/** A place in the feed. Ordered by transaction, then sequence; written as {@code tx.seq}. */
public record Position(long tx, long seq) implements Comparable<Position> {

    public static final Position START = new Position(0, 0);

    @Override
    public int compareTo(Position other) {
        return tx == other.tx ? Long.compare(seq, other.seq) : Long.compare(tx, other.tx);
    }

    @Override
    public String toString() {
        return tx + "." + seq;
    }
}
