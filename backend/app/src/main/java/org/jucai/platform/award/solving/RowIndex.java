package org.jucai.platform.award.solving;

import java.util.ArrayList;
import java.util.List;

/** For each thing that can be counted, the rows that count it. */
final class RowIndex {

    /** A row and the factor with which it counts. */
    record Entry(int row, double factor) {}

    final List<List<Entry>> supplierUsed;
    final List<List<Entry>> supplierKg;
    final List<List<Entry>> bidUsed;
    final List<List<Entry>> bidKg;
    final List<List<Entry>> lotServed;
    final List<List<Entry>> lotKg;

    RowIndex(Model model) {
        supplierUsed = lists(model.suppliers);
        supplierKg = lists(model.suppliers);
        bidUsed = lists(model.bids);
        bidKg = lists(model.bids);
        lotServed = lists(model.lots);
        lotKg = lists(model.lots);
        for (int r = 0; r < model.rows.size(); r++) for (Row.Term term : model.rows.get(r).terms()) add(r, term);
    }

    private static List<List<Entry>> lists(int count) {
        List<List<Entry>> lists = new ArrayList<>();
        for (int i = 0; i < count; i++) lists.add(new ArrayList<>(2));
        return lists;
    }

    private void add(int r, Row.Term term) {
        Entry entry = new Entry(r, term.factor());
        switch (term.of()) {
            case SUPPLIER_USED -> supplierUsed.get(term.index()).add(entry);
            case BID_USED -> bidUsed.get(term.index()).add(entry);
            case BID_KG -> bidKg.get(term.index()).add(entry);
            case SUPPLIER_KG -> supplierKg.get(term.index()).add(entry);
            case LOT_SERVED -> lotServed.get(term.index()).add(entry);
            case LOT_KG -> lotKg.get(term.index()).add(entry);
            case ROUND_KG -> lotKg.forEach(list -> list.add(entry));
        }
    }

    /** Adds what a column counts in each row. */
    void count(Column column, double[] sums) {
        if (column.tier() == Column.UNUSED) return;
        for (Entry e : supplierUsed.get(column.supplier())) sums[e.row] += e.factor;
        for (Entry e : supplierKg.get(column.supplier())) sums[e.row] += e.factor * column.total();
        for (int i = 0; i < column.bid().length; i++) {
            for (Entry e : bidKg.get(column.bid()[i])) sums[e.row] += e.factor * column.kg()[i];
            for (Entry e : bidUsed.get(column.bid()[i])) sums[e.row] += e.factor * column.used()[i];
        }
    }

    void count(LotPoint point, double[] sums) {
        if (point.served()) for (Entry e : lotServed.get(point.lot())) sums[e.row] += e.factor;
        for (Entry e : lotKg.get(point.lot())) sums[e.row] += e.factor * point.kg();
    }
}
