package org.jucai.platform.settlement.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.contracts.AmountInWords;
import org.jucai.platform.formulas.clause.Figures;
import org.jucai.platform.formulas.clause.Ratio;
import org.jucai.platform.kernel.web.Words;
import org.jucai.platform.membership.PartyName;
import org.jucai.platform.papers.Paper;
import org.jucai.platform.settlement.Line;
import org.jucai.platform.settlement.Statement;
import org.jucai.platform.settlement.StatementBoard;
import org.jucai.platform.settlement.reckoning.Debt;
import org.jucai.platform.settlement.reckoning.Step;
import org.jucai.platform.settlement.reckoning.TaxLine;

/** A statement to be printed and filed: lines, arithmetic, taxes, the amount in words, by which day it is paid. */
final class StatementPaper {

    private final StatementBoard.Shown shown;
    private final StatementTable table;
    private final Words words;
    private final Locale locale;
    private final List<Paper.Block> blocks = new ArrayList<>();

    private StatementPaper(StatementBoard.Shown shown, Map<UUID, PartyName> names, Words words, Locale locale) {
        this.shown = shown;
        this.table = new StatementTable(words, locale, names);
        this.words = words;
        this.locale = locale;
    }

    static Paper of(StatementBoard.Shown shown, Map<UUID, PartyName> names, Words words, Locale locale) {
        return new StatementPaper(shown, names, words, locale).paper();
    }

    private Paper paper() {
        Statement it = shown.statement();
        blocks.add(new Paper.Facts(List.of(fact("seller", table.name(it.of().sellerId())), fact("buyer", table.name(it.of().buyerId())), fact("period", table.say("period." + it.period())),
                fact("status", table.say("status." + it.status())))));
        lines();
        arithmetic();
        taxes();
        payment();
        return new Paper(table.say("title"), say("subtitle", Map.of("code", it.code(), "number", it.number(), "contract", it.of().contractCode())), blocks, table.say("by-hand"), it.drawnAt());
    }

    private Paper.Fact fact(String name, String value) {
        return new Paper.Fact(table.say("column." + name), value);
    }

    private void lines() {
        blocks.add(new Paper.Heading(table.say("heading.lines")));
        List<Paper.Column> columns = new ArrayList<>();
        for (String text : List.of("delivery", "came", "grade")) columns.add(new Paper.Column(table.say("column." + text), false));
        for (String figure : List.of("tonnes", "goods", "quality", "freight", "equalisation", "fee", "total")) columns.add(new Paper.Column(table.say("column." + figure), true));
        blocks.add(new Paper.Table(columns, shown.lines().stream().map(StatementPaper::row).toList()));
    }

    private static List<String> row(Line it) {
        return List.of(it.said().code().isEmpty() ? "—" : it.said().code(), it.said().on().toString(), it.said().grade(), StatementTable.tonnes(it.mass().kg()).toPlainString(),
                yuan(it.amounts().goodsFen()), yuan(it.amounts().qualityFen()), yuan(it.amounts().freightFen()), yuan(it.amounts().equalisationFen()), yuan(it.amounts().feeFen()),
                yuan(it.amounts().totalFen()));
    }

    private void arithmetic() {
        blocks.add(new Paper.Heading(table.say("heading.arithmetic")));
        List<List<String>> rows = new ArrayList<>();
        for (Line line : shown.lines()) {
            for (Step step : line.said().steps()) rows.add(List.of(line.said().code().isEmpty() ? "—" : line.said().code(), table.say("about." + step.about()), step.arithmetic()));
        }
        if (!rows.isEmpty()) blocks.add(new Paper.Table(List.of(new Paper.Column(table.say("column.delivery"), false), new Paper.Column(table.say("column.about"), false),
                new Paper.Column(table.say("column.arithmetic"), false)), rows));
        long total = shown.statement().money().totalFen();
        blocks.add(new Paper.Paragraph(say("amount", Map.of("total", yuan(total), "words", (total < 0 ? "负" : "") + AmountInWords.of(Math.abs(total))))));
    }

    private void taxes() {
        blocks.add(new Paper.Heading(table.say("heading.taxes")));
        List<Paper.Column> columns = List.of("rate", "net", "vat", "gross").stream().map(each -> new Paper.Column(table.say("column." + each), true)).toList();
        if (!shown.whole().isEmpty()) blocks.add(new Paper.Table(columns, shown.whole().stream().map(StatementPaper::tax).toList()));
        if (!shown.invoices().isEmpty()) blocks.add(new Paper.Paragraph(String.join("；", shown.invoices().stream().map(invoice -> invoice.number() + " " + invoice.issuedOn()).toList())));
    }

    private static List<String> tax(TaxLine it) {
        return List.of(String.valueOf(it.rateBp() / 100), yuan(it.netFen()), yuan(it.vatFen()), yuan(it.grossFen()));
    }

    private void payment() {
        Statement it = shown.statement();
        if (it.reverses().isPresent()) return;
        blocks.add(new Paper.Heading(table.say("heading.payment")));
        blocks.add(new Paper.Facts(List.of(fact("payer", table.name(it.payerId())), fact("payee", table.name(it.payeeId())))));
        blocks.add(new Paper.Paragraph(say("trigger." + it.terms().trigger(), Map.of("days", it.terms().days()))));
        for (Debt.Part part : shown.debt().parts()) {
            blocks.add(new Paper.Paragraph(part.dueOn().map((LocalDate due) -> say("due", Map.of("due", due, "amount", yuan(part.fen())))).orElseGet(() -> say("due-open", Map.of("amount", yuan(part.fen()))))));
        }
        blocks.add(new Paper.Paragraph(say("late", Map.of("rate", Figures.percent(Ratio.of(it.terms().lateInterestPpmPerDay())).replace(" %", "")))));
    }

    private String say(String key, Map<String, ?> facts) {
        return words.say("settlement." + key, locale, facts);
    }

    private static String yuan(long fen) {
        return Figures.yuan(Ratio.of(fen));
    }
}
