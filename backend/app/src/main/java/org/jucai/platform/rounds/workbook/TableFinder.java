package org.jucai.platform.rounds.workbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds headers: rows of known words, of one to three levels; or rows that name several grades or enterprises (a matrix). */
final class TableFinder {

    private static final int MOST_LEVELS = 3;

    /** A header of {@code depth} rows and the table below it. */
    record Found(int depth, Table table) {}

    private final Grid grid;
    private final Setting setting;

    TableFinder(Grid grid, Setting setting) {
        this.grid = grid;
        this.setting = setting;
    }

    /** The table whose header begins at this row. */
    Optional<Found> at(int index, List<String> titles) {
        if (!couldBeHeader(index)) return Optional.empty();
        for (int depth = depth(index); depth >= 1; depth--) {
            List<GridRow> below = grid.rows().subList(index + depth, grid.rows().size());
            List<Column> columns = columns(index, depth);
            Optional<Table> table = new TableMaker(columns, new Evidence(below, setting), setting, titles).make();
            if (table.isPresent()) return Optional.of(new Found(depth, table.get()));
        }
        return Optional.empty();
    }

    /** A table without any header: the columns tell by their content alone. */
    Optional<Found> headless(int index, List<String> titles) {
        List<GridRow> below = grid.rows().subList(index, grid.rows().size());
        List<Column> columns = grid.spreadColumns(below.getFirst()).stream().map(c -> Column.of(c, List.of())).toList();
        return columns.size() < 3
                ? Optional.empty()
                : new TableMaker(columns, new Evidence(below, setting), setting, titles).make().map(table -> new Found(0, table));
    }

    /** At least two different short texts, no numbers, and at least one known word or two names. */
    private boolean couldBeHeader(int index) {
        GridRow row = grid.rows().get(index);
        Set<String> texts = new HashSet<>();
        int known = 0;
        int named = 0;
        for (int i = 0; i < row.size(); i++) {
            Cell cell = row.cell(i);
            if (cell.kind() != Cell.Kind.TEXT || Quantity.read(cell, null) instanceof Quantity.Exactly) return false;
            if (!texts.add(cell.text())) continue;
            if (!(Vocabulary.of(cell.text()) instanceof Vocabulary.Meaning.Unknown)) known++;
            else if (TableMaker.isName(cell.text(), setting.lookup())) named++;
        }
        return texts.size() >= 2 && (known >= 2 && known >= named || named >= 2 && known + named >= texts.size() / 2 || group(index, known));
    }

    /** An upper level such as 企业信息 | 数量 | 交货, merged over the words below it. */
    private boolean group(int index, int known) {
        boolean merged = !grid.wide().getOrDefault(grid.rows().get(index).number(), List.of()).isEmpty();
        return merged && index + 1 < grid.rows().size() && (known >= 1 || isLevel(index + 1)) && isLevel(index + 1);
    }

    private int depth(int index) {
        int depth = 1;
        while (depth < MOST_LEVELS && index + depth < grid.rows().size() && isLevel(index + depth)
                && grid.rows().get(index + depth).number() == grid.rows().get(index).number() + depth) depth++;
        return depth;
    }

    /** A further level of a header: nothing but known words, units and names, apart from what is merged into it from above. */
    private boolean isLevel(int index) {
        GridRow row = grid.rows().get(index);
        GridRow above = grid.rows().get(index - 1);
        int words = 0;
        for (int i = 0; i < row.size(); i++) {
            Cell cell = row.cell(i);
            if (cell.isEmpty() || cell == above.at(row.column(i))) continue;
            boolean word = cell.kind() == Cell.Kind.TEXT && (!(Vocabulary.of(cell.text()) instanceof Vocabulary.Meaning.Unknown)
                    || MassUnit.of(cell.text().replaceAll("[()（）]", "")).isPresent() || Price.Unit.in(cell.text()).isPresent() && cell.text().length() < 8);
            if (!word) return false;
            words++;
        }
        return words > 0;
    }

    private List<Column> columns(int index, int depth) {
        Set<Integer> indexes = new TreeSet<>();
        List<GridRow> header = grid.rows().subList(index, index + depth);
        header.forEach(row -> indexes.addAll(grid.spreadColumns(row)));
        List<Column> columns = new ArrayList<>();
        for (int column : indexes) {
            Set<String> levels = new LinkedHashSet<>();
            for (GridRow row : header) levels.add(Fold.text(grid.spread(row, column).text()));
            levels.remove("");
            columns.add(Column.of(column, List.copyOf(levels)));
        }
        return columns;
    }
}
