package org.jucai.platform.rounds.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes workbooks for tests and reads them back. A row is texts, numbers, days, formulas or nulls. */
final class Books {

    static final DeliveryPeriod PERIOD = new DeliveryPeriod(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 30));

    static final List<Enterprise> MEMBERS = List.of(
            new Enterprise("E001", "91410183MAYL000163", "新密样例耐材001有限公司", List.of(new DeliveryPoint("DP001", "苟堂镇样例料场001"))),
            new Enterprise("E002", "91410183MAYL00024X", "新密样例耐材002有限公司", List.of(new DeliveryPoint("DP002", "刘寨镇样例料场002"))),
            new Enterprise("E003", "91410183MAYL00032Q", "新密样例耐材003有限公司", List.of(new DeliveryPoint("DP003", "米村镇样例料场003"))),
            new Enterprise("E004", "91410183MAYL00040K", "新密样例耐材004有限公司",
                    List.of(new DeliveryPoint("DP004", "来集镇样例料场004"), new DeliveryPoint("DP904", "来集镇二号料场"))));

    static final List<String> CODES = List.of("GL-88A", "GL-85A", "GL-85B", "GL-80", "GL-70", "GL-60", "GL-50", "YNS-45", "YNS-42", "RN-soft", "GSN98");

    record Formula(String text, double cached) {}

    /** One sheet to be. */
    record Page(String name, Object[][] rows, Consumer<Sheet> then) {
        Page(String name, Object[]... rows) {
            this(name, rows, sheet -> {});
        }
    }

    private Books() {}

    static Setting setting() {
        Register register = new Register(MEMBERS, CODES, java.util.Map.of(
                "GL-85", new GradeMatch("GL-85A", false), "特级料", new GradeMatch("GL-85A", false), "软质黏土", new GradeMatch("RN-soft", true)));
        return Setting.of(register, PERIOD, LocalDate.of(2026, 2, 20));
    }

    static Object[] row(Object... cells) {
        return cells;
    }

    static Preview read(Page... pages) {
        return read(bytes(new XSSFWorkbook(), pages), setting());
    }

    static Preview readXls(Page... pages) {
        return read(bytes(new HSSFWorkbook(), pages), setting());
    }

    static Preview read(byte[] bytes, Setting setting) {
        try {
            return DemandWorkbook.read(new ByteArrayInputStream(bytes), setting, Progress.SILENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(Workbook book, Page... pages) {
        try (book; ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            CellStyle day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            for (Page page : pages) fill(book.createSheet(page.name()), page, day);
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Sheet sheet, Page page, CellStyle day) {
        for (int r = 0; r < page.rows().length; r++) {
            for (int c = 0; c < page.rows()[r].length; c++) {
                Object value = page.rows()[r][c];
                if (value != null) set((sheet.getRow(r) == null ? sheet.createRow(r) : sheet.getRow(r)).createCell(c), value, day);
            }
        }
        page.then().accept(sheet);
    }

    private static void set(Cell cell, Object value, CellStyle day) {
        switch (value) {
            case Number number -> cell.setCellValue(number.doubleValue());
            case LocalDate date -> {
                cell.setCellValue(date);
                cell.setCellStyle(day);
            }
            case Formula formula -> {
                cell.setCellFormula(formula.text());
                cell.setCellValue(formula.cached());
            }
            default -> cell.setCellValue(value.toString());
        }
    }

    static void merge(Sheet sheet, String area) {
        sheet.addMergedRegion(CellRangeAddress.valueOf(area));
    }

    /** Rows of data only. */
    static List<RowPreview> data(Preview preview) {
        return preview.rows().filter(row -> row.status() != RowPreview.Status.NOT_DATA).toList();
    }

    /** Enterprise, grade and kilograms of accepted lines, in order. */
    static List<String> told(Preview preview) {
        return preview.acceptedLines().stream().map(l -> l.enterpriseId() + " " + l.grade() + " " + l.targetKg()).toList();
    }
}
