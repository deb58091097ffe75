package org.jucai.platform.settlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Records invoices of statements: each number once ever. */
@Service
public class InvoiceDesk {

    private final Filing filing;
    private final SqlMoneys moneys;
    private final Ids ids;

    InvoiceDesk(Filing filing, SqlMoneys moneys, Ids ids) {
        this.filing = filing;
        this.moneys = moneys;
        this.ids = ids;
    }

    /** An invoice as it was issued. @param reverses the number of the invoice it takes back */
    public record Issued(String number, LocalDate on, List<Invoice.Amount> lines, Optional<String> reverses) {
        public Issued {
            lines = List.copyOf(lines);
        }
    }

    /** By either side. */
    public Mono<Statement> invoice(Asking asking, UUID id, Issued issued) {
        return held(asking, id).flatMap(known -> {
            Statement statement = known.statement();
            if (!statement.of().isSide(asking.actor().partyId())) return Mono.error(another());
            Invoice invoice = new Invoice(ids.next(), issued.number(), id, issued.on(), merged(issued.lines()), issued.reverses(), asking.actor().partyId(), asking.at());
            InvoiceRules.check(invoice, InvoiceRules.due(statement, known.lines(), known.invoices()), known.invoices(), asking.today()).orElseRefuse();
            return moneys.add(asking.tx(), invoice).filter(added -> added)
                    .switchIfEmpty(Mono.error(() -> new RefusedException(SettlementRefusal.INVOICE_NUMBER_USED_ALREADY, Map.of("number", issued.number()))))
                    .then(filing.move(asking, statement, new StatementEvent.MoneyChanged(StatementEvent.What.INVOICED, issued.number(), invoice.grossFen(), statement.money())));
        });
    }

    /** A rate that stands twice is one amount. */
    private static List<Invoice.Amount> merged(List<Invoice.Amount> lines) {
        Map<Integer, Invoice.Amount> byRate = new TreeMap<>();
        lines.forEach(line -> byRate.merge(line.rateBp(), line, (a, b) -> new Invoice.Amount(a.rateBp(), a.netFen() + b.netFen(), a.vatFen() + b.vatFen())));
        return List.copyOf(byRate.values());
    }

    private Mono<Debts.Known> held(Asking asking, UUID id) {
        return filing.hold(asking.tx(), id).filter(statement -> statement.reverses().isEmpty())
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .flatMap(statement -> filing.known(asking.tx(), statement));
    }

    private static RefusedException another() {
        return new RefusedException(SettlementRefusal.SETTLEMENT_STEP_OF_ANOTHER_PARTY);
    }
}
