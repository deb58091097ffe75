package org.jucai.platform.rounds.pooling;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.rounds.pooling.Blocks.Parcel;
import org.jucai.platform.rounds.pooling.Blocks.Shelf;
import org.jucai.platform.rounds.pooling.Item.Market;
import org.jucai.platform.rounds.pooling.Item.Option;

/**
 * The problem of a re-opened round: each viable lot stands as one item that goes nowhere else; all other lines are free to
 * join one or to form new lots.
 *
 * @param kept lines of the lots that stand
 */
record Refill(List<Parcel> parcels, Set<UUID> kept) {

    static Refill of(List<Lot> lots, List<PoolLine> before, List<PoolLine> now, PoolRules rules) {
        Map<UUID, PoolLine> byId = now.stream().collect(Collectors.toMap(PoolLine::id, Function.identity()));
        for (PoolLine line : before) requireAddition(line, byId.get(line.id()));
        List<Parcel> parcels = new ArrayList<>();
        Set<UUID> kept = new HashSet<>();
        for (int lot = 0; lot < lots.size(); lot++) {
            if (!lots.get(lot).isViable()) continue;
            parcels.add(standing(lot, lots.get(lot), byId, rules));
            kept.addAll(lots.get(lot).lineIds());
        }
        Map<UUID, String> leftAt = leftAt(lots);
        now.stream().filter(line -> !kept.contains(line.id())).forEach(line ->
                parcels.add(Parcel.of(line, free(line, leftAt, lots, rules))));
        return new Refill(List.copyOf(parcels), Set.copyOf(kept));
    }

    private static Parcel standing(int index, Lot lot, Map<UUID, PoolLine> byId, PoolRules rules) {
        List<PoolLine> lines = lot.lineIds().stream().map(id -> lineOf(byId, id)).toList();
        Kilograms mass = Grouping.sum(lines.stream().map(PoolLine::target).toList());
        Option only = new Option(Market.of(lot.grade(), rules).standing(index), 0);
        Item item = new Item("lot " + lot.lineIds().getFirst(), List.of(only),
                Item.day(lot.window().from()), Item.day(lot.window().to()), mass.kg(), 0);
        return new Parcel(Shelf.of(lines.getFirst()), item, lines);
    }

    private static Item free(PoolLine line, Map<UUID, String> leftAt, List<Lot> lots, PoolRules rules) {
        List<Option> options = line.acceptedGrades().stream()
                .flatMap(grade -> markets(line, grade, lots, rules).stream().map(market -> new Option(market, line.rankOf(grade))))
                .toList();
        String grade = leftAt.get(line.id());
        int usual = Item.of(line, rules).rankIfLeft();
        return Item.of(line, options, grade == null ? usual : line.rankOf(grade));
    }

    private static List<Market> markets(PoolLine line, String grade, List<Lot> lots, PoolRules rules) {
        Market open = Market.of(grade, rules);
        List<Market> markets = new ArrayList<>(List.of(open));
        IntStream.range(0, lots.size()).filter(index -> {
            Lot lot = lots.get(index);
            boolean agrees = lot.grade().equals(grade) && new Shelf(lot.size(), lot.packing(), lot.zone()).equals(Shelf.of(line));
            return agrees && lot.isViable() && lot.window().meets(line.window());
        }).forEach(index -> markets.add(open.standing(index)));
        return markets;
    }

    private static Map<UUID, String> leftAt(List<Lot> lots) {
        return lots.stream().filter(lot -> !lot.isViable())
                .flatMap(lot -> lot.lineIds().stream().map(id -> Map.entry(id, lot.grade())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static PoolLine lineOf(Map<UUID, PoolLine> byId, UUID id) {
        PoolLine line = byId.get(id);
        if (line == null) throw new IllegalArgumentException("line " + id + " of a lot is missing");
        return line;
    }

    private static void requireAddition(PoolLine before, @org.jspecify.annotations.Nullable PoolLine now) {
        if (now == null) throw new IllegalArgumentException("line " + before.id() + " was taken away; only additions are");
        boolean same = new PoolLine(before.id(), before.enterpriseId(), before.acceptedGrades(), before.size(), before.packing(),
                before.zone(), before.window(), now.minimum(), now.target(), now.maximum()).equals(now);
        boolean less = now.minimum().compareTo(before.minimum()) < 0
                || now.target().compareTo(before.target()) < 0
                || now.maximum().compareTo(before.maximum()) < 0;
        if (!same || less) throw new IllegalArgumentException("line " + before.id() + " was changed; only its masses may rise");
    }
}
