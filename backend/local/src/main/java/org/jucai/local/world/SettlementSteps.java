package org.jucai.local.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jucai.platform.contracts.ContractKind;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.settlement.Invoice;
import org.jucai.platform.settlement.InvoiceDesk;
import org.jucai.platform.settlement.PaymentDesk;
import org.jucai.platform.settlement.SettlementDesk;
import org.jucai.platform.settlement.Statement;
import org.jucai.platform.settlement.StatementBoard;
import org.jucai.platform.settlement.StatementStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How statements are drawn, agreed or disputed, invoiced, and paid by the bank's references, each step in the name of whoever takes it. */
@Component
class SettlementSteps {

    private static final OptionalLong ANY = OptionalLong.empty();
    private static final int MOST = 200;
    private static final Duration DAY = Duration.ofDays(1);
    private static final int DAYS_LATE = 9;

    private final Desks at;
    private final Desk desk;
    private final Cast cast;

    SettlementSteps(Desks at, Desk desk, Cast cast) {
        this.at = at;
        this.desk = desk;
        this.cast = cast;
    }

    /** Where steps are taken, and where statements are read. */
    @Component
    record Desks(SettlementDesk settlement, InvoiceDesk invoices, PaymentDesk payments, StatementBoard statements) {}

    /** How a round's statements were paid. @param late who paid its suppliers late; {@code interestToo}: and the interest too */
    record Manner(String late, boolean interestToo) {}

    /** Who pays whom. */
    private record Way(UUID payer, UUID payee) {

        static Way of(Statement statement) {
            return new Way(statement.payerId(), statement.payeeId());
        }
    }

    /** By the finance group, of the goods of a round that came by then; the application may have been first. What waits for its sides. */
    Mono<List<Statement>> drawn(UUID round, Instant when) {
        SettlementDesk.Wanted all = new SettlementDesk.Wanted(Optional.of(round), Optional.empty(), Optional.empty(), Optional.empty());
        return desk.as(cast.person(Person.FINANCE), when, asking -> at.settlement.draw(asking, all)).onErrorResume(RefusedException.class, drawnBefore -> Mono.empty())
                .then(Mono.defer(() -> waiting(round)));
    }

    private Mono<List<Statement>> waiting(UUID round) {
        return page(round, Optional.empty()).expand(page -> page.nextCursor() == null ? Mono.empty() : page(round, Optional.of(page.nextCursor())))
                .concatMapIterable(Page::items).sort(Comparator.comparing(Statement::code)).collectList();
    }

    private Mono<Page<Statement>> page(UUID round, Optional<String> cursor) {
        return desk.database().read(Scope.of(cast.person(Person.FINANCE)), tx -> at.statements.list(tx, new StatementBoard.Wanted(Optional.of(round), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.of(StatementStatus.DRAWN), cursor.orElse(null), MOST)));
    }

    /** Services are paid on the day of their statement, both sides agree, invoices come, and goods are paid within their term, a member's statements by one transfer to each supplier. */
    Mono<Void> settled(List<Statement> statements, Instant drawn, Manner manner) {
        List<Statement> services = of(statements, ContractKind.SERVICE);
        List<Statement> goods = of(statements, ContractKind.SUPPLY);
        return desk.together(parties(statements), tx -> Timed.step("services paid", paid(tx, services, _ -> drawn.plusSeconds(7_200)))
                .then(Mono.defer(() -> Timed.step("agreed", agreed(tx, statements, drawn.plus(DAY)))))
                .then(Mono.defer(() -> Timed.step("invoiced", invoiced(tx, statements, drawn.plus(DAY.multipliedBy(2))))))
                .then(Mono.defer(() -> Timed.step("goods paid", paid(tx, goods, way -> paidAt(way, goods, drawn, manner)))))
                .then(Mono.defer(() -> manner.interestToo() ? interest(tx, goods.stream().filter(each -> isLate(Way.of(each), manner)).toList()) : Mono.empty()))
                .thenReturn(statements)).then();
    }

    static Set<UUID> parties(List<Statement> statements) {
        return statements.stream().flatMap(each -> Stream.of(each.of().sellerId(), each.of().buyerId(), each.of().groupId())).collect(Collectors.toSet());
    }

    private static List<Statement> of(List<Statement> statements, ContractKind kind) {
        return statements.stream().filter(each -> each.of().kind() == kind && each.reverses().isEmpty()).toList();
    }

    Mono<Void> agreed(Tx tx, List<Statement> statements, Instant when) {
        return Flux.fromIterable(statements).concatMap(each -> Flux.just(each.of().sellerId(), each.of().buyerId())
                .concatMap(side -> at.settlement.agree(by(tx, side, when), new SettlementDesk.Which(each.id(), ANY)))).then();
    }

    private Mono<Void> invoiced(Tx tx, List<Statement> statements, Instant when) {
        return at.statements.shown(tx, statements).flatMapMany(Flux::fromIterable)
                .filter(shown -> shown.toInvoice().stream().anyMatch(line -> line.grossFen() > 0))
                .concatMap(shown -> {
                    List<Invoice.Amount> lines = shown.toInvoice().stream().filter(line -> line.grossFen() > 0).map(line -> new Invoice.Amount(line.rateBp(), line.netFen(), line.vatFen())).toList();
                    Statement it = shown.statement();
                    String number = "26%018d".formatted(Math.floorMod(it.code().hashCode() * 1_000_003L, 1_000_000_000_000_000L));
                    return at.invoices.invoice(by(tx, it.of().sellerId(), when), it.id(), new InvoiceDesk.Issued(number, day(when), lines, Optional.empty()));
                }).then();
    }

    /** One transfer for all that one party owes one other. */
    private Mono<Void> paid(Tx tx, List<Statement> statements, Function<Way, Instant> when) {
        Map<Way, List<Statement>> ways = statements.stream().filter(each -> each.money().owedFen() != 0).collect(Collectors.groupingBy(Way::of));
        return Flux.fromIterable(ways.entrySet()).concatMap(each -> {
            List<PaymentDesk.Part> parts = each.getValue().stream().map(one -> new PaymentDesk.Part(one.id(), Math.abs(one.money().owedFen()), 0, false)).toList();
            return transfer(tx, each.getKey(), "HK", when.apply(each.getKey()), parts);
        }).then();
    }

    /** What was late costs interest, which is paid by a transfer of its own. */
    private Mono<Void> interest(Tx tx, List<Statement> late) {
        return Flux.fromIterable(late).concatMap(each -> at.statements.get(tx, each.id())).filter(shown -> shown.statement().money().interestLeftFen() > 0).collectList().flatMap(shown -> {
            if (shown.isEmpty()) return Mono.empty();
            List<PaymentDesk.Part> parts = new ArrayList<>();
            shown.forEach(each -> parts.add(new PaymentDesk.Part(each.statement().id(), 0, each.statement().money().interestLeftFen(), false)));
            Instant last = shown.stream().flatMap(each -> each.payments().stream()).map(payment -> payment.transfer().recordedAt()).max(Comparator.naturalOrder()).orElseThrow();
            return Flux.fromIterable(shown.stream().collect(Collectors.groupingBy(each -> Way.of(each.statement()))).keySet())
                    .concatMap(way -> transfer(tx, way, "LX", last.plus(DAY.multipliedBy(3)), parts.stream().filter(part -> isOf(part, way, shown)).toList())).then();
        });
    }

    private static boolean isOf(PaymentDesk.Part part, Way way, List<StatementBoard.Shown> shown) {
        return shown.stream().anyMatch(each -> each.statement().id().equals(part.statementId()) && Way.of(each.statement()).equals(way));
    }

    private Mono<List<Statement>> transfer(Tx tx, Way way, String kind, Instant when, List<PaymentDesk.Part> parts) {
        String reference = "%s%s%s%s".formatted(kind, day(when).toString().replace("-", ""), cast.code(way.payer()), cast.code(way.payee()));
        long whole = parts.stream().mapToLong(part -> part.amountFen() + part.interestFen()).sum();
        return at.payments.pay(by(tx, way.payer(), when), new PaymentDesk.Paid(reference, day(when), whole, parts));
    }

    /** Before the first day that is due, or some days after the last where somebody is late. */
    private Instant paidAt(Way way, List<Statement> statements, Instant drawn, Manner manner) {
        if (!isLate(way, manner)) return drawn.plus(DAY.multipliedBy(8));
        LocalDate last = statements.stream().filter(each -> Way.of(each).equals(way)).flatMap(each -> each.money().nextDueOn().stream()).max(Comparator.naturalOrder()).orElseThrow();
        return DemoDays.at(last.plusDays(DAYS_LATE), 15);
    }

    private boolean isLate(Way way, Manner manner) {
        return cast.code(way.payer()).equals(manner.late());
    }

    /** Its buyer disputes all of it. */
    Mono<Statement> disputed(Tx tx, Statement statement, Instant when, String grounds) {
        return at.settlement.dispute(by(tx, statement.of().buyerId(), when), new SettlementDesk.Which(statement.id(), ANY), grounds, Math.abs(statement.money().totalFen()));
    }

    /** Both end it as it was drawn: what went back stands on a red statement. */
    Mono<Void> ended(Tx tx, Statement statement, Instant when, String words) {
        return Flux.just(statement.of().sellerId(), statement.of().buyerId())
                .concatMap(side -> at.settlement.resolve(by(tx, side, when), new SettlementDesk.Which(statement.id(), ANY), 0, words)).then();
    }

    /** The truck that a statement is of. */
    Mono<UUID> truck(Statement statement) {
        return desk.database().read(Scope.of(cast.person(Person.FINANCE)), tx -> at.statements.get(tx, statement.id()))
                .map(shown -> shown.lines().getFirst().deliveryId().orElseThrow());
    }

    Asking by(Tx tx, UUID party, Instant when) {
        return new Asking(tx, cast.trader(party), when);
    }

    static LocalDate day(Instant when) {
        return LocalDate.ofInstant(when, DemoDays.BEIJING);
    }
}
