package org.jucai.platform.rounds.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows out so that nothing in them can act: in .xlsx a text is stored as text and marked so, in CSV a text that a program
 * would take for a formula is led by an apostrophe. Rows stream: any number fits.
 */
public final class RowsWriter {

    private static final int IN_MEMORY = 200;

    private RowsWriter() {}

    /** One cell: text, a number with its exact digits, a day, or nothing. */
    public sealed interface Out {
        record Text(String text) implements Out {}

        record Figure(BigDecimal figure) implements Out {}

        record Date(LocalDate day) implements Out {}

        record Empty() implements Out {}

        /** Kilograms as tonnes. */
        static Out tonnes(@Nullable Long kg) {
            return kg == null ? new Empty() : new Figure(BigDecimal.valueOf(kg, 3).stripTrailingZeros());
        }

        /** Fen as yuan. */
        static Out yuan(@Nullable Long fen) {
            return fen == null ? new Empty() : new Figure(BigDecimal.valueOf(fen, 2));
        }

        static Out text(@Nullable String text) {
            return text == null || text.isEmpty() ? new Empty() : new Text(text);
        }
    }

    /** A demand line in the order of {@link TemplateWriter#COLUMNS}, so that an export can be read again. */
    public static List<Out> cells(DemandLine line) {
        return List.of(Out.text(line.enterpriseId()), Out.text(line.uscc()), Out.text(line.enterpriseName()), Out.text(line.grade()),
                Out.text(String.join("、", line.substitutes())), Out.tonnes(line.minimumKg()), Out.tonnes(line.targetKg()),
                Out.tonnes(line.maximumKg()), Out.yuan(line.priceCapFenPerTonne()), Out.text(line.deliveryPlace()),
                new Out.Date(line.deliveryFrom()), new Out.Date(line.deliveryTo()),
                Out.text(line.payment() == null ? null : line.payment().label()), Out.text(line.remark()));
    }

    /** Writes an .xlsx of one sheet. */
    public static void xlsx(String sheetName, List<String> headers, Iterator<List<Out>> rows, OutputStream to) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(IN_MEMORY)) {
            Sheet sheet = book.createSheet(sheetName);
            Styles styles = new Styles(TemplateWriter.text(book), day(book));
            CellStyle bold = TemplateWriter.header(book);
            Row head = sheet.createRow(0);
            for (int c = 0; c < headers.size(); c++) {
                head.createCell(c).setCellValue(headers.get(c));
                head.getCell(c).setCellStyle(bold);
            }
            sheet.createFreezePane(0, 1);
            for (int r = 1; rows.hasNext(); r++) {
                Row row = sheet.createRow(r);
                List<Out> cells = rows.next();
                for (int c = 0; c < cells.size(); c++) set(row.createCell(c), cells.get(c), styles);
            }
            book.write(to);
        }
    }

    private record Styles(CellStyle text, CellStyle day) {}

    private static CellStyle day(Workbook book) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
        return style;
    }

    private static void set(Cell cell, Out value, Styles styles) {
        switch (value) {
            case Out.Text(String text) -> {
                cell.setCellValue(text);
                if (!Harmless.inert(text).equals(text)) cell.setCellStyle(styles.text());
            }
            case Out.Figure(BigDecimal figure) -> cell.setCellValue(figure.doubleValue()); // the format knows no other number; up to 15 digits it is exact
            case Out.Date(LocalDate day) -> {
                cell.setCellValue(day);
                cell.setCellStyle(styles.day());
            }
            case Out.Empty _ -> cell.setBlank();
        }
    }

    /** Writes CSV in UTF-8 with a byte order mark, so that spreadsheet programs show Chinese; lines end in CR LF (RFC 4180). */
    public static void csv(List<String> headers, Iterator<List<Out>> rows, OutputStream to) throws IOException {
        Writer out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        out.write('\uFEFF');
        out.write(headers.stream().map(RowsWriter::quoted).collect(Collectors.joining(",", "", "\r\n")));
        while (rows.hasNext()) out.write(rows.next().stream().map(RowsWriter::plain).collect(Collectors.joining(",", "", "\r\n")));
        out.flush();
    }

    private static String plain(Out value) {
        return switch (value) {
            case Out.Text(String text) -> quoted(text);
            case Out.Figure(BigDecimal figure) -> figure.toPlainString();
            case Out.Date(LocalDate day) -> day.toString();
            case Out.Empty _ -> "";
        };
    }

    private static String quoted(String text) {
        return '"' + Harmless.inert(text).replace("\"", "\"\"") + '"';
    }
}
