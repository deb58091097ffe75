package org.jucai.platform.award.settling;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.Kilograms;

/**
 * A lot's lines, as far as an award of it is settled among them.
 *
 * @param lot as offers name it
 * @param zone where all of it is delivered
 * @param lines in the order of ids, whatever the order they come in
 */
public record LotLines(String lot, String zone, List<Line> lines) {

    /**
     * A demand line.
     *
     * @param member whose it is
     * @param cap most it pays for a tonne, delivered, tax and fee included; null: any price
     * @param sources 认可料源 it takes goods from; empty: any
     */
    public record Line(String id, String member, Kilograms minimum, Kilograms target, Kilograms maximum, @Nullable FenPerTonne cap, Set<String> sources,
                       Instant committedAt) {

        public Line {
            sources = Set.copyOf(sources);
        }
    }

    public LotLines {
        lines = lines.stream().sorted(Comparator.comparing(Line::id)).toList();
    }
}
