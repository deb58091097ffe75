package org.jucai.platform.rounds.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.hssf.record.SupBookRecord;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** Turns the stream of records of an .xls into grids. */
final class XlsRecords implements HSSFListener {

    private final Budget budget;
    private final Consumer<Grid> sheets;
    private final List<BoundSheetRecord> bound = new ArrayList<>();
    private final Map<Integer, String> formats = new HashMap<>();
    private final List<ExtendedFormatRecord> styles = new ArrayList<>();
    private boolean base1904;
    private int sheet = -1;
    private int depth;
    private @Nullable SSTRecord texts;
    private @Nullable GridBuilder grid;
    private @Nullable FormulaRecord waiting;

    XlsRecords(Budget budget, Consumer<Grid> sheets) {
        this.budget = budget;
        this.sheets = sheets;
    }

    @Override
    public void processRecord(Record record) {
        switch (record) {
            case FilePassRecord _ -> throw WorkbookRefusal.WORKBOOK_ENCRYPTED.now();
            case SupBookRecord book when book.isExternalReferences() -> throw WorkbookRefusal.WORKBOOK_HAS_EXTERNAL_LINKS.now();
            case BoundSheetRecord one -> bound.add(one);
            case DateWindow1904Record window -> base1904 = window.getWindowing() == 1;
            case FormatRecord format -> formats.put(format.getIndexCode(), format.getFormatString());
            case ExtendedFormatRecord style -> styles.add(style);
            case SSTRecord shared -> texts = shared;
            case BOFRecord start -> start(start);
            case EOFRecord _ -> finish();
            default -> inSheet(record);
        }
    }

    private void start(BOFRecord start) {
        if (start.getType() == BOFRecord.TYPE_WORKBOOK) return;
        if (start.getType() == BOFRecord.TYPE_EXCEL_4_MACRO) throw WorkbookRefusal.WORKBOOK_HAS_MACROS.now();
        depth++;
        if (depth > 1) return; // a chart inside a sheet opens with the same record as a sheet
        sheet++;
        BoundSheetRecord[] inOrder = BoundSheetRecord.orderByBofPosition(bound);
        if (sheet >= inOrder.length) throw WorkbookRefusal.WORKBOOK_DAMAGED.now();
        boolean hidden = inOrder[sheet].isHidden() || inOrder[sheet].isVeryHidden();
        grid = new GridBuilder(inOrder[sheet].getSheetname(), hidden, base1904, budget);
    }

    private void finish() {
        if (depth > 0 && --depth == 0) end();
    }

    /** Hands over the sheet that is open, if one is: a file may break off before it says so. */
    void end() {
        GridBuilder built = grid;
        grid = null;
        if (built != null) sheets.accept(built.build());
    }

    private void inSheet(Record record) {
        GridBuilder into = grid;
        if (into == null || depth > 1) return;
        switch (record) {
            case ColumnInfoRecord column when column.getHidden() || column.getColumnWidth() == 0 ->
                    into.hideColumns(column.getFirstColumn(), column.getLastColumn());
            case RowRecord row when row.getZeroHeight() -> into.hideRow(row.getRowNumber() + 1);
            case MergeCellsRecord merged -> merge(into, merged);
            case StringRecord text -> formulaText(into, text.getString());
            case CellValueRecordInterface value -> value(into, value);
            default -> { }
        }
    }

    private static void merge(GridBuilder into, MergeCellsRecord merged) {
        for (int i = 0; i < merged.getNumAreas(); i++) {
            CellRangeAddress area = merged.getAreaAt(i);
            into.merge(new Grid.Merge(area.getFirstRow() + 1, area.getLastRow() + 1, area.getFirstColumn(), area.getLastColumn()));
        }
    }

    private void value(GridBuilder into, CellValueRecordInterface value) {
        switch (value) {
            case LabelSSTRecord label -> put(into, label, Cell.text(shared(label.getSSTIndex())));
            case LabelRecord label -> put(into, label, Cell.text(label.getValue()));
            case NumberRecord number -> put(into, number, number(number, number.getValue()));
            case BoolErrRecord flag -> put(into, flag, flag.isError() ? error(flag.getErrorValue()) : truth(flag.getBooleanValue()));
            case FormulaRecord formula -> formula(into, formula);
            default -> { }
        }
    }

    private void formula(GridBuilder into, FormulaRecord formula) {
        switch (formula.getCachedResultTypeEnum()) {
            case STRING -> waiting = formula; // its text is the next record
            case BOOLEAN -> put(into, formula, truth(formula.getCachedBooleanValue()).fromFormula());
            case ERROR -> put(into, formula, error(formula.getCachedErrorValue()).fromFormula());
            default -> put(into, formula, number(formula, formula.getValue()).fromFormula());
        }
    }

    private void formulaText(GridBuilder into, String text) {
        FormulaRecord formula = waiting;
        waiting = null;
        if (formula != null) put(into, formula, Cell.text(text).fromFormula());
    }

    private static void put(GridBuilder into, CellValueRecordInterface where, Cell cell) {
        into.cell(where.getRow() + 1, where.getColumn(), cell);
    }

    private String shared(int index) {
        SSTRecord all = texts;
        if (all == null || index < 0 || index >= all.getNumUniqueStrings()) throw WorkbookRefusal.WORKBOOK_DAMAGED.now();
        return all.getString(index).getString();
    }

    private Cell number(CellValueRecordInterface cell, double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) return error(FormulaError.NUM.getCode());
        int format = cell.getXFIndex() < styles.size() ? styles.get(cell.getXFIndex()).getFormatIndex() : 0;
        return Serials.cell(Double.toString(value), DateFormats.isDate(format, formats.get(format)), base1904);
    }

    private static Cell truth(boolean value) {
        return Cell.text(value ? "TRUE" : "FALSE");
    }

    private static Cell error(int code) {
        return new Cell(Cell.Kind.ERROR, FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERROR", false);
    }
}
