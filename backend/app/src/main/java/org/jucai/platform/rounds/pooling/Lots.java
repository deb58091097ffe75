package org.jucai.platform.rounds.pooling;

import java.util.Comparator;
import java.util.List;
import org.jucai.platform.kernel.Kilograms;

/** Makes lots of lines that were put together. */
final class Lots {

    static final Comparator<PoolLine> BY_ID = Comparator.comparing(line -> line.id().toString());

    /** Goods, then first day, then first line: the order in which lots are listed. */
    static final Comparator<Lot> ORDER = Comparator.comparing(Lot::grade)
            .thenComparing(Lot::size)
            .thenComparing(Lot::packing)
            .thenComparing(Lot::zone)
            .thenComparing(lot -> lot.window().from())
            .thenComparing(lot -> lot.lineIds().getFirst().toString());

    private Lots() {}

    static Lot of(String grade, List<PoolLine> together, PoolRules rules) {
        List<PoolLine> lines = together.stream().sorted(BY_ID).toList();
        PoolLine first = lines.getFirst();
        Window window = lines.stream().map(PoolLine::window).reduce(Window::common).orElseThrow();
        return new Lot(grade, first.size(), first.packing(), first.zone(), window,
                lines.stream().map(PoolLine::id).toList(),
                Grouping.sum(lines.stream().map(PoolLine::minimum).toList()),
                Grouping.sum(lines.stream().map(PoolLine::target).toList()),
                Grouping.sum(lines.stream().map(PoolLine::maximum).toList()),
                rules.viable(grade));
    }
}
