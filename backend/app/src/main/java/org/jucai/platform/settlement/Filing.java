package org.jucai.platform.settlement;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.catalogue.Catalogue;
import org.jucai.platform.catalogue.CatalogueBoard;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Files statements with their lines, and moves them with their events. */
@Component
class Filing {

    private final SqlStatements shelf;
    private final SqlLines lines;
    private final SqlMoneys moneys;
    private final CatalogueBoard catalogue;
    private final Journal journal;

    Filing(SqlStatements shelf, SqlLines lines, SqlMoneys moneys, CatalogueBoard catalogue, Journal journal) {
        this.shelf = shelf;
        this.lines = lines;
        this.moneys = moneys;
        this.catalogue = catalogue;
        this.journal = journal;
    }

    Mono<Integer> count(Tx tx, UUID contract) {
        return shelf.count(tx, contract);
    }

    /** New ones, drawn by the clock for the finance group of their contract. */
    Mono<Void> file(Tx tx, Map<Statement, List<Line>> drawn, Instant at) {
        Statement one = drawn.keySet().iterator().next();
        return shelf.add(tx, List.copyOf(drawn.keySet())).then(lines.add(tx, drawn))
                .then(journal.append(tx, byTheClock(one), at, drawn.keySet().stream().map(each -> event(each, new StatementEvent.StatementDrawn(each.code(), each.of().contractId(),
                        each.period(), each.money().massKg(), each.money().totalFen(), each.reverses().orElse(null), each.terms().silenceAt()))).toList()));
    }

    static Actor byTheClock(Statement of) {
        return Actor.ofTheClock(of.of().groupId(), PartyKind.FINANCE_GROUP);
    }

    private static NewEvent event(Statement after, StatementEvent event) {
        Set<UUID> readers = new TreeSet<>(Set.of(after.of().sellerId(), after.of().buyerId()));
        readers.add(after.of().groupId());
        return new NewEvent(Statement.STREAM, after.id(), after.version(), after.of().roundId(), event.getClass().getSimpleName(), event, readers);
    }

    /** Held until the transaction ends; refused where it does not concern its parties. */
    Mono<Statement> hold(Tx tx, UUID id) {
        return shelf.hold(tx, id).switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)));
    }

    /** The new row and its event; what follows for days and invoices is reckoned anew. */
    Mono<Statement> move(Asking asking, Statement before, StatementEvent event) {
        return known(asking.tx(), before.after(event, asking.at())).zipWith(catalogue.current().map(Catalogue::workingDays)).flatMap(known -> {
            Statement after = known.getT1().statement().with(Debts.money(known.getT1(), known.getT2()));
            Mono<Void> version = after.number() > before.number() ? shelf.version(asking.tx(), after, asking.at()) : Mono.empty();
            return shelf.move(asking.tx(), after).filter(moved -> moved)
                    .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.VERSION_CONFLICT)))
                    .then(version)
                    .then(journal.append(asking.tx(), asking.actor(), asking.at(), List.of(event(after, told(event, after)))))
                    .thenReturn(after);
        });
    }

    /** The event says the figures as they are after it. */
    private static StatementEvent told(StatementEvent event, Statement after) {
        return event instanceof StatementEvent.MoneyChanged changed ? new StatementEvent.MoneyChanged(changed.what(), changed.reference(), changed.fen(), after.money()) : event;
    }

    Mono<Debts.Known> known(Tx tx, Statement statement) {
        return known(tx, List.of(statement)).map(List::getFirst);
    }

    /** These with their lines, invoices and payments, in their order. */
    Mono<List<Debts.Known>> known(Tx tx, Collection<Statement> statements) {
        List<UUID> ids = statements.stream().map(Statement::id).toList();
        return Mono.zip(lines.of(tx, ids), moneys.invoices(tx, ids), moneys.payments(tx, ids)).map(found -> {
            Map<UUID, List<Invoice>> invoices = found.getT2().stream().collect(Collectors.groupingBy(Invoice::statementId));
            Map<UUID, List<Payment>> payments = found.getT3().stream().collect(Collectors.groupingBy(Payment::statementId));
            return statements.stream().map(each -> new Debts.Known(each, found.getT1().getOrDefault(each.id(), List.of()), invoices.getOrDefault(each.id(), List.of()),
                    payments.getOrDefault(each.id(), List.of()))).toList();
        });
    }
}
