package org.jucai.platform.rounds.workbook;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells rows of data from others, cuts them into fields and has them judged. */
final class RowReader {

    private final Grid grid;
    private final Judge judge;
    private final Repetitions repetitions;
    private final Map<Field, Cell> above = new EnumMap<>(Field.class);
    private @Nullable String enterpriseAbove;

    RowReader(Grid grid, Judge judge, Repetitions repetitions) {
        this.grid = grid;
        this.judge = judge;
        this.repetitions = repetitions;
    }

    void newTable() {
        above.clear();
        enterpriseAbove = null;
    }

    /** What the row is, or null for data. */
    @Nullable NotDataKind kind(GridRow row, Table table) {
        int texts = 0;
        for (int i = 0; i < row.size() && texts < 3; i++) {
            Cell cell = row.cell(i);
            if (cell.kind() != Cell.Kind.TEXT || cell.isEmpty()) continue;
            if (Words.isSubtotal(cell.text())) return NotDataKind.SUBTOTAL;
            if (texts++ == 0 && Words.isNote(cell.text())) return NotDataKind.NOTE;
        }
        Integer remark = table.fields().get(Field.REMARK);
        if (remark != null && Words.isExample(row.get(remark).text())) return NotDataKind.NOTE;
        return switch (table) {
            case Table.Lines lines -> kind(row, lines);
            case Table.Matrix matrix -> matrix.values().stream().anyMatch(v -> !row.get(v.column()).isEmpty()) ? matrixKind(row, matrix) : NotDataKind.NOTE;
        };
    }

    /** Two facts make a line, unless they are only masses and prices: those are sums without a name. */
    private static @Nullable NotDataKind kind(GridRow row, Table.Lines lines) {
        int facts = 0;
        int figures = 0;
        boolean mass = false;
        for (Map.Entry<Field, Integer> column : lines.fields().entrySet()) {
            Field field = column.getKey();
            if (field == Field.REMARK || row.get(column.getValue()).isEmpty()) continue;
            facts++;
            if (field.isMass() || field == Field.PRICE_CAP || field == Field.UNIT) figures++;
            mass |= field.isMass() && row.get(column.getValue()).kind() != Cell.Kind.TEXT;
        }
        if (facts > 0 && facts == figures) return mass ? NotDataKind.SUBTOTAL : NotDataKind.NOTE;
        return facts >= 2 ? null : NotDataKind.NOTE;
    }

    private @Nullable NotDataKind matrixKind(GridRow row, Table.Matrix matrix) {
        boolean named = matrix.fields().entrySet().stream()
                .anyMatch(e -> (e.getKey().isEnterprise() || e.getKey() == Field.GRADE) && !row.get(e.getValue()).isEmpty());
        boolean around = matrix.across() == Field.GRADE && matrix.fields().keySet().stream().noneMatch(Field::isEnterprise);
        return named || around ? null : NotDataKind.SUBTOTAL;
    }

    void read(GridRow row, Table table, Context context, List<RowPreview> out) {
        switch (table) {
            case Table.Lines lines -> {
                List<SentCell> sent = row.sent(byColumn(lines.fields()), true);
                out.add(judged(row, fields(row, lines, new RawRow(new At(grid.name(), row.number(), null), context, sent)), table.units()));
            }
            case Table.Matrix matrix -> matrix(row, matrix, context, out);
        }
    }

    private RowPreview judged(GridRow row, RawRow raw, TableUnits units) {
        if (row.hidden()) raw.warn(Warning.HIDDEN_ROW);
        raw.above(enterpriseAbove);
        RowPreview judged = judge.judge(raw, units);
        DemandLine line = judged.line();
        if (line != null) enterpriseAbove = line.enterpriseId();
        return repetitions.told(judged);
    }

    private static Map<Integer, Field> byColumn(Map<Field, Integer> fields) {
        Map<Integer, Field> byColumn = new HashMap<>();
        fields.forEach((field, column) -> byColumn.put(column, field));
        return byColumn;
    }

    private RawRow fields(GridRow row, Table table, RawRow raw) {
        table.fields().forEach((field, column) -> {
            Cell cell = row.get(column);
            boolean repeats = Words.isDitto(cell);
            if (repeats) raw.warn(Warning.DITTO);
            Cell meant = repeats ? above.getOrDefault(field, Cell.BLANK) : cell;
            raw.put(field, meant, column);
            above.put(field, meant);
        });
        return raw;
    }

    /** One line for each name across, from the cells of its masses. */
    private void matrix(GridRow row, Table.Matrix matrix, Context context, List<RowPreview> out) {
        Map<String, Map<Field, Table.Value>> groups = new LinkedHashMap<>();
        for (Table.Value value : matrix.values()) groups.computeIfAbsent(value.named(), n -> new EnumMap<>(Field.class)).put(value.mass(), value);
        int before = out.size();
        groups.forEach((name, masses) -> line(row, matrix, name, masses, context).ifPresent(out::add));
        if (out.size() == before) out.add(new RowPreview.NotData(new At(grid.name(), row.number(), null), NotDataKind.BLANK, "", row.sent(Map.of(), true)));
    }

    private Optional<RowPreview> line(GridRow row, Table.Matrix matrix, String name, Map<Field, Table.Value> masses, Context context) {
        Table.Value target = masses.getOrDefault(Field.TARGET, masses.values().iterator().next());
        boolean empty = masses.values().stream().map(v -> row.get(v.column())).allMatch(c -> c.saysNothing() || c.text().equals("0"));
        if (empty) return Optional.empty();
        At at = new At(grid.name(), row.number(), Grid.letters(target.column()));
        RawRow raw = fields(row, matrix, new RawRow(at, context, sent(row, matrix, masses)));
        masses.forEach((field, value) -> raw.put(field, row.get(value.column()), value.column()));
        raw.put(matrix.across(), Cell.text(name), target.column());
        return Optional.of(judged(row, raw, matrix.units()));
    }

    /** The cells that tell of the line: those of its masses and those that hold a fact of the whole row. */
    private static List<SentCell> sent(GridRow row, Table.Matrix matrix, Map<Field, Table.Value> masses) {
        Map<Integer, Field> columns = byColumn(matrix.fields());
        masses.forEach((field, value) -> columns.put(value.column(), field));
        return row.sent(columns, false);
    }
}
