package org.jucai.platform.settlement.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.kernel.web.Words;
import org.jucai.platform.membership.PartyName;
import org.jucai.platform.settlement.Statement;
import org.jucai.platform.settlement.StatementBoard;
import org.jucai.platform.settlement.reckoning.Debt;

/** Statements as rows: texts, and figures as numbers. */
record StatementTable(Words words, Locale locale, Map<UUID, PartyName> names) {

    static final List<String> COLUMNS = List.of("code", "contract", "kind", "period", "month", "seller", "buyer", "status", "tonnes", "goods", "quality", "freight", "equalisation", "fee",
            "agreed", "total", "takenBack", "paid", "outstanding", "due", "invoiced");
    static final List<String> OWED = List.of("code", "payer", "payee", "due", "total", "paid", "outstanding", "overdue", "interest", "interestLeft");

    String say(String key) {
        return words.say("settlement." + key, locale, Map.of());
    }

    String name(UUID party) {
        return Optional.ofNullable(names.get(party)).map(PartyName::nameZh).orElse("—");
    }

    static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }

    static BigDecimal tonnes(long kg) {
        return BigDecimal.valueOf(kg, 3);
    }

    List<Object> row(Statement it) {
        Statement.Money money = it.money();
        return List.of(it.code(), it.of().contractCode(), say("kind." + it.of().kind()), say("period." + it.period()), YearMonth.from(it.monthOn()).toString(), name(it.of().sellerId()),
                name(it.of().buyerId()), say("status." + it.status()), tonnes(money.massKg()), yuan(money.amounts().goodsFen()), yuan(money.amounts().qualityFen()),
                yuan(money.amounts().freightFen()), yuan(money.amounts().equalisationFen()), yuan(money.amounts().feeFen()), yuan(money.agreedFen()), yuan(money.totalFen()),
                yuan(money.takenBackFen()), yuan(money.paidFen()), yuan(it.reverses().isPresent() ? 0 : money.owedFen() - money.paidFen()), money.nextDueOn().map(Object::toString).orElse(""),
                say(money.invoiced() ? "yes" : "no"));
    }

    /** What is owed by a statement, as of a day. */
    List<Object> payable(StatementBoard.Shown shown, LocalDate today) {
        Statement it = shown.statement();
        Debt.Overdue overdue = shown.debt().overdue(today);
        return List.of(it.code(), name(it.payerId()), name(it.payeeId()), it.money().nextDueOn().map(Object::toString).orElse(""), yuan(shown.debt().totalFen()), yuan(shown.debt().paidFen()),
                yuan(shown.debt().outstandingFen()), yuan(overdue.fen()), yuan(overdue.interestFen()), yuan(Math.max(0, overdue.interestFen() - it.money().interestPaidFen())));
    }

    String csv(List<Statement> statements) {
        return csv(COLUMNS, statements.stream().map(this::row).toList());
    }

    /** With the mark by which Excel reads UTF-8. */
    String csv(List<String> columns, List<List<Object>> rows) {
        StringBuilder text = new StringBuilder("\uFEFF");
        text.append(columns.stream().map(each -> cell(say("column." + each))).collect(Collectors.joining(","))).append("\r\n");
        rows.forEach(row -> text.append(row.stream().map(StatementTable::cell).collect(Collectors.joining(","))).append("\r\n"));
        return text.toString();
    }

    /** A text that a spreadsheet would take for a formula is led by a quote. */
    private static String cell(Object value) {
        String text = value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
        boolean formula = !(value instanceof BigDecimal) && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r') ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
