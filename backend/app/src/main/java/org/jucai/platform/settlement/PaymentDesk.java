package org.jucai.platform.settlement;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.catalogue.Catalogue;
import org.jucai.platform.catalogue.CatalogueBoard;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Records what a bank confirmed, by hand: each transfer once ever, split exactly over the statements that it pays. */
@Service
public class PaymentDesk {

    private final Filing filing;
    private final SqlMoneys moneys;
    private final CatalogueBoard catalogue;
    private final Ids ids;

    PaymentDesk(Filing filing, SqlMoneys moneys, CatalogueBoard catalogue, Ids ids) {
        this.filing = filing;
        this.moneys = moneys;
        this.catalogue = catalogue;
        this.ids = ids;
    }

    /** What of a transfer is for one statement. @param back whether it was given back, where too much had been paid */
    public record Part(UUID statementId, long amountFen, long interestFen, boolean back) {

        private Part plus(Part more) {
            return new Part(statementId, amountFen + more.amountFen, interestFen + more.interestFen, back);
        }
    }

    /** What the bank confirmed. @param wholeFen as the bank states it */
    public record Paid(String reference, LocalDate on, long wholeFen, List<Part> parts) {

        public Paid {
            parts = List.copyOf(parts.stream().collect(Collectors.toMap(Part::statementId, part -> part, Part::plus, TreeMap::new)).values());
        }

        /** For one statement alone. */
        public static Paid of(String reference, LocalDate on, Part part) {
            return new Paid(reference, on, part.amountFen() + part.interestFen(), List.of(part));
        }
    }

    /** By who pays or by the contracts' finance group; no more than is owed. Statements are held in the order of their ids, so that two who pay the same wait for each other. */
    public Mono<List<Statement>> pay(Asking asking, Paid paid) {
        if (paid.on().isAfter(asking.today())) return Mono.error(new RefusedException(SettlementRefusal.PAYMENT_DATED_AHEAD, Map.of("today", asking.today())));
        return Flux.fromIterable(paid.parts()).concatMap(part -> filing.hold(asking.tx(), part.statementId())
                        .filter(statement -> statement.reverses().isEmpty()).switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND))))
                .collectList().flatMap(held -> filing.known(asking.tx(), held)).zipWith(catalogue.current().map(Catalogue::workingDays))
                .flatMap(found -> recorded(asking, paid, new PaymentRules(found.getT1(), found.getT2(), asking)));
    }

    private Mono<List<Statement>> recorded(Asking asking, Paid paid, PaymentRules rules) {
        Payment.Transfer transfer = rules.transfer(ids.next(), paid);
        return moneys.add(asking.tx(), transfer, key(paid.reference())).filter(added -> added)
                .switchIfEmpty(Mono.error(() -> new RefusedException(SettlementRefusal.PAYMENT_REFERENCE_USED_ALREADY, Map.of("reference", paid.reference()))))
                .map(_ -> rules.payments(transfer, paid, ids))
                .flatMap(payments -> moneys.add(asking.tx(), transfer, payments).thenReturn(payments))
                .flatMapMany(Flux::fromIterable).concatMap(payment -> filing.move(asking, rules.of(payment.statementId()), event(paid, payment, rules)))
                .collectList().map(moved -> moved.stream().sorted(Comparator.comparing(Statement::code)).toList());
    }

    private static StatementEvent event(Paid paid, Payment payment, PaymentRules rules) {
        boolean back = paid.parts().stream().anyMatch(part -> part.back() && part.statementId().equals(payment.statementId()));
        return new StatementEvent.MoneyChanged(back ? StatementEvent.What.GIVEN_BACK : StatementEvent.What.PAID, paid.reference(), payment.amountFen() + payment.interestFen(),
                rules.of(payment.statementId()).money());
    }

    /** However it is written: width, case and blanks make no other reference. */
    private static String key(String reference) {
        return Normalizer.normalize(reference, Normalizer.Form.NFKC).replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
    }
}
