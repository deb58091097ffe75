package org.jucai.platform.rounds.workbook;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What the cells under a header look like, from the first rows of the table. */
final class Evidence {

    private static final int SAMPLE = 40;

    private final List<GridRow> sample;
    private final Setting setting;

    /** @param below rows after the header */
    Evidence(List<GridRow> below, Setting setting) {
        this.sample = below.subList(0, Math.min(SAMPLE, below.size()));
        this.setting = setting;
    }

    /** Cells out of a hundred filled ones that could be this field; 0 for an empty column. */
    int fits(Field field, int column) {
        return share(column, test(field));
    }

    /** Cells out of a hundred filled ones that name a mass, be it about. */
    int masses(int column) {
        return share(column, cell -> Quantity.read(cell, MassUnit.TONNE) instanceof Quantity.Exactly || Quantity.read(cell, MassUnit.TONNE) instanceof Quantity.About);
    }

    private int share(int column, Predicate<Cell> test) {
        int filled = 0;
        int fitting = 0;
        for (GridRow row : sample) {
            Cell cell = row.get(column);
            if (cell.isEmpty() || Words.isDitto(cell)) continue;
            filled++;
            if (test.test(cell)) fitting++;
        }
        return filled == 0 ? 0 : fitting * 100 / filled;
    }

    private Predicate<Cell> test(Field field) {
        Lookup lookup = setting.lookup();
        return switch (field) {
            case ENTERPRISE_ID -> cell -> lookup.enterpriseById(Fold.key(cell.text())).isPresent();
            case USCC -> cell -> Fold.key(cell.text()).matches("[0-9A-Z]{18}");
            case ENTERPRISE_NAME -> cell -> lookup.enterpriseLikeName(Fold.key(cell.text())).isPresent();
            case GRADE -> cell -> GradeRule.find(lookup, cell.text()).isPresent();
            case MINIMUM, TARGET, MAXIMUM, PRICE_CAP -> Evidence::isNumber;
            case UNIT -> cell -> MassUnit.of(cell.text()).isPresent();
            case FROM, TO -> cell -> cell.kind() != Cell.Kind.NUMBER && isDay(cell) || isSerial(cell);
            case WINDOW -> cell -> isDay(cell) || Window.of(Fold.text(cell.text()), setting.period()).isPresent();
            case PAYMENT -> cell -> Payment.of(cell.text()).isPresent();
            case PLACE, SUBSTITUTES, REMARK -> cell -> cell.kind() == Cell.Kind.TEXT;
        };
    }

    private boolean isDay(Cell cell) {
        return Day.read(cell, setting.period(), false) instanceof Day.On;
    }

    private boolean isSerial(Cell cell) {
        return cell.kind() == Cell.Kind.NUMBER && Day.read(cell, setting.period(), false) instanceof Day.On(var day, var _) && setting.period().holds(day);
    }

    private static boolean isNumber(Cell cell) {
        return Quantity.read(cell, MassUnit.TONNE) instanceof Quantity.Exactly;
    }

    /**
     * 1, 2, 3: serial numbers and no masses. A list may go on from another sheet (61, 62, 63); of two figures, which may follow each
     * other by chance, and of a single one only the first of all numbers tells.
     */
    boolean countsUp(int column) {
        List<Cell> numbers = sample.stream().map(row -> row.get(column)).filter(cell -> cell.kind() == Cell.Kind.NUMBER).toList();
        if (numbers.isEmpty() || !numbers.stream().allMatch(cell -> cell.text().matches("\\d{1,6}"))) return false;
        int first = Integer.parseInt(numbers.getFirst().text());
        boolean follow = IntStream.range(0, numbers.size()).allMatch(i -> Integer.parseInt(numbers.get(i).text()) == first + i);
        return follow && (first == 1 || numbers.size() > 2);
    }
}
