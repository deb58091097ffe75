package org.jucai.platform.award.checking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the rules of a problem. */
final class RuleReader {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final int BASIS_POINTS = 10_000;
    private static final long MILLION = 1_000_000L;

    private final Map<String, Integer> lots;
    private final Map<String, Integer> suppliers = new HashMap<>();

    RuleReader(Map<String, Integer> lots, List<Problem.Supplier> suppliers) {
        this.lots = lots;
        for (Problem.Supplier supplier : suppliers) this.suppliers.put(supplier.id(), this.suppliers.size());
    }

    List<Rule> read(Field field) {
        List<Rule> rules = new ArrayList<>();
        for (Field each : field.items(0, ProblemReader.MOST)) rules.add(rule(each));
        field.ascending(rules.stream().map(Rule::id).toList());
        return List.copyOf(rules);
    }

    /** An id that is the name of a member. */
    static String id(Field field, String name) {
        if (!ID.matcher(name).matches()) throw field.unreadable(Fault.NOT_AN_ID, name);
        return name;
    }

    private Rule rule(Field field) {
        Rule.Kind kind = field.get("kind").oneOf(Rule.Kind.class);
        String id = field.get("id").id();
        return switch (kind) {
            case MAX_SUPPLIERS -> new Rule.Suppliers(id, true, count(field, Set.of()));
            case MIN_SUPPLIERS -> new Rule.Suppliers(id, false, count(field, Set.of()));
            case MAX_SUPPLIERS_PER_LOT -> new Rule.SuppliersPerLot(id, true, count(field, Set.of("lot")), maybeLot(field));
            case MIN_SUPPLIERS_PER_LOT -> new Rule.SuppliersPerLot(id, false, count(field, Set.of("lot")), maybeLot(field));
            case MAX_SUPPLIER_SHARE -> share(field, id, false);
            case MAX_GROUP_SHARE -> share(field, id, true);
            case MIN_SMALL_SHARE -> new Rule.SmallShare(id, basisPoints(field.object(Set.of("id", "kind", "shareBp"), Set.of())));
            case EXCLUDED_PAIR -> excluded(field, id);
            case QUALITY -> quality(field, id);
        };
    }

    private static int count(Field field, Set<String> optional) {
        return (int) field.object(Set.of("id", "kind", "count"), optional).get("count").whole(0, ProblemReader.MOST);
    }

    private static Rule share(Field field, String id, boolean ofGroup) {
        field.object(Set.of("id", "kind", "shareBp", "of"), Set.of());
        return new Rule.Share(id, ofGroup, basisPoints(field), field.get("of").oneOf(Rule.Of.class));
    }

    private static int basisPoints(Field field) {
        return (int) field.get("shareBp").whole(0, BASIS_POINTS);
    }

    private Rule excluded(Field field, String id) {
        field.object(Set.of("id", "kind", "supplier", "lot"), Set.of());
        Integer supplier = suppliers.get(field.get("supplier").id());
        if (supplier == null) throw field.unreadable(Fault.NO_SUCH_SUPPLIER, field.get("supplier").id());
        return new Rule.ExcludedPair(id, supplier, lot(field.get("lot")));
    }

    private Rule quality(Field field, String id) {
        field.object(Set.of("id", "kind", "attribute"), Set.of("atLeastPpm", "atMostPpm", "lot"));
        return new Rule.Quality(id, field.get("attribute").id(), ppm(field, "atLeastPpm"), ppm(field, "atMostPpm"), maybeLot(field));
    }

    private static @Nullable Long ppm(Field field, String name) {
        return field.has(name) ? Long.valueOf(field.get(name).whole(0, MILLION)) : null;
    }

    private @Nullable Integer maybeLot(Field field) {
        return field.has("lot") ? Integer.valueOf(lot(field.get("lot"))) : null;
    }

    private int lot(Field field) {
        Integer lot = lots.get(field.id());
        if (lot == null) throw field.unreadable(Fault.NO_SUCH_LOT, field.id());
        return lot;
    }
}
