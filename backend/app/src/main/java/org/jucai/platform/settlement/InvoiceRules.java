package org.jucai.platform.settlement;

import java.util.ArrayList;
import static org.jucai.platform.kernel.Decision.accept;
import static org.jucai.platform.kernel.Decision.refuse;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jucai.platform.contracts.ContractKind;
import org.jucai.platform.formulas.clause.Figures;
import org.jucai.platform.formulas.clause.Ratio;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.settlement.reckoning.Amounts;
import org.jucai.platform.settlement.reckoning.TaxLine;

/** What of a statement is still to be invoiced, and whether an invoice is that. */
final class InvoiceRules {

    private InvoiceRules() {}

    /** By rate, what all standing lines come to, less what was invoiced; negative where a red invoice is due. */
    static List<TaxLine> due(Statement statement, List<Line> lines, List<Invoice> invoices) {
        Map<Integer, Long> gross = new TreeMap<>();
        whole(statement, lines).forEach(line -> gross.merge(line.rateBp(), line.grossFen(), Long::sum));
        invoices.forEach(invoice -> invoice.lines().forEach(line -> gross.merge(line.rateBp(), -line.grossFen(), Long::sum)));
        return gross.entrySet().stream().filter(each -> each.getValue() != 0).map(each -> new TaxLine(each.getKey(), each.getValue())).toList().reversed();
    }

    /** What it must be invoiced for in all; what both agreed to besides goes with the goods, or with the service. */
    static List<TaxLine> whole(Statement statement, List<Line> lines) {
        boolean service = statement.of().kind() == ContractKind.SERVICE;
        List<TaxLine.Taxed> taxed = new ArrayList<>(lines.stream().filter(Line::stands).map(line -> new TaxLine.Taxed(line.amounts(), line.said().rates())).toList());
        long agreed = statement.money().agreedFen();
        if (agreed != 0) taxed.add(new TaxLine.Taxed(service ? new Amounts(0, 0, 0, 0, agreed) : new Amounts(0, agreed, 0, 0, 0), lines.getFirst().said().rates()));
        return TaxLine.of(taxed, service);
    }

    /** Accepts an invoice that has, for each rate it names, exactly what is still to be invoiced at it. */
    static Decision<Invoice> check(Invoice invoice, List<TaxLine> due, List<Invoice> before, LocalDate today) {
        if (invoice.issuedOn().isAfter(today)) return refuse(SettlementRefusal.INVOICE_DATED_AHEAD, Map.of("today", today));
        Set<String> standing = before.stream().filter(each -> each.reverses().isEmpty()).map(Invoice::number).collect(Collectors.toSet());
        boolean red = invoice.reverses().isPresent();
        if (red && !standing.contains(invoice.reverses().get())) return refuse(SettlementRefusal.INVOICE_TAKES_BACK_NONE, Map.of("number", invoice.reverses().get()));
        for (Invoice.Amount line : invoice.lines()) {
            long expected = due.stream().filter(each -> each.rateBp() == line.rateBp()).mapToLong(TaxLine::grossFen).sum();
            boolean sign = red ? line.grossFen() < 0 : line.grossFen() > 0;
            if (line.grossFen() != expected || !sign) return refuse(SettlementRefusal.INVOICE_DOES_NOT_MATCH, differs(line.rateBp(), expected, line.grossFen()));
            long vat = new TaxLine(line.rateBp(), expected).vatFen();
            if (Math.abs(line.vatFen() - vat) > 1) return refuse(SettlementRefusal.INVOICE_TAX_DOES_NOT_MATCH, differs(line.rateBp(), vat, line.vatFen()));
        }
        return accept(invoice);
    }

    private static Map<String, Object> differs(int rateBp, long expected, long got) {
        return Map.of("rate", rateBp / 100, "expected", yuan(expected), "got", yuan(got), "difference", yuan(got - expected), "differenceFen", got - expected);
    }

    static String yuan(long fen) {
        return Figures.yuan(Ratio.of(fen));
    }
}
