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
        if (!isText(index)) return Optional.empty();
        boolean worded = hasWords(index) || group(index);
        if (!worded && !hasNames(index)) return Optional.empty();
        for (int depth = depth(index); depth >= 1; depth--) {
            List<GridRow> below = grid.rows().subList(index + depth, grid.rows().size());
            List<Column> columns = columns(index, depth);
            Optional<Table> table = new TableMaker(columns, new Evidence(below, setting), setting, titles).make();
            boolean header = table.isPresent() && (worded || table.get() instanceof Table.Matrix);
            if (header) return Optional.of(new Found(depth, table.get()));
        }
        return Optional.empty();
    }

    /** A table whose header, if it has one, means nothing to us: the columns tell by their content alone. */
    Optional<Found> byContent(int index, List<String> titles) {
        List<GridRow> below = grid.rows().subList(index, grid.rows().size());
        GridRow first = below.getFirst();
        if (first.size() < 3) return Optional.empty();
        boolean headed = index > 0 && grid.rows().get(index - 1).size() >= 3;
        List<Column> columns = grid.spreadColumns(first).stream()
                .map(c -> new Column(c, headed ? List.of(Fold.text(grid.rows().get(index - 1).get(c).text())) : List.of(), new Vocabulary.Meaning.Unknown()))
                .toList();
        return new TableMaker(columns, new Evidence(below, setting), setting, titles).make()
                .filter(table -> GradeRule.find(setting.lookup(), first.get(table.fields().getOrDefault(Field.GRADE, 0)).text()).isPresent())
                .map(table -> new Found(headed ? 1 : 0, table));
    }

    /** At least two different texts and no numbers. */
    private boolean isText(int index) {
        GridRow row = grid.rows().get(index);
        for (int i = 0; i < row.size(); i++) {
            if (row.cell(i).kind() != Cell.Kind.TEXT) return false;
        }
        Set<String> texts = texts(row);
        return texts.size() >= 2 && texts.stream().noneMatch(TableFinder::isFigure);
    }

    private static Set<String> texts(GridRow row) {
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < row.size(); i++) texts.add(row.cell(i).text());
        return texts;
    }

    private boolean hasWords(int index) {
        Set<String> texts = texts(grid.rows().get(index));
        long known = texts.stream().filter(TableFinder::isWord).count();
        return known >= 2 && known >= named(texts);
    }

    /** A row of data names a member and a grade as well: names alone are above the columns of a matrix only. */
    private boolean hasNames(int index) {
        Set<String> texts = texts(grid.rows().get(index));
        long known = texts.stream().filter(TableFinder::isWord).count();
        return named(texts) >= 2 && known + named(texts) >= texts.size() / 2;
    }

    private long named(Set<String> texts) {
        return texts.stream().filter(text -> !isWord(text) && TableMaker.isName(text, setting.lookup())).count();
    }

    private static boolean isWord(String text) {
        return !(Vocabulary.of(text) instanceof Vocabulary.Meaning.Unknown);
    }

    private static boolean isFigure(String text) {
        return Quantity.read(Cell.text(text), null) instanceof Quantity.Exactly;
    }

    /** An upper level such as 企业信息 | 数量 | 交货, merged over the words below it. */
    private boolean group(int index) {
        boolean merged = !grid.wide().getOrDefault(grid.rows().get(index).number(), List.of()).isEmpty();
        return merged && index + 1 < grid.rows().size() && isLevel(index + 1);
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
        boolean grades = !grid.wide().getOrDefault(above.number(), List.of()).isEmpty();
        int words = 0;
        for (int i = 0; i < row.size(); i++) {
            Cell cell = row.cell(i);
            if (cell.isEmpty() || cell == above.at(row.column(i))) continue;
            if (cell.kind() != Cell.Kind.TEXT || !(isWord(cell.text()) || isUnit(cell.text()) || grades && isGrade(cell.text()))) return false;
            words++;
        }
        return words > 0;
    }

    /** Grades below the name of their material, merged over them. */
    private boolean isGrade(String text) {
        return GradeRule.find(setting.lookup(), Fold.text(text).replaceAll("\\(.{1,6}\\)$", "")).isPresent();
    }

    private static boolean isUnit(String text) {
        return MassUnit.of(text.replaceAll("[()（）]", "")).isPresent() || (text.length() < 8 && Price.Unit.in(text).isPresent());
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
