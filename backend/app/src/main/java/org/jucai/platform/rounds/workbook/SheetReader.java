package org.jucai.platform.rounds.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks down one sheet: titles, headers, rows, subtotals, notes, and again. */
final class SheetReader {

    private static final int MOST_BLANKS = 200;
    private static final int HEADLESS_SEARCH = 50;

    private final Grid grid;
    private final Counter counter;
    private final RowReader rows;
    private final Surroundings around;
    private final TableFinder finder;
    private final List<RowPreview> out = new ArrayList<>();
    private final List<SheetPreview.ColumnPreview> columns = new ArrayList<>();
    private @Nullable Table table;

    SheetReader(Grid grid, Setting setting, Judge judge, Repetitions repetitions, Counter counter) {
        this.grid = grid;
        this.counter = counter;
        this.around = new Surroundings(grid, setting);
        this.rows = new RowReader(grid, judge, repetitions);
        this.finder = new TableFinder(grid, setting);
    }

    SheetPreview read() {
        if (grid.hidden()) return new SheetPreview(grid.name(), SheetPreview.Role.HIDDEN, List.of(), List.of());
        if (Words.namesNoDemand(grid.name())) return notes();
        int last = 0;
        for (int i = 0; i < grid.rows().size(); ) {
            GridRow row = grid.rows().get(i);
            blanks(last, row.number());
            int taken = step(i);
            last = grid.rows().get(i + taken - 1).number();
            i += taken;
        }
        if (table == null) return byContent().orElseGet(this::notes);
        return new SheetPreview(grid.name(), SheetPreview.Role.DEMAND, columns, out);
    }

    private int step(int i) {
        Optional<TableFinder.Found> found = finder.at(i, around.titles());
        if (found.isPresent()) return header(i, found.get());
        counter.judgedRow();
        GridRow row = grid.rows().get(i);
        Table current = table;
        NotDataKind kind = current == null ? NotDataKind.NOTE : rows.kind(row, current);
        if (kind == null && current != null) {
            around.dataBegins();
            rows.read(row, current, around.context(current), out);
        } else text(row, kind == null ? NotDataKind.NOTE : kind);
        return 1;
    }

    private void text(GridRow row, NotDataKind kind) {
        if (kind == NotDataKind.NOTE) around.heard(row);
        out.add(new RowPreview.NotData(at(row.number()), kind, first(row), row.sent(Map.of(), true)));
    }

    private int header(int i, TableFinder.Found found) {
        titlesAbove();
        table = found.table();
        columns.clear();
        columns.addAll(found.table().columns());
        rows.newTable();
        for (GridRow row : grid.rows().subList(i, i + found.depth())) {
            counter.judgedRow();
            out.add(new RowPreview.NotData(at(row.number()), NotDataKind.HEADER, first(row), row.sent(Map.of(), true)));
        }
        return found.depth();
    }

    /** Texts between the last row of data and a header are its title. */
    private void titlesAbove() {
        for (int i = out.size() - 1; i >= 0 && out.get(i) instanceof RowPreview.NotData one; i--) {
            if (one.kind() == NotDataKind.SUBTOTAL || one.kind() == NotDataKind.HEADER) return;
            if (one.kind() == NotDataKind.NOTE) out.set(i, new RowPreview.NotData(one.at(), NotDataKind.TITLE, one.text(), one.sent()));
        }
    }

    private void blanks(int last, int next) {
        if (next - last - 1 > MOST_BLANKS) return;
        for (int row = last + 1; row < next; row++) out.add(new RowPreview.NotData(at(row), NotDataKind.BLANK, "", List.of()));
    }

    /** No header anywhere that we know: perhaps the data tell. */
    private Optional<SheetPreview> byContent() {
        for (int i = 0; i < Math.min(HEADLESS_SEARCH, grid.rows().size()); i++) {
            Optional<TableFinder.Found> found = finder.byContent(i, around.titles());
            if (found.isEmpty() || rows.kind(grid.rows().get(i), found.get().table()) != null) continue;
            return Optional.of(from(i, found.get()));
        }
        return Optional.empty();
    }

    private SheetPreview from(int start, TableFinder.Found found) {
        out.clear();
        int last = 0;
        for (int i = 0; i < grid.rows().size(); i++) {
            GridRow row = grid.rows().get(i);
            blanks(last, row.number());
            last = row.number();
            NotDataKind above = i == start - found.depth() ? NotDataKind.HEADER : NotDataKind.TITLE;
            NotDataKind kind = i < start ? above : rows.kind(row, found.table());
            if (kind == null) rows.read(row, found.table(), around.context(found.table()), out);
            else text(row, kind);
        }
        return new SheetPreview(grid.name(), SheetPreview.Role.DEMAND, found.table().columns(), out);
    }

    private SheetPreview notes() {
        out.clear();
        int last = 0;
        for (GridRow row : grid.rows()) {
            for (int n = Math.max(last + 1, row.number() - MOST_BLANKS); n < row.number(); n++) out.add(new RowPreview.NotData(at(n), NotDataKind.NOTE, "", List.of()));
            out.add(new RowPreview.NotData(at(row.number()), NotDataKind.NOTE, first(row), row.sent(Map.of(), true)));
            last = row.number();
        }
        return new SheetPreview(grid.name(), SheetPreview.Role.NOTES, List.of(), out);
    }

    private At at(int row) {
        return new At(grid.name(), row, null);
    }

    private static String first(GridRow row) {
        for (int i = 0; i < row.size(); i++) {
            String text = Fold.text(row.cell(i).text());
            if (!text.isEmpty()) return text.length() > 80 ? text.substring(0, 80) : text;
        }
        return "";
    }
}
