package org.jucai.platform.kernel;

/** An amount of money in whole fen (1 yuan = 100 fen). May be negative: an adjustment is an amount too. */
public record Fen(long fen) implements Comparable<Fen> {

    public static final Fen ZERO = new Fen(0);

    public Fen plus(Fen other) {
        return new Fen(Math.addExact(fen, other.fen));
    }

    public Fen minus(Fen other) {
        return new Fen(Math.subtractExact(fen, other.fen));
    }

    @Override
    public int compareTo(Fen other) {
        return Long.compare(fen, other.fen);
    }
}
