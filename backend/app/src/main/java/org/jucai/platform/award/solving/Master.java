package org.jucai.platform.award.solving;

import java.util.ArrayList;
import java.util.List;

/**
 * The master programme: mixes of columns, one for each supplier, that give the lots what they get and obey the rules that have been found to
 * matter. Its duals are the multipliers. Everything is scaled to about 1.
 */
final class Master {

    private double dear = 200;

    private final Model model;
    private final RowIndex index;
    private final double costScale;
    private final double[] lotScale;
    private final double[] rowScale;
    private final ColumnPool known;
    private final List<Column> pool;
    private final List<LotPoint> points;
    /** Place of a rule's row in the programme, or -1 while it does not matter. */
    private final int[] at;
    private final boolean[] matters;
    /** Rules' rows in the programme, in the order in which they came to matter. */
    private final List<Integer> order = new ArrayList<>();
    private int[] lotMixAt;
    private Simplex simplex;
    private int[] poolColumn = new int[0];
    private int[] pointColumn = new int[0];
    private int mixRows;
    private int allRows;
    private Domain domain;
    private boolean free;
    private double fixedCost;

    Master(Model model, Domain domain, double typicalCost) {
        this.model = model;
        this.domain = domain;
        index = new RowIndex(model);
        costScale = 1 / Math.max(1, typicalCost);
        lotScale = new double[model.lots];
        for (int l = 0; l < model.lots; l++) lotScale[l] = 1.0 / Math.max(1, model.lotHigh[l]);
        rowScale = new double[model.rows.size()];
        at = new int[model.rows.size()];
        matters = new boolean[model.rows.size()];
        for (int r = 0; r < rowScale.length; r++) rowScale[r] = 1 / size(model.rows.get(r));
        known = new ColumnPool(model);
        pool = known.columns();
        points = known.points();
        lotMixAt = new int[model.lots];
        java.util.Arrays.fill(at, -1);
        simplex = rebuild();
    }

    private double size(Row row) {
        double most = Math.max(1, Math.abs(row.limit()));
        for (Row.Term term : row.terms()) {
            double mass = switch (term.of()) {
                case SUPPLIER_USED, BID_USED, LOT_SERVED -> 1;
                case BID_KG -> model.lotHigh[model.lotOf[term.index()]];
                case LOT_KG -> model.lotHigh[term.index()];
                case SUPPLIER_KG, ROUND_KG -> java.util.Arrays.stream(model.lotHigh).average().orElse(1);
            };
            most = Math.max(most, Math.abs(term.factor()) * mass);
        }
        return most;
    }

    private boolean isFixed(int l) {
        return model.must[l] && model.lotLow[l] == model.lotHigh[l];
    }

    private Simplex rebuild() {
        mixRows = model.lots + model.suppliers;
        for (int l = 0; l < model.lots; l++) lotMixAt[l] = isFixed(l) ? -1 : mixRows++;
        allRows = mixRows;
        for (int r : order) at[r] = allRows++;
        Simplex fresh = new Simplex(right(), dear);
        for (int r : order) fresh.add(new int[] {at[r]}, new double[] {1}, 0);
        pointColumn = points.stream().mapToInt(point -> isFixed(point.lot()) ? -1 : add(fresh, point)).toArray();
        poolColumn = pool.stream().mapToInt(column -> add(fresh, column)).toArray();
        return fresh;
    }

    private double[] right() {
        double[] right = new double[allRows];
        double[] sums = new double[at.length];
        fixedCost = 0;
        for (int i = model.lots; i < mixRows; i++) right[i] = 1;
        for (LotPoint point : points) {
            if (!isFixed(point.lot())) continue;
            right[point.lot()] = point.kg() * lotScale[point.lot()];
            index.count(point, sums);
            fixedCost += point.cost();
        }
        for (int r = 0; r < at.length; r++) if (matters[r]) right[at[r]] = (model.rows.get(r).limit() - sums[r]) * rowScale[r];
        return right;
    }

    private int add(Simplex into, LotPoint point) {
        Sparse sparse = new Sparse(8);
        sparse.add(point.lot(), -point.kg() * lotScale[point.lot()]);
        sparse.add(lotMixAt[point.lot()], 1);
        double[] sums = new double[at.length];
        index.count(point, sums);
        addRows(sparse, sums);
        return into.add(sparse.at(), sparse.values(), price(point));
    }

    private int add(Simplex into, Column column) {
        Sparse sparse = new Sparse(column.bid().length + 8);
        for (int i = 0; i < column.bid().length; i++) {
            int l = model.lotOf[column.bid()[i]];
            sparse.add(l, column.kg()[i] * lotScale[l]);
        }
        sparse.add(model.lots + column.supplier(), 1);
        double[] sums = new double[at.length];
        index.count(column, sums);
        addRows(sparse, sums);
        return into.add(sparse.at(), sparse.values(), price(column));
    }

    private void addRows(Sparse sparse, double[] sums) {
        for (int r = 0; r < sums.length; r++) if (sums[r] != 0 && matters[r]) sparse.add(at[r], sums[r] * rowScale[r]);
    }

    private double price(Column column) {
        if (!column.isAllowed(domain)) return dear();
        return free ? 0 : column.cost() * costScale;
    }

    private double price(LotPoint point) {
        if (!point.isAllowed(domain)) return dear();
        return free ? 0 : point.cost() * costScale;
    }

    private double dear() {
        return free ? 1 : dear;
    }

    /** Turns to a node: what it forbids becomes as dear as what is not there at all. */
    void turnTo(Domain node, boolean withoutCosts) {
        domain = node;
        free = withoutCosts;
        for (int i = 0; i < allRows; i++) {
            simplex.setCost(2 * i, dear());
            simplex.setCost(2 * i + 1, dear());
        }
        for (int i = 0; i < points.size(); i++) if (pointColumn[i] >= 0) simplex.setCost(pointColumn[i], price(points.get(i)));
        for (int i = 0; i < pool.size(); i++) simplex.setCost(poolColumn[i], price(pool.get(i)));
    }

    void add(Column column) {
        if (pool.size() == poolColumn.length) poolColumn = java.util.Arrays.copyOf(poolColumn, 2 * poolColumn.length + 16);
        poolColumn[pool.size()] = add(simplex, column);
        known.add(column);
    }

    /** What is not there was not dear enough: it was used although the rules can be met without. */
    boolean makeDearer() {
        dear *= 1_000;
        return dear < 1e9;
    }

    /** Lets rows matter from now on. */
    void activate(List<Integer> rows) {
        int oldRows = allRows;
        Simplex old = simplex;
        for (int r : rows) matters[r] = true;
        order.addAll(rows);
        simplex = rebuild();
        turnTo(domain, free);
        simplex.startFrom(moved(old, oldRows));
    }

    /** The old basis, and for each new row what it lacks: the rows that come to matter are broken. */
    private int[] moved(Simplex old, int oldRows) {
        int[] basis = new int[allRows];
        int oldRules = oldRows - mixRows;
        for (int r = 0; r < allRows; r++) {
            if (r >= oldRows) basis[r] = 2 * r + 1;
            else if (old.basisAt(r) < 2 * oldRows) basis[r] = old.basisAt(r);
            else if (old.basisAt(r) < 2 * oldRows + oldRules) basis[r] = old.basisAt(r) + 2 * (allRows - oldRows);
            else basis[r] = old.basisAt(r) + 3 * (allRows - oldRows);
        }
        return basis;
    }

    double sizeOf(int row) {
        return 1 / rowScale[row];
    }

    ColumnPool known() {
        return known;
    }

    boolean matters(int row) {
        return matters[row];
    }

    boolean solve(int steps) {
        return simplex.solve(steps);
    }

    long takeWork() {
        return simplex.takeWork();
    }

    /** The programme's value, in milli-fen (or, without costs, a measure of what cannot be met). */
    double value() {
        return free ? simplex.objective() : simplex.objective() / costScale + fixedCost;
    }

    /** How much of what is not there is used. */
    double missing() {
        double sum = 0;
        for (int i = 0; i < 2 * allRows; i++) sum += simplex.valueOf(i);
        for (int i = 0; i < pool.size(); i++) if (!pool.get(i).isAllowed(domain)) sum += simplex.valueOf(poolColumn[i]);
        for (int i = 0; i < points.size(); i++) if (pointColumn[i] >= 0 && !points.get(i).isAllowed(domain)) sum += simplex.valueOf(pointColumn[i]);
        return sum;
    }

    Multipliers multipliers() {
        Multipliers found = Multipliers.none(model);
        double scale = free ? 1 : 1 / costScale;
        for (int l = 0; l < model.lots; l++) found.lot()[l] = simplex.dual(l) * lotScale[l] * scale;
        for (int r = 0; r < at.length; r++) if (matters[r]) found.row()[r] = Math.max(0, -simplex.dual(at[r]) * rowScale[r] * scale);
        return found;
    }

    double weight(int poolIndex) {
        return simplex.valueOf(poolColumn[poolIndex]);
    }

    /** What lots and suppliers get on average. */
    Mix mix() {
        Mix mix = new Mix(model);
        for (int i = 0; i < pool.size(); i++) {
            double weight = weight(i);
            if (weight > 1e-9) mix.add(pool.get(i), weight);
        }
        for (int i = 0; i < points.size(); i++) {
            double weight = pointColumn[i] < 0 ? 1 : simplex.valueOf(pointColumn[i]);
            if (weight > 1e-9) mix.add(points.get(i), weight);
        }
        return mix;
    }
}
