package org.jucai.platform.rounds.pooling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.rounds.pooling.Blocks.Shelf;
import org.jucai.platform.rounds.pooling.Placement.Reason;

/** Says for each line why it is where it is; see {@link Reason} for what each reason claims. */
final class Reasons {

    /** What a lot is made of. */
    private record Goods(String grade, Shelf shelf) {}

    private final List<Lot> lots;
    private final Set<UUID> kept;
    private final PoolRules rules;
    private final Map<Goods, FirstChoices> wanted = new HashMap<>();
    private final Map<Goods, List<Lot>> sameGoods = new HashMap<>();

    Reasons(List<PoolLine> lines, List<Lot> lots, Set<UUID> kept, PoolRules rules) {
        this.lots = lots;
        this.kept = kept;
        this.rules = rules;
        Map<Goods, List<PoolLine>> byFirst = new HashMap<>();
        for (PoolLine line : lines) byFirst.computeIfAbsent(firstChoice(line), _ -> new ArrayList<>()).add(line);
        byFirst.forEach((goods, asking) -> wanted.put(goods, new FirstChoices(asking)));
        for (Lot lot : lots) {
            Goods goods = new Goods(lot.grade(), new Shelf(lot.size(), lot.packing(), lot.zone()));
            sameGoods.computeIfAbsent(goods, _ -> new ArrayList<>()).add(lot);
        }
    }

    Placement of(PoolLine line, int index) {
        Lot lot = lots.get(index);
        int rank = line.rankOf(lot.grade());
        if (kept.contains(line.id())) return because(line, index, rank, Reason.KEPT, 0);
        if (lot.lineIds().size() == 1 && !lot.isViable()) {
            return because(line, index, rank, Reason.ALONE, lot.shortBy().kg());
        }
        if (rank > 0) return moved(line, index, rank);
        boolean apart = sameGoods.getOrDefault(firstChoice(line), List.of()).stream()
                .anyMatch(other -> other.target().compareTo(lot.target()) > 0 && !other.window().meets(line.window()));
        return because(line, index, rank, apart ? Reason.WINDOW_DECIDED : Reason.FIRST_CHOICE, 0);
    }

    private Placement moved(PoolLine line, int index, int rank) {
        Lot lot = lots.get(index);
        FirstChoices asking = wanted.get(firstChoice(line));
        long mass = asking == null ? 0 : asking.mostWith(line);
        long lacks = rules.viable(line.firstChoice()).kg() - mass;
        if (lacks > 0) return because(line, index, rank, Reason.FIRST_CHOICE_TOO_SMALL, lacks);
        long without = lot.viable().kg() - (lot.target().kg() - line.target().kg());
        if (lot.isViable() && without > 0) return because(line, index, rank, Reason.NEEDED_TO_FILL, without);
        return because(line, index, rank, Reason.FEWER_LOTS, 0);
    }

    private static Goods firstChoice(PoolLine line) {
        return new Goods(line.firstChoice(), Shelf.of(line));
    }

    private static Placement because(PoolLine line, int lot, int rank, Reason reason, long kg) {
        return new Placement(line.id(), lot, rank, reason, new Kilograms(kg));
    }
}
