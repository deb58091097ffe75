package org.jucai.platform.award.solving;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The round with each supplier's tier decided: a linear programme in the masses of the offers, whose costs are their lower envelopes. What an offer's use counts is taken for
 * its part of the most it may have. Masses are in units of an average lot, costs in typical ones.
 */
final class TierProgramme {

    private static final double DEAR = 1_000;

    private final Model model;
    private Domain domain;
    private final Envelopes envelopes;
    private final Work work;
    private final double unit;
    private final double price;
    private final int[] firstPiece;
    private final int[] lotColumn;
    /** The rows that count, in the order of theirs in the programme. */
    private final List<Integer> rules;
    private final double[] size;
    private final BoundedSimplex simplex;
    private final BoundedColumns columns;
    private final int round;
    final int[] tier;
    private double constant;

    /** @param rules the rows that count */
    TierProgramme(Domain root, List<Integer> rules, double typical, Work work) {
        this.model = root.model;
        domain = root;
        this.work = work;
        this.rules = List.copyOf(rules);
        envelopes = new Envelopes(model);
        unit = Math.max(1, Arrays.stream(model.lotHigh).average().orElse(1));
        price = Math.max(1, typical) / (unit * Math.max(1, model.lots));
        round = model.lots + model.suppliers;
        tier = new int[model.suppliers];
        Arrays.fill(tier, Column.UNUSED);
        size = rules.stream().mapToDouble(r -> model.rows.get(r).terms().stream().mapToDouble(this::size).reduce(1, Math::max)).toArray();
        firstPiece = new int[model.bids + 1];
        lotColumn = new int[model.lots];
        int pieces = Arrays.stream(model.cost).mapToInt(BidCost::mostCorners).sum();
        simplex = new BoundedSimplex(round + 1 + rules.size(), pieces + 3 * model.lots, DEAR);
        columns = simplex.columns();
        addOwn();
        addBids();
        for (int l = 0; l < model.lots; l++) addLot(l);
        simplex.begin();
    }

    private double size(Row.Term term) {
        return Math.abs(term.factor()) * switch (term.of()) {
            case BID_KG, SUPPLIER_KG, LOT_KG, ROUND_KG -> unit;
            case SUPPLIER_USED, BID_USED, LOT_SERVED -> 1;
        };
    }

    private void addOwn() {
        for (int r = 0; r <= round; r++) {
            Sparse own = new Sparse(4);
            own.add(r, -1);
            for (int i = 0; i < rules.size(); i++) {
                for (Row.Term term : model.rows.get(rules.get(i)).terms()) if (isOwn(term, r)) own.add(round + 1 + i, term.factor() * unit / size[i]);
            }
            columns.add(own);
        }
        for (int i = 0; i < rules.size(); i++) {
            int column = columns.add(Sparse.one(round + 1 + i, -1));
            Row row = model.rows.get(rules.get(i));
            double served = row.terms().stream().filter(term -> term.of() == Row.Of.LOT_SERVED && model.must[term.index()]).mapToDouble(Row.Term::factor).sum();
            columns.set(column, Double.NEGATIVE_INFINITY, (row.limit() - served) / size[i], 0);
        }
        columns.set(round, 0, Double.MAX_VALUE, 0);
    }

    private boolean isOwn(Row.Term term, int r) {
        return term.of() == Row.Of.SUPPLIER_KG && r == model.lots + term.index() || term.of() == Row.Of.ROUND_KG && r == round;
    }

    private void addBids() {
        int next = round + 1 + rules.size();
        for (int b = 0; b < model.bids; b++) {
            firstPiece[b] = next;
            Sparse column = new Sparse(6);
            column.add(model.lotOf[b], 1);
            column.add(model.lots + model.supplierOf[b], 1);
            column.add(round, 1);
            for (int i = 0; i < rules.size(); i++) column.add(round + 1 + i, ofBid(model.rows.get(rules.get(i)), b) * unit / size[i]);
            for (int piece = 0; piece < model.cost[b].mostCorners(); piece++) next = columns.add(column) + 1;
        }
        firstPiece[model.bids] = next;
    }

    private double ofBid(Row row, int b) {
        double sum = 0;
        for (Row.Term term : row.terms()) {
            if (term.of() == Row.Of.BID_KG && term.index() == b || term.of() == Row.Of.LOT_KG && term.index() == model.lotOf[b]) sum += term.factor();
            if (term.of() == Row.Of.BID_USED && term.index() == b) sum += term.factor() / Math.max(1.0, model.bidHigh[b]);
        }
        return sum;
    }

    /** A lot's own variable is what it has beyond its pieces: served, up to the target, beyond it. */
    private void addLot(int l) {
        boolean must = model.must[l];
        columns.set(l, must ? model.lotLow[l] / unit : 0, must ? model.lotLow[l] / unit : 0, 0);
        constant += model.shortfall(l, must ? model.lotLow[l] : 0);
        Sparse served = new Sparse(2);
        served.add(l, -model.lotLow[l] / unit);
        for (int i = 0; i < rules.size(); i++) {
            for (Row.Term term : model.rows.get(rules.get(i)).terms()) {
                if (term.of() == Row.Of.LOT_SERVED && term.index() == l) served.add(round + 1 + i, term.factor() / size[i]);
            }
        }
        lotColumn[l] = columns.add(served);
        double toTarget = Math.max(0, Math.min(model.target[l], model.lotHigh[l]) - model.lotLow[l]);
        set(columns.add(Sparse.one(l, -1)), toTarget, -model.outside[l]);
        set(columns.add(Sparse.one(l, -1)), model.lotHigh[l] - model.lotLow[l] - toTarget, 0);
        serve(l);
    }

    private void set(int column, double kg, double milliFenPerKg) {
        columns.set(column, 0, kg / unit, milliFenPerKg / price);
    }

    private void serve(int l) {
        if (model.must[l]) return;
        double gain = model.shortfall(l, model.lotLow[l]) - model.shortfall(l, 0);
        columns.set(lotColumn[l], domain.mayFail[l] ? 0 : 1, domain.mayServe[l] ? 1 : 0, gain / (price * unit));
    }

    /** Turns to what another part of the tree leaves to lots and offers. */
    void turnTo(Domain to) {
        Domain before = domain;
        domain = to;
        for (int l = 0; l < model.lots; l++) if (before.mayServe[l] != to.mayServe[l] || before.mayFail[l] != to.mayFail[l]) serve(l);
        for (int b = 0; b < model.bids; b++) {
            int k = tier[model.supplierOf[b]];
            boolean same = before.low[b] == to.low[b] && before.high[b] == to.high[b] && before.zero[b] == to.zero[b];
            if (!same && k != Column.UNUSED) price(b, to.tierHigh(model.supplierOf[b], k));
        }
    }

    /** Decides a supplier's tier. @param loose only the tier's prices count, not its thresholds */
    void decide(int s, int to, boolean loose) {
        tier[s] = to;
        boolean unused = to == Column.UNUSED;
        double low = unused || loose ? 0 : domain.tierLow(s, to);
        double high = unused ? 0 : loose ? model.supplierHigh[s] : domain.tierHigh(s, to);
        columns.set(model.lots + s, low / unit, high / unit, 0);
        for (int b = model.firstBid[s]; b < model.firstBid[s + 1]; b++) price(b, loose ? Long.MAX_VALUE : Math.round(high));
    }

    private void price(int b, long tierHigh) {
        int piece = firstPiece[b];
        int k = tier[model.supplierOf[b]];
        long high = Math.min(domain.high[b], tierHigh);
        if (k != Column.UNUSED && domain.low[b] <= high) {
            Hull hull = envelopes.of(b, k, domain.low[b], high);
            boolean always = !domain.zero[b];
            int first = always ? 0 : hull.tangent(0);
            columns.set(piece++, always ? hull.kg[0] / unit : 0, hull.kg[first] / unit, (double) hull.milliFen[first] / hull.kg[first] / price);
            for (int i = first + 1; i < hull.size; i++) {
                double run = hull.kg[i] - hull.kg[i - 1];
                set(piece++, run, (hull.milliFen[i] - hull.milliFen[i - 1]) / run);
            }
        }
        while (piece < firstPiece[b + 1]) set(piece++, 0, 0);
    }

    Domain domain() {
        return domain;
    }

    /** What it costs, in milli-fen, with what is beyond the rules made dear. */
    double solve(int steps) {
        simplex.solve(steps);
        work.add(simplex.takeWork());
        return constant + (simplex.objective() + DEAR * simplex.beyond()) * price * unit;
    }

    boolean isWithin() {
        return simplex.beyond() < 1e-7;
    }

    BoundedSimplex simplex() {
        return simplex;
    }

    /** The multipliers behind the answer, of lots and of the rows that count. */
    Multipliers multipliers() {
        Multipliers found = Multipliers.none(model);
        for (int l = 0; l < model.lots; l++) found.lot()[l] = simplex.dual(l) * price;
        for (int i = 0; i < rules.size(); i++) found.row()[rules.get(i)] = Math.max(0, -simplex.dual(round + 1 + i) * price * unit / size[i]);
        return found;
    }

    Mix mix() {
        Mix mix = new Mix(model);
        for (int b = 0; b < model.bids; b++) {
            double kg = 0;
            for (int piece = firstPiece[b]; piece < firstPiece[b + 1]; piece++) kg += simplex.valueOf(piece) * unit;
            mix.bidKg[b] = kg;
            mix.bidUsed[b] = Math.min(1, kg / Math.max(1, model.bidHigh[b]));
            mix.supplierKg[model.supplierOf[b]] += kg;
            mix.lotKg[model.lotOf[b]] += kg;
        }
        for (int l = 0; l < model.lots; l++) mix.lotServed[l] = model.must[l] ? 1 : simplex.valueOf(lotColumn[l]);
        for (int s = 0; s < model.suppliers; s++) {
            if (tier[s] == Column.UNUSED) mix.unused[s] = 1;
            else mix.inTier[s][tier[s]] = 1;
        }
        return mix;
    }

    /** The rows that an answer breaks and that do not count yet. */
    List<Integer> broken(Mix mix) {
        List<Integer> broken = new ArrayList<>();
        for (int r = 0; r < model.rows.size(); r++) {
            Row row = model.rows.get(r);
            double most = row.terms().stream().mapToDouble(term -> Math.abs(term.factor())).max().orElse(1);
            if (!row.countsSuppliers() && !rules.contains(r) && mix.excess(row) > 1e-5 * most) broken.add(r);
        }
        return broken;
    }
}
