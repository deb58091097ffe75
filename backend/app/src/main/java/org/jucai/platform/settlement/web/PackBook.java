package org.jucai.platform.settlement.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jucai.platform.kernel.web.Words;
import org.jucai.platform.membership.PartyName;
import org.jucai.platform.settlement.Invoice;
import org.jucai.platform.settlement.Line;
import org.jucai.platform.settlement.Statement;
import org.jucai.platform.settlement.StatementBoard;
import org.jucai.platform.settlement.reckoning.TaxLine;

/** The accountant's workbook: statements, lines with tickets, invoices, payables, and the sums that must agree. Figures are numbers, texts texts, nothing a formula. */
final class PackBook {

    private static final int WIDTH = 18 * 256;
    private static final int IN_MEMORY = 100;

    private final Words words;
    private final Locale locale;
    private final StatementTable table;
    private final LocalDate today;

    PackBook(Words words, Locale locale, Map<UUID, PartyName> names, LocalDate today) {
        this.words = words;
        this.locale = locale;
        this.table = new StatementTable(words, locale, names);
        this.today = today;
    }

    byte[] of(List<StatementBoard.Shown> all, Optional<StatementBoard.Sides> sides) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(IN_MEMORY); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            sheet(book, "statements", StatementTable.COLUMNS, all.stream().map(shown -> table.row(shown.statement())).toList());
            sheet(book, "lines", List.of("code", "delivery", "came", "grade", "line", "member", "tonnes", "goods", "quality", "freight", "equalisation", "fee", "total", "due", "stands", "tickets"),
                    all.stream().flatMap(shown -> shown.lines().stream().map(line -> line(shown.statement(), line))).toList());
            sheet(book, "invoices", List.of("code", "number", "issued", "rate", "net", "vat", "gross", "reverses"),
                    all.stream().flatMap(shown -> shown.invoices().stream().flatMap(invoice -> invoice.lines().stream().map(line -> invoice(shown.statement(), invoice, line)))).toList());
            sheet(book, "payables", StatementTable.OWED,
                    all.stream().filter(shown -> shown.statement().reverses().isEmpty()).map(shown -> table.payable(shown, today)).toList());
            sheet(book, "checks", List.of("what", "yuan"), checks(all, sides));
            book.write(out);
            return out.toByteArray();
        }
    }

    private void sheet(SXSSFWorkbook book, String name, List<String> columns, List<List<Object>> rows) {
        SXSSFSheet sheet = book.createSheet(say("sheet." + name));
        Font font = book.createFont();
        font.setBold(true);
        CellStyle bold = book.createCellStyle();
        bold.setFont(font);
        Row head = sheet.createRow(0);
        for (int c = 0; c < columns.size(); c++) {
            sheet.setColumnWidth(c, WIDTH);
            head.createCell(c).setCellValue(say("column." + columns.get(c)));
            head.getCell(c).setCellStyle(bold);
        }
        for (int r = 0; r < rows.size(); r++) write(sheet.createRow(r + 1), rows.get(r));
        sheet.createFreezePane(0, 1);
    }

    private static void write(Row row, List<Object> cells) {
        for (int c = 0; c < cells.size(); c++) {
            if (cells.get(c) instanceof BigDecimal number) row.createCell(c).setCellValue(number.doubleValue()); // the format knows no other number; up to 15 digits it is exact
            else row.createCell(c).setCellValue(String.valueOf(cells.get(c)));
        }
    }

    private List<Object> line(Statement statement, Line it) {
        String tickets = it.said().tickets().stream().map(ticket -> ticket.weighbridge() + " " + ticket.number() + ": " + StatementTable.tonnes(ticket.netKg()).toPlainString())
                .collect(Collectors.joining("; "));
        return List.of(statement.code(), it.said().code(), it.said().on().toString(), it.said().grade(), it.said().lineCode(), table.name(it.said().enterpriseId()),
                StatementTable.tonnes(it.mass().kg()), yuan(it.amounts().goodsFen()), yuan(it.amounts().qualityFen()), yuan(it.amounts().freightFen()), yuan(it.amounts().equalisationFen()),
                yuan(it.amounts().feeFen()), yuan(it.amounts().totalFen()), it.dueOn().map(Object::toString).orElse(""), say(it.stands() ? "yes" : "no"), tickets);
    }

    private static List<Object> invoice(Statement statement, Invoice it, Invoice.Amount line) {
        return List.of(statement.code(), it.number(), it.issuedOn().toString(), BigDecimal.valueOf(line.rateBp(), 2), yuan(line.netFen()), yuan(line.vatFen()), yuan(line.grossFen()),
                it.reverses().orElse(""));
    }

    /** Each sum is made of its own figures; what must be nothing is written as the difference. */
    private List<List<Object>> checks(List<StatementBoard.Shown> all, Optional<StatementBoard.Sides> sides) {
        long statements = all.stream().mapToLong(shown -> shown.statement().money().totalFen() - shown.statement().money().agreedFen()).sum();
        long lines = all.stream().flatMap(shown -> shown.lines().stream()).mapToLong(line -> line.amounts().totalFen()).sum();
        long owed = all.stream().filter(shown -> shown.statement().reverses().isEmpty()).flatMap(shown -> shown.whole().stream()).mapToLong(TaxLine::grossFen).sum();
        long invoiced = all.stream().flatMap(shown -> shown.invoices().stream()).mapToLong(Invoice::grossFen).sum();
        long open = all.stream().flatMap(shown -> shown.toInvoice().stream()).mapToLong(TaxLine::grossFen).sum();
        List<List<Object>> rows = new ArrayList<>(List.of(check("statements", statements), check("lines", lines), check("linesDiffer", lines - statements), check("owed", owed),
                check("invoices", invoiced), check("toInvoice", open), check("invoicesDiffer", owed - invoiced - open)));
        rows.add(check("paid", all.stream().mapToLong(shown -> shown.debt().paidFen()).sum()));
        rows.add(check("outstanding", all.stream().filter(shown -> shown.statement().reverses().isEmpty()).mapToLong(shown -> shown.debt().outstandingFen()).sum()));
        sides.ifPresent(it -> rows.addAll(List.of(check("upstream", it.upstreamFen()), check("downstream", it.downstreamFen()), check("equalisation", it.equalisationFen()),
                check("fee", it.feeFen()), check("sidesDiffer", it.differenceFen()))));
        return rows;
    }

    private List<Object> check(String what, long fen) {
        return List.of(say("check." + what), yuan(fen));
    }

    private static BigDecimal yuan(long fen) {
        return StatementTable.yuan(fen);
    }

    private String say(String key) {
        return words.say("settlement." + key, locale, Map.of());
    }
}
