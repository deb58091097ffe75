package org.jucai.platform.finance.interest;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.finance.ledger.Ledger;
import org.jucai.platform.finance.ledger.Occasion;
import org.jucai.platform.finance.ledger.Posting;
import org.jucai.platform.finance.ledger.Share;
import org.jucai.platform.finance.nightly.NightlyWork;
import org.jucai.platform.finance.nightly.RunKind;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Fen;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Books interest of whole days up to yesterday: for each debt and day what that day adds. A day that was left out is caught up; a day that is booked is not
 * booked again.
 */
@Component
class InterestRun implements NightlyWork {

    private static final int AT_ONCE = 200;

    private final Database database;
    private final Ledger ledger;
    private final SqlInterest shelf;
    private final List<Accruing> accruing;
    private final Clock clock;

    InterestRun(Database database, Ledger ledger, SqlInterest shelf, List<Accruing> accruing, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.shelf = shelf;
        this.accruing = List.copyOf(accruing);
        this.clock = clock;
    }

    @Override
    public RunKind kind() {
        return RunKind.INTEREST;
    }

    @Override
    public LocalTime notBefore() {
        return LocalTime.of(0, 30);
    }

    @Override
    public Mono<Outcome> run(LocalDate day) {
        LocalDate upTo = day.minusDays(1);
        return Flux.fromIterable(accruing).concatMap(source -> pages(source, upTo)).concatMap(debt -> book(debt, upTo)).count()
                .map(debts -> new Outcome(debts, 0, 0, List.of()));
    }

    private Flux<Accruing.Debt> pages(Accruing source, LocalDate upTo) {
        return page(source, upTo, Optional.empty())
                .expand(found -> found.size() < AT_ONCE ? Mono.empty() : page(source, upTo, Optional.of(found.getLast().thingId())))
                .concatMapIterable(found -> found);
    }

    private Mono<List<Accruing.Debt>> page(Accruing source, LocalDate upTo, Optional<UUID> after) {
        return database.read(Scope.background(), tx -> source.debts(tx, upTo, after, AT_ONCE).collectList());
    }

    /** In a transaction of its own; the mark of how far it is booked is held meanwhile, so two runs at the same moment book once. */
    private Mono<UUID> book(Accruing.Debt debt, LocalDate upTo) {
        LocalDate last = debt.lastOn().filter(end -> end.isBefore(upTo)).orElse(upTo);
        return database.write(Scope.background(), tx -> shelf.hold(tx, debt)
                .flatMap(mark -> Flux.fromStream(mark.next().datesUntil(mark.next().isAfter(last) ? mark.next() : last.plusDays(1)))
                        .concatMap(day -> post(tx, debt, day, mark))
                        .then(last.isBefore(mark.next()) ? Mono.empty() : shelf.move(tx, debt, last, debt.accrual().accruedFen(debt.firstOn(), last))))
                .thenReturn(debt.thingId()));
    }

    /** What the day adds to what stands booked: what was reckoned otherwise before is put right by the first day that is booked now. */
    private Mono<Void> post(Tx tx, Accruing.Debt debt, LocalDate day, SqlInterest.Mark mark) {
        boolean first = day.equals(mark.next());
        long fen = first ? debt.accrual().accruedFen(debt.firstOn(), day) - mark.bookedFen() : debt.accrual().ofDayFen(debt.firstOn(), day);
        if (fen == 0) return Mono.empty();
        Posting.About about = new Posting.About(debt.partyId(), debt.productId(), debt.roundId(), Optional.of(debt.thingId()));
        Occasion occasion = fen > 0 ? Occasion.INTEREST_ACCRUED : Occasion.INTEREST_CORRECTED;
        Posting posting = new Posting(debt.book(), occasion, "interest/" + debt.thingId() + "/" + day, day, about, Map.of(Share.INTEREST, new Fen(Math.abs(fen))), Optional.empty());
        return ledger.post(new Asking(tx, Actor.ofTheClock(debt.book().keeperId(), PartyKind.BANK), clock.instant()), posting).then();
    }
}
