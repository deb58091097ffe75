package org.jucai.platform.rounds.workbook;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The recognised cells of one row before they are judged: merged cells reached down, repetition marks resolved. */
final class RawRow {

    private final At at;
    private Context context;
    private final List<SentCell> sent;
    private final Map<Field, Cell> cells = new EnumMap<>(Field.class);
    private final Map<Field, String> names = new EnumMap<>(Field.class);
    private final Set<Warning> warnings = EnumSet.noneOf(Warning.class);

    /** @param sent the row as it stands in the file, as far as this line was read from it */
    RawRow(At at, Context context, List<SentCell> sent) {
        this.at = at;
        this.context = context;
        this.sent = sent;
    }

    List<SentCell> sent() {
        return sent;
    }

    At at() {
        return at;
    }

    Context context() {
        return context;
    }

    /** @param column from 0, or below 0 where the value stands in no cell of this row */
    void put(Field field, Cell cell, int column) {
        cells.put(field, cell);
        String name = Grid.cellName(column, at.row());
        if (name != null) names.put(field, name);
        if (cell.formula() && cell.kind() != Cell.Kind.ERROR) warnings.add(Warning.FORMULA_VALUE);
    }

    /** Puts a corrected text where the sheet has, or had, the column of its field. */
    void put(Field field, String text) {
        cells.put(field, Cell.text(text));
        sent.stream().filter(cell -> cell.field() == field).findFirst().ifPresent(cell -> names.put(field, cell.column() + at.row()));
    }

    Cell get(Field field) {
        return cells.getOrDefault(field, Cell.BLANK);
    }

    /** Folded text; empty where the cell says nothing. */
    String text(Field field) {
        Cell cell = get(field);
        return cell.kind() == Cell.Kind.ERROR || cell.saysNothing() ? "" : Fold.text(cell.text());
    }

    @Nullable String cellName(Field field) {
        return names.get(field);
    }

    void warn(Warning warning) {
        warnings.add(warning);
    }

    Set<Warning> warnings() {
        return warnings;
    }

    /** The number of the enterprise of the row above, a guess where this row names none. */
    void above(@Nullable String enterprise) {
        if (enterprise != null && namesNobody()) context = context.below(enterprise);
    }

    boolean namesNobody() {
        return text(Field.ENTERPRISE_ID).isEmpty() && text(Field.USCC).isEmpty() && text(Field.ENTERPRISE_NAME).isEmpty();
    }

    /** The texts a person sees and may change, each complete in itself: units of the header are written out. */
    Map<Field, String> texts(TableUnits units) {
        Map<Field, String> texts = new EnumMap<>(Field.class);
        cells.forEach((field, cell) -> {
            String text = Fold.text(cell.text());
            if (!text.isEmpty() && field != Field.UNIT) texts.put(field, cell.kind() == Cell.Kind.ERROR ? text : units.spelledOut(field, text, get(Field.UNIT)));
        });
        return texts;
    }
}
