package org.jucai.platform.award.solving;

import java.util.ArrayList;
import java.util.List;

/** The columns found so far and the corners of the lots. */
final class ColumnPool {

    private final List<Column> columns = new ArrayList<>();
    private final List<List<Column>> bySupplier = new ArrayList<>();
    private final List<List<LotPoint>> byLot = new ArrayList<>();
    private final List<LotPoint> points = new ArrayList<>();

    ColumnPool(Model model) {
        for (int l = 0; l < model.lots; l++) byLot.add(LotPoint.of(model, l));
        byLot.forEach(points::addAll);
        for (int s = 0; s < model.suppliers; s++) {
            bySupplier.add(new ArrayList<>());
            add(Column.unused(s));
        }
    }

    void add(Column column) {
        columns.add(column);
        bySupplier.get(column.supplier()).add(column);
    }

    List<Column> columns() {
        return columns;
    }

    List<LotPoint> points() {
        return points;
    }

    /** The least reduced cost among the known columns of a supplier. */
    double least(int s, Slopes slopes, Domain node, boolean withoutCosts) {
        double least = Double.POSITIVE_INFINITY;
        for (Column column : bySupplier.get(s)) {
            if (column.isAllowed(node)) least = Math.min(least, column.reduced(slopes) - (withoutCosts ? column.cost() : 0));
        }
        return least;
    }

    double leastOfLot(int l, Slopes slopes, Domain node, boolean withoutCosts) {
        double least = Double.POSITIVE_INFINITY;
        for (LotPoint point : byLot.get(l)) if (point.isAllowed(node)) least = Math.min(least, point.reduced(slopes, withoutCosts));
        return least;
    }

    boolean isNew(Column column) {
        return bySupplier.get(column.supplier()).stream().noneMatch(column::isSame);
    }
}
