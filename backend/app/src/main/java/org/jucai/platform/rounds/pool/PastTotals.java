package org.jucai.platform.rounds.pool;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jucai.platform.rounds.RoundStatus;

/**
 * What past rounds came to, as the public may know it.
 *
 * @param rounds rounds that were frozen
 * @param enterprises members that took part in one whose total may be told
 */
public record PastTotals(int rounds, int enterprises, List<Item> items) {

    public PastTotals {
        items = List.copyOf(items);
    }

    /** Kilograms of all rounds whose total may be told. */
    public long massKg() {
        return items.stream().flatMapToLong(item -> item.massKg().stream()).sum();
    }

    /** @param massKg absent where a total would tell of one member */
    public record Item(UUID roundId, String code, String title, RoundStatus status, Instant frozenAt, OptionalLong massKg, int lots) {}
}
