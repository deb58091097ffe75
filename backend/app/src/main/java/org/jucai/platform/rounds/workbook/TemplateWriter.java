package org.jucai.platform.rounds.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes the workbook that members fill in: one sheet for demand with lists to choose from, one that explains, one of grades. */
public final class TemplateWriter {

    /** What each column holds; masses in tonnes, the cap in yuan per tonne with tax. */
    public static final List<Field> COLUMNS = List.of(
            Field.ENTERPRISE_ID, Field.USCC, Field.ENTERPRISE_NAME, Field.GRADE, Field.SUBSTITUTES, Field.MINIMUM, Field.TARGET,
            Field.MAXIMUM, Field.PRICE_CAP, Field.PLACE, Field.FROM, Field.TO, Field.PAYMENT, Field.REMARK);

    private static final int LAST_ROW = 2_000;
    private static final String GRADES = "grade_list";

    private TemplateWriter() {}

    /**
     * @param prefilled rows that are filled in already, such as the member's own number and name, or "like last time"
     * @param example one row, shown on the sheet of instructions and never read
     */
    public static void write(SheetTexts texts, List<String> grades, List<List<String>> prefilled, List<String> example, OutputStream to)
            throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            Sheet demand = book.createSheet(texts.demandSheet());
            CellStyle bold = header(book);
            row(demand, 0, texts.headers(), bold);
            for (int i = 0; i < prefilled.size(); i++) row(demand, i + 1, prefilled.get(i), text(book));
            demand.createFreezePane(0, 1);
            for (int c = 0; c < COLUMNS.size(); c++) demand.setColumnWidth(c, 18 * 256);
            notes(book, texts, example, bold);
            lists(book, demand, grades);
            book.write(to);
        }
    }

    private static void notes(Workbook book, SheetTexts texts, List<String> example, CellStyle bold) {
        Sheet notes = book.createSheet(texts.notesSheet());
        int row = 0;
        for (String line : texts.instructions()) row(notes, row++, List.of(line), text(book));
        row(notes, row + 1, texts.headers(), bold);
        row(notes, row + 2, example, text(book));
    }

    /** Choices for grade and payment, dates that must be dates; a person may still paste, so the reader checks all again. */
    private static void lists(Workbook book, Sheet demand, List<String> grades) {
        Sheet codes = book.createSheet("lists");
        for (int i = 0; i < grades.size(); i++) codes.createRow(i).createCell(0).setCellValue(grades.get(i));
        book.setSheetHidden(book.getSheetIndex(codes), true);
        var name = book.createName();
        name.setNameName(GRADES);
        name.setRefersToFormula("lists!$A$1:$A$" + Math.max(1, grades.size()));
        DataValidationHelper helper = demand.getDataValidationHelper();
        choice(demand, helper, Field.GRADE, helper.createFormulaListConstraint(GRADES));
        choice(demand, helper, Field.PAYMENT, helper.createExplicitListConstraint(new String[] {Payment.CASH.label(), Payment.FINANCED.label()}));
    }

    private static void choice(Sheet sheet, DataValidationHelper helper, Field field, DataValidationConstraint constraint) {
        int column = COLUMNS.indexOf(field);
        DataValidation choice = helper.createValidation(constraint, new CellRangeAddressList(1, LAST_ROW, column, column));
        choice.setErrorStyle(DataValidation.ErrorStyle.WARNING);
        choice.setShowErrorBox(true);
        choice.setSuppressDropDownArrow(true); // in this format the flag is stored the other way round: the arrow shows
        sheet.addValidationData(choice);
    }

    private static void row(Sheet sheet, int at, List<String> cells, CellStyle style) {
        Row row = sheet.createRow(at);
        for (int c = 0; c < cells.size(); c++) {
            var cell = row.createCell(c);
            cell.setCellValue(cells.get(c));
            cell.setCellStyle(style);
        }
    }

    /** Text that stays text even after a person edits the cell. */
    static CellStyle text(Workbook book) {
        CellStyle style = book.createCellStyle();
        style.setQuotePrefixed(true);
        return style;
    }

    static CellStyle header(Workbook book) {
        CellStyle style = book.createCellStyle();
        var font = book.createFont();
        font.setBold(true);
        style.setFont(font);
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setWrapText(true);
        return style;
    }
}
