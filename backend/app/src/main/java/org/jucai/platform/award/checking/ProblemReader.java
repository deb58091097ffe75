package org.jucai.platform.award.checking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads an award problem and holds it to its format: whatever it lets through, everything else may rely on. */
final class ProblemReader {

    static final String FORMAT = "jucai-award-problem/1";
    static final int MOST = 2_000;
    static final long MOST_KG = 100_000_000_000L;
    private static final long MOST_FEN_PER_TONNE = 100_000_000L;
    private static final long MOST_TRUCK_FEN = 1_000_000_000L;
    private static final long MOST_GRID_KG = 1_000_000L;
    private static final long MILLION = 1_000_000L;
    static final int MOST_TIERS = 20;
    private static final int MOST_BUNDLES = 200;
    private static final int MOST_ATTRIBUTES = 40;

    private final Field document;
    private final Map<String, Integer> lots = new HashMap<>();
    private final List<Problem.Bid> bids = new ArrayList<>();

    private ProblemReader(Field document) {
        this.document = document.object(Set.of("format", "round", "gridKg", "lots", "suppliers", "rules"), Set.of());
    }

    static Problem read(Field document) {
        return new ProblemReader(document).problem();
    }

    private Problem problem() {
        document.get("format").format(FORMAT);
        document.get("round").id();
        long grid = document.get("gridKg").whole(1, MOST_GRID_KG);
        List<Problem.Lot> read = document.get("lots").items(1, MOST).stream().map(ProblemReader::lot).toList();
        document.get("lots").ascending(read.stream().map(Problem.Lot::id).toList());
        for (Problem.Lot lot : read) lots.put(lot.id(), lots.size());
        List<Problem.Supplier> suppliers = new ArrayList<>();
        for (Field each : document.get("suppliers").items(0, MOST)) suppliers.add(supplier(each, suppliers.size()));
        document.get("suppliers").ascending(suppliers.stream().map(Problem.Supplier::id).toList());
        List<Rule> rules = new RuleReader(lots, suppliers).read(document.get("rules"));
        return new Problem(Canonical.sha256(document), grid, read, List.copyOf(suppliers), List.copyOf(bids), rules);
    }

    private static Problem.Lot lot(Field field) {
        field.object(Set.of("id", "minimumKg", "targetKg", "maximumKg", "mustBeServed", "outsideFenPerTonne"), Set.of("lines"));
        Problem.Lot lot = new Problem.Lot(field.get("id").id(), kg(field, "minimumKg"), kg(field, "targetKg"), kg(field, "maximumKg"),
                field.get("mustBeServed").flag(), price(field.get("outsideFenPerTonne")));
        field.maybe("lines").ifPresent(lines -> lines(lines, lot));
        return lot;
    }

    private static void lines(Field field, Problem.Lot lot) {
        List<String> ids = new ArrayList<>();
        long[] sums = new long[3];
        for (Field line : field.items(0, MOST)) {
            line.object(Set.of("id", "minimumKg", "targetKg", "maximumKg"), Set.of());
            ids.add(line.get("id").id());
            sums[0] += kg(line, "minimumKg");
            sums[1] += kg(line, "targetKg");
            sums[2] += kg(line, "maximumKg");
        }
        field.ascending(ids);
        boolean right = sums[0] == lot.minimumKg() && sums[1] == lot.targetKg() && sums[2] == lot.maximumKg();
        if (!right) throw field.unreadable(Fault.WRONG_SUM, lot.id());
    }

    private Problem.Supplier supplier(Field field, int place) {
        field.object(Set.of("id", "small", "minimumKg", "capacityKg", "totalTiersFromKg", "bids", "bundles"), Set.of("group"));
        String id = field.get("id").id();
        String group = field.maybe("group").map(Field::id).orElse(id);
        List<Long> tiers = field.get("totalTiersFromKg").items(1, MOST_TIERS).stream().map(each -> each.whole(0, MOST_KG)).toList();
        rising(field.get("totalTiersFromKg"), tiers);
        List<Integer> own = new ArrayList<>();
        List<String> order = new ArrayList<>();
        for (Field each : field.get("bids").items(0, MOST)) {
            Problem.Bid bid = bid(each, place, tiers.size());
            own.add(bids.size());
            order.add(each.get("lot").id());
            bids.add(bid);
        }
        field.get("bids").ascending(order);
        List<List<Integer>> bundles = field.get("bundles").items(0, MOST_BUNDLES).stream().map(this::bundle).toList();
        return new Problem.Supplier(id, group, field.get("small").flag(), kg(field, "minimumKg"), kg(field, "capacityKg"), tiers, own, bundles);
    }

    private List<Integer> bundle(Field field) {
        List<Field> items = field.items(2, MOST_BUNDLES);
        field.ascending(items.stream().map(Field::id).toList());
        return items.stream().map(this::place).toList();
    }

    private Problem.Bid bid(Field field, int supplier, int tiers) {
        field.object(Set.of("lot", "minimumKg", "capacityKg", "ladder", "steps", "freightFenPerTonne"), Set.of("truck", "attributesPpm"));
        List<Problem.Step> steps = field.get("steps").items(1, MOST_TIERS).stream().map(each -> step(each, tiers)).toList();
        rising(field.get("steps"), steps.stream().map(Problem.Step::fromKg).toList());
        boolean incremental = field.get("ladder").oneOf(Ladder.class) == Ladder.INCREMENTAL;
        return new Problem.Bid(supplier, place(field.get("lot")), kg(field, "minimumKg"), kg(field, "capacityKg"), incremental, steps,
                price(field.get("freightFenPerTonne")), truck(field), attributes(field));
    }

    private enum Ladder { ALL_UNITS, INCREMENTAL }

    private int place(Field field) {
        Integer place = lots.get(field.id());
        if (place == null) throw field.unreadable(Fault.NO_SUCH_LOT, field.id());
        return place;
    }

    private static Problem.Step step(Field field, int tiers) {
        field.object(Set.of("fromKg", "fenPerTonne"), Set.of());
        List<Long> prices = field.get("fenPerTonne").items(1, MOST_TIERS).stream().map(ProblemReader::price).toList();
        if (prices.size() != tiers) throw field.get("fenPerTonne").unreadable(Fault.WRONG_NUMBER_OF_PRICES, prices.size());
        return new Problem.Step(kg(field, "fromKg"), prices);
    }

    private static Problem.@Nullable Truck truck(Field bid) {
        if (!bid.has("truck")) return null;
        Field field = bid.get("truck").object(Set.of("kg", "fen"), Set.of());
        return new Problem.Truck(field.get("kg").whole(1, MOST_GRID_KG), field.get("fen").whole(0, MOST_TRUCK_FEN));
    }

    private static Map<String, Long> attributes(Field bid) {
        Map<String, Long> attributes = new TreeMap<>();
        if (!bid.has("attributesPpm")) return attributes;
        Field field = bid.get("attributesPpm");
        for (Map.Entry<String, Field> each : field.members()) {
            attributes.put(RuleReader.id(field, each.getKey()), each.getValue().whole(0, MILLION));
        }
        if (attributes.size() > MOST_ATTRIBUTES) throw field.unreadable(Fault.TOO_MANY, attributes.size());
        return attributes;
    }

    private static void rising(Field field, List<Long> froms) {
        if (froms.getFirst() != 0) throw field.unreadable(Fault.FIRST_NOT_ZERO, froms.getFirst());
        for (int i = 1; i < froms.size(); i++) {
            if (froms.get(i - 1) >= froms.get(i)) throw field.unreadable(Fault.NOT_ASCENDING, froms.get(i));
        }
    }

    private static long kg(Field field, String name) {
        return field.get(name).whole(0, MOST_KG);
    }

    private static long price(Field field) {
        return field.whole(0, MOST_FEN_PER_TONNE);
    }
}
