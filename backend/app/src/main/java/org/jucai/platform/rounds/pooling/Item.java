package org.jucai.platform.rounds.pooling;

import java.util.Comparator;
import java.util.List;

/**
 * What the search moves: a line, or lines that must stay together.
 *
 * @param name breaks ties, so that the order of input does not
 * @param options where it may go, best first
 * @param from first day, as an epoch day
 * @param to last day, as an epoch day
 * @param rankIfLeft highest rank at which it may stand in a lot below viable
 */
record Item(String name, List<Option> options, int from, int to, long mass, int rankIfLeft) {

    /** Heaviest first, then by name: the canonical order of a block. */
    static final Comparator<Item> CANONICAL =
            Comparator.comparingLong(Item::mass).reversed().thenComparing(Item::name);

    /** One place an item may go: a market (goods that may form a lot) and how well the member likes it. */
    record Option(Market market, int rank) {}

    /**
     * Goods that one lot may be formed of: a grade, or a grade in one standing lot. {@code name} orders markets;
     * {@code viable} is the threshold in kilograms.
     */
    record Market(String name, String grade, long viable) {

        static Market of(String grade, PoolRules rules) {
            return new Market(grade, grade, rules.viable(grade).kg());
        }

        /** The same grade, in a lot that stands already. */
        Market standing(int lot) {
            return new Market(grade + '\n' + lot, grade, viable);
        }
    }

    static Item of(PoolLine line, PoolRules rules) {
        List<Option> options = line.acceptedGrades().stream()
                .map(grade -> new Option(Market.of(grade, rules), line.rankOf(grade)))
                .toList();
        return of(line, options, switch (rules.priority()) {
            case FEWER_LOTS -> Integer.MAX_VALUE;
            case PREFERENCE -> 0;
        });
    }

    static Item of(PoolLine line, List<Option> options, int rankIfLeft) {
        Window window = line.window();
        return new Item(line.id().toString(), options, day(window.from()), day(window.to()), line.target().kg(), rankIfLeft);
    }

    static int day(java.time.LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
