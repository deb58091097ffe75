package org.jucai.platform.rounds.workbook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a table of columns: meanings by the words above them, then by what stands in them. */
final class TableMaker {

    private static final int MOSTLY = 50;

    private final List<Column> columns;
    private final Evidence evidence;
    private final Setting setting;
    private final List<String> titles;
    private final Map<Field, Integer> fields = new EnumMap<>(Field.class);

    TableMaker(List<Column> columns, Evidence evidence, Setting setting, List<String> titles) {
        this.columns = columns;
        this.evidence = evidence;
        this.setting = setting;
        this.titles = titles;
    }

    Optional<Table> make() {
        columns.forEach(this::byWord);
        Optional<Table> matrix = matrix();
        if (matrix.isPresent()) return matrix;
        byContent();
        boolean grade = fields.containsKey(Field.GRADE);
        boolean mass = fields.containsKey(Field.TARGET);
        return grade && mass ? Optional.of(new Table.Lines(fields, units(), described(Map.of()))) : Optional.empty();
    }

    /** Of two columns with the same word, the one whose content fits better. */
    private void byWord(Column column) {
        Field field = column.field();
        if (field == null) return;
        Field meant = meant(field, column.index());
        Integer other = fields.get(meant);
        if (other == null || evidence.fits(meant, column.index()) > evidence.fits(meant, other)) fields.put(meant, column.index());
    }

    /** Words that mean two things are settled by content: 单位 is a firm or a unit, "deliver to" a day or a place. */
    private Field meant(Field field, int column) {
        if (field == Field.ENTERPRISE_NAME && evidence.fits(Field.UNIT, column) >= MOSTLY) return Field.UNIT;
        boolean texts = evidence.fits(Field.PLACE, column) >= MOSTLY;
        if (field == Field.TO && texts && evidence.fits(Field.WINDOW, column) == 0 && columns.stream().noneMatch(c -> c.field() == Field.FROM)) return Field.PLACE;
        return field;
    }

    private void byContent() {
        if (fields.keySet().stream().noneMatch(Field::isEnterprise)) {
            if (!guess(Field.ENTERPRISE_ID) && !guess(Field.USCC)) guess(Field.ENTERPRISE_NAME);
        }
        if (!fields.containsKey(Field.GRADE)) guess(Field.GRADE);
        if (fields.keySet().stream().noneMatch(Field::isDate) && guess(Field.FROM)) guess(Field.TO);
        if (fields.keySet().stream().noneMatch(Field::isDate)) guess(Field.WINDOW);
        if (!fields.containsKey(Field.PAYMENT)) guess(Field.PAYMENT);
        if (!fields.containsKey(Field.TARGET)) onlyNumbers();
    }

    private boolean guess(Field field) {
        int best = -1;
        for (Column column : columns) {
            boolean free = column.isUnknown() && !fields.containsValue(column.index());
            int fits = free ? evidence.fits(field, column.index()) : 0;
            if (fits >= MOSTLY && (best < 0 || fits > evidence.fits(field, best))) best = column.index();
        }
        if (best >= 0) fields.put(field, best);
        return best >= 0;
    }

    /** The mass is the only column of numbers that is not a serial number; of several nobody can tell. */
    private void onlyNumbers() {
        List<Column> numbers = columns.stream()
                .filter(c -> c.isUnknown() && !fields.containsValue(c.index()))
                .filter(c -> evidence.fits(Field.TARGET, c.index()) >= MOSTLY && !evidence.countsUp(c.index()))
                .toList();
        List<Column> inUnits = numbers.stream().filter(c -> MassUnit.in(c.header()).isPresent()).toList();
        List<Column> likely = inUnits.isEmpty() ? numbers : inUnits;
        if (likely.size() == 1) fields.put(Field.TARGET, likely.getFirst().index());
    }

    private Optional<Table> matrix() {
        if (fields.containsKey(Field.TARGET) && fields.containsKey(Field.GRADE)) return Optional.empty();
        List<Table.Value> grades = values(Field.GRADE);
        if (grades.stream().noneMatch(this::hasMasses) && values(Field.ENTERPRISE_NAME).stream().noneMatch(this::hasMasses)) return Optional.empty();
        if (distinct(grades) >= 2 && !fields.containsKey(Field.GRADE)) return across(Field.GRADE, grades);
        List<Table.Value> enterprises = values(Field.ENTERPRISE_NAME);
        if (distinct(enterprises) < 2) return Optional.empty();
        if (!fields.containsKey(Field.GRADE) && !guess(Field.GRADE)) return Optional.empty();
        return across(Field.ENTERPRISE_NAME, enterprises);
    }

    private Optional<Table> across(Field field, List<Table.Value> values) {
        values.forEach(value -> fields.values().remove(value.column()));
        if (field == Field.GRADE) byContentOfMatrix();
        Map<Integer, String> names = new java.util.HashMap<>();
        values.forEach(value -> names.put(value.column(), value.named()));
        return Optional.of(new Table.Matrix(fields, units(), described(names), field, values));
    }

    private void byContentOfMatrix() {
        if (fields.keySet().stream().noneMatch(Field::isEnterprise)) {
            if (!guess(Field.ENTERPRISE_ID) && !guess(Field.USCC)) guess(Field.ENTERPRISE_NAME);
        }
    }

    private boolean hasMasses(Table.Value value) {
        return evidence.fits(Field.TARGET, value.column()) >= MOSTLY;
    }

    /** Different grades or members; a number, a code and a name of one member are one. */
    private int distinct(List<Table.Value> values) {
        Set<String> names = new HashSet<>();
        values.forEach(value -> names.add(enterprise(value.named(), setting.lookup()).map(Enterprise::id).orElse(Fold.key(value.named()))));
        return names.size();
    }

    private List<Table.Value> values(Field across) {
        List<Table.Value> values = new ArrayList<>();
        for (Column column : columns) {
            String named = named(column, across);
            boolean numbers = evidence.masses(column.index()) >= MOSTLY || evidence.fits(Field.PLACE, column.index()) == 0;
            if (named != null && numbers) values.add(new Table.Value(column.index(), named, mass(column)));
        }
        return values;
    }

    private @Nullable String named(Column column, Field across) {
        for (String level : column.levels().reversed()) {
            String bare = Fold.text(level).replaceAll("\\((吨|万吨|公斤|t|kg|tonnes?)\\)$|/(吨|t|kg)$", "");
            boolean is = across == Field.GRADE ? GradeRule.find(setting.lookup(), bare).isPresent() : isEnterprise(bare, setting.lookup());
            if (is) return bare;
        }
        return null;
    }

    private static Field mass(Column column) {
        Field field = column.field();
        return field != null && field.isMass() ? field : Field.TARGET;
    }

    private static Optional<Enterprise> enterprise(String text, Lookup lookup) {
        String key = Fold.key(text);
        return lookup.enterpriseById(key).or(() -> lookup.enterpriseByUscc(key)).or(() -> lookup.enterpriseLikeName(key));
    }

    static boolean isEnterprise(String text, Lookup lookup) {
        return enterprise(text, lookup).isPresent();
    }

    static boolean isName(String text, Lookup lookup) {
        String bare = Fold.text(text).replaceAll("\\(.{1,6}\\)$", "");
        return text.length() < 60 && (GradeRule.find(lookup, bare).isPresent() || isEnterprise(bare, lookup));
    }

    private TableUnits units() {
        Map<Field, MassUnit> mass = new EnumMap<>(Field.class);
        Price.Unit price = Price.Unit.YUAN_PER_TONNE;
        boolean withoutTax = false;
        for (Column column : columns) {
            Field field = fields.entrySet().stream().filter(e -> e.getValue() == column.index()).map(Map.Entry::getKey).findFirst().orElse(null);
            if (field != null && field.isMass()) MassUnit.in(column.header()).ifPresent(unit -> mass.put(field, unit));
            if (field != Field.PRICE_CAP) continue;
            price = Price.Unit.in(column.header()).orElse(price);
            withoutTax = Price.WITHOUT_TAX.matcher(Fold.text(column.header())).matches();
        }
        return new TableUnits(mass, titled(), price, withoutTax);
    }

    /** 单位：吨、元 in the title nearest to the table, or the unit in the header of a matrix. */
    private @Nullable MassUnit titled() {
        List<String> said = new ArrayList<>(columns.stream().map(Column::header).filter(h -> h.length() < 30).toList());
        said.addAll(titles.reversed().stream().filter(t -> t.matches("(?is).*(单位|unit|in tonnes|in kg|[(（](万?吨|公斤|t|kg)[)）]).*")).toList());
        for (String text : said) {
            Optional<MassUnit> unit = MassUnit.in(text.replaceFirst("(?is).*?(单位|units?)\\s*[:：]", ""));
            if (unit.isPresent()) return unit.get();
        }
        return null;
    }

    private List<SheetPreview.ColumnPreview> described(Map<Integer, String> names) {
        return columns.stream()
                .map(column -> new SheetPreview.ColumnPreview(
                        Grid.letters(column.index()), column.header(), names.getOrDefault(column.index(), fieldName(column.index()))))
                .toList();
    }

    private String fieldName(int column) {
        return fields.entrySet().stream().filter(e -> e.getValue() == column).map(e -> e.getKey().name()).findFirst().orElse("");
    }
}
