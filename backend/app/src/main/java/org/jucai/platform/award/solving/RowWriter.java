package org.jucai.platform.award.solving;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jucai.platform.award.solving.Row.Of;

/** Writes the rules of a problem as inequalities, by the table in the note on the award's documents. */
final class RowWriter {

    private static final long WHOLE_BP = 10_000;

    private final Model model;
    private final List<Row> rows = new ArrayList<>();

    RowWriter(Model model) {
        this.model = model;
    }

    List<Row> rows() {
        for (Rule rule : model.problem.rules()) {
            switch (rule) {
                case Rule.MaxSuppliers r -> rows.add(used(r.id(), 1).atMost(r.count()));
                case Rule.MinSuppliers r -> rows.add(used(r.id(), -1).atMost(-r.count()));
                case Rule.MaxSuppliersPerLot r -> lots(r.lot()).forEach(l -> rows.add(usedIn(r.id(), l, 1).atMost(r.count())));
                case Rule.MinSuppliersPerLot r -> lots(r.lot()).forEach(l -> rows.add(usedIn(r.id(), l, -1).plus(Of.LOT_SERVED, l, r.count()).atMost(0)));
                case Rule.MaxSupplierShare r -> share(r.id(), r.shareBp(), r.of(), false);
                case Rule.MaxGroupShare r -> share(r.id(), r.shareBp(), r.of(), true);
                case Rule.MinSmallShare r -> small(r);
                case Rule.ExcludedPair _, Rule.Quality _ -> { }
            }
        }
        return List.copyOf(rows);
    }

    private Row.Builder used(String id, long factor) {
        Row.Builder row = new Row.Builder(id, id);
        for (int s = 0; s < model.suppliers; s++) row.plus(Of.SUPPLIER_USED, s, factor);
        return row;
    }

    private List<Integer> lots(@org.jspecify.annotations.Nullable String only) {
        List<Integer> lots = new ArrayList<>();
        for (int l = 0; l < model.lots; l++) if (only == null || only.equals(lot(l))) lots.add(l);
        return lots;
    }

    private String lot(int l) {
        return model.problem.lots().get(l).id();
    }

    private Row.Builder usedIn(String id, int lot, long factor) {
        Row.Builder row = new Row.Builder(id + "@" + lot(lot), id);
        for (int b : model.bidsOfLot[lot]) row.plus(Of.BID_USED, b, factor);
        return row;
    }

    private void share(String id, long shareBp, Rule.Of of, boolean grouped) {
        Map<String, List<Integer>> parties = new TreeMap<>();
        for (int s = 0; s < model.suppliers; s++) {
            AwardProblem.Supplier supplier = model.problem.suppliers().get(s);
            parties.computeIfAbsent(grouped ? supplier.groupOrSelf() : supplier.id(), _ -> new ArrayList<>()).add(s);
        }
        parties.forEach((party, members) -> {
            Row.Builder row = new Row.Builder(id + "@" + party, id);
            if (of == Rule.Of.LOT) shareOfLots(new Row.Builder(id + "@" + party, id), members, shareBp);
            else rows.add(members.stream().reduce(row.plus(Of.ROUND_KG, 0, -shareBp), (r, s) -> r.plus(Of.SUPPLIER_KG, s, WHOLE_BP), (a, _) -> a).atMost(0));
        });
    }

    private void shareOfLots(Row.Builder named, List<Integer> members, long shareBp) {
        Map<Integer, Row.Builder> byLot = new TreeMap<>();
        Row empty = named.atMost(0);
        for (int s : members) {
            for (int b = model.firstBid[s]; b < model.firstBid[s + 1]; b++) {
                int l = model.lotOf[b];
                byLot.computeIfAbsent(l, _ -> new Row.Builder(empty.name() + "@" + lot(l), empty.rule()).plus(Of.LOT_KG, l, -shareBp)).plus(Of.BID_KG, b, WHOLE_BP);
            }
        }
        byLot.forEach((_, row) -> rows.add(row.atMost(0)));
    }

    private void small(Rule.MinSmallShare rule) {
        Row.Builder row = new Row.Builder(rule.id(), rule.id()).plus(Of.ROUND_KG, 0, rule.shareBp());
        for (int s = 0; s < model.suppliers; s++) if (model.problem.suppliers().get(s).small()) row.plus(Of.SUPPLIER_KG, s, -WHOLE_BP);
        rows.add(row.atMost(0));
    }
}
