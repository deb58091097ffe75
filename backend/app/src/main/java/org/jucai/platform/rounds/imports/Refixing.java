package org.jucai.platform.rounds.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jucai.platform.rounds.workbook.At;
import org.jucai.platform.rounds.workbook.DemandWorkbook;
import org.jucai.platform.rounds.workbook.Preview;
import org.jucai.platform.rounds.workbook.RowPreview;
import org.jucai.platform.rounds.workbook.Setting;
import org.jucai.platform.rounds.workbook.SheetPreview;

/** Judges a corrected row by the rules of reading, and tells anew which rows repeat which. Pure. */
final class Refixing {

    private Refixing() {}

    static RowPreview judged(RowPreview row, RowFix fix, Setting setting) {
        return DemandWorkbook.again(row, fix.over(row.texts()), setting);
    }

    /**
     * The changed row and those that stand for the same line as it did or does, with repetitions told anew.
     *
     * @param related in the order of the file; the changed row may be among them as it was
     */
    static List<ImportedRow> toldAnew(List<ImportedRow> related, ImportedRow changed, Setting setting) {
        List<ImportedRow> all = new ArrayList<>(related.stream().filter(row -> row.ordinal() != changed.ordinal()).toList());
        all.add(changed);
        all.sort(Comparator.comparingInt(ImportedRow::ordinal));
        Map<At, RowPreview> told = told(all, changed.row(), setting).rows().collect(Collectors.toMap(RowPreview::at, row -> row));
        return all.stream().map(row -> row.judged(told.getOrDefault(row.row().at(), row.row()))).toList();
    }

    private static Preview told(List<ImportedRow> rows, RowPreview changed, Setting setting) {
        Map<String, List<RowPreview>> bySheet = new LinkedHashMap<>();
        rows.forEach(row -> bySheet.computeIfAbsent(row.row().at().sheet(), _ -> new ArrayList<>()).add(row.row()));
        List<SheetPreview> sheets = bySheet.entrySet().stream()
                .map(sheet -> new SheetPreview(sheet.getKey(), SheetPreview.Role.DEMAND, List.of(), sheet.getValue())).toList();
        return new Preview(sheets, new Preview.Totals(0, 0, 0, 0, 0, new Preview.Sum(0, 0), Map.of(), Map.of()), false).with(changed, setting);
    }
}
