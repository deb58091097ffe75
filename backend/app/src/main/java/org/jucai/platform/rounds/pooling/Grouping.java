package org.jucai.platform.rounds.pooling;

import java.util.List;
import org.jucai.platform.kernel.Kilograms;

/**
 * All lots of a round, the reason for each line's place (ascending by the text of the line's id), and how good it is.
 */
public record Grouping(List<Lot> lots, List<Placement> placements, List<BlockProof> blocks) {

    public Grouping {
        lots = List.copyOf(lots);
        placements = List.copyOf(placements);
        blocks = List.copyOf(blocks);
    }

    /** Target mass of the lines in lots below viable: what pooling makes smallest. */
    public Kilograms leftover() {
        return sum(lots.stream().filter(lot -> !lot.isViable()).map(Lot::target).toList());
    }

    /** No grouping leaves less than this. */
    public Kilograms bound() {
        return sum(blocks.stream().map(BlockProof::bound).toList());
    }

    static Kilograms sum(List<Kilograms> masses) {
        return masses.stream().reduce(Kilograms.ZERO, Kilograms::plus);
    }
}
