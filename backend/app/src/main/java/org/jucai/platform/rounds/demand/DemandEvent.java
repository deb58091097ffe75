package org.jucai.platform.rounds.demand;

import java.util.List;

/**
 * What happened to a demand line. Each carries the line as it is afterwards and what it moves in the pool; the event's
 * name is {@link What}'s.
 */
public record DemandEvent(What what, DemandLine line, List<PoolMove> moves) {

    /** The kinds of event. */
    public enum What { LINE_SUBMITTED, LINE_ENTERED, LINE_CHANGED, LINE_CONFIRMED, LINE_WITHDRAWN, LINE_REJECTED, LINE_COMMITTED, LINE_POOLED, LINE_LAPSED,
        LINE_ALLOCATED }

    public DemandEvent {
        moves = List.copyOf(moves);
    }

    /** The name in the journal, e.g. {@code LineSubmitted}. */
    public String type() {
        StringBuilder name = new StringBuilder();
        for (String word : what.name().split("_", -1)) name.append(word.charAt(0)).append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
        return name.toString();
    }
}
