package org.jucai.platform.finance.ledger.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jucai.platform.finance.ledger.LedgerBoard;
import org.jucai.platform.kernel.web.Words;

/** Entries as a table for people: texts, and amounts in yuan as numbers; nothing is a formula. */
record EntryTable(Words words, Locale locale, LedgerViews views) {

    private static final List<String> COLUMNS = List.of("businessOn", "bookedAt", "occasion", "reference", "role", "bank", "keeper", "party", "debit", "credit", "words", "posting", "line", "reverses");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
    private static final int IN_MEMORY = 200;
    private static final int WIDTH = 18 * 256;

    private String say(String key) {
        return words.say("ledger." + key, locale, Map.of());
    }

    private List<String> header() {
        return COLUMNS.stream().map(each -> say("column." + each)).toList();
    }

    private List<Object> row(LedgerBoard.Shown it) {
        BigDecimal yuan = BigDecimal.valueOf(it.entry().amountFen(), 2);
        return List.of(it.posting().businessOn().toString(), MOMENT.format(it.bookedAt()), say("occasion." + it.posting().occasion()), it.posting().reference(),
                say("role." + it.entry().account().role()), name(it.entry().account().book().bankId()), name(it.entry().account().book().keeperId()), name(it.entry().account().partyId()),
                yuan.signum() > 0 ? yuan : "", yuan.signum() < 0 ? yuan.negate() : "", it.posting().words().orElse(""), it.postingId().toString(), BigDecimal.valueOf(it.entry().line()),
                it.reverses().map(Object::toString).orElse(""));
    }

    private String name(UUID party) {
        return views.name(party).orElse("—");
    }

    /** With the mark by which Excel reads UTF-8. */
    String csv(List<LedgerBoard.Shown> entries) {
        StringBuilder text = new StringBuilder("\uFEFF");
        text.append(header().stream().map(EntryTable::cell).collect(Collectors.joining(","))).append("\r\n");
        entries.forEach(each -> text.append(row(each).stream().map(EntryTable::cell).collect(Collectors.joining(","))).append("\r\n"));
        return text.toString();
    }

    byte[] workbook(List<LedgerBoard.Shown> entries) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(IN_MEMORY); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            SXSSFSheet sheet = book.createSheet(say("title"));
            write(sheet.createRow(0), header());
            for (int i = 0; i < COLUMNS.size(); i++) sheet.setColumnWidth(i, WIDTH);
            for (int i = 0; i < entries.size(); i++) write(sheet.createRow(i + 1), row(entries.get(i)));
            sheet.createFreezePane(0, 1);
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void write(Row row, List<?> values) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof BigDecimal number) row.createCell(i).setCellValue(number.doubleValue());
            else row.createCell(i).setCellValue(String.valueOf(values.get(i)));
        }
    }

    /** A text that a spreadsheet would take for a formula is led by a quote. */
    private static String cell(Object value) {
        String text = value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
        boolean formula = !(value instanceof BigDecimal) && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r') ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
