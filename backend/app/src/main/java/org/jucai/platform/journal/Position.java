package org.jucai.platform.journal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in the feed. Ordered by transaction, then sequence; written as {@code tx.seq}. */
public record Position(long tx, long seq) implements Comparable<Position> {

    public static final Position START = new Position(0, 0);
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,18})");

    public static Optional<Position> read(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        return matcher.matches()
                ? Optional.of(new Position(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public int compareTo(Position other) {
        return tx == other.tx ? Long.compare(seq, other.seq) : Long.compare(tx, other.tx);
    }

    @Override
    public String toString() {
        return tx + "." + seq;
    }
}
