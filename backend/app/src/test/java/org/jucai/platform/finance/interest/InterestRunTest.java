package org.jucai.platform.finance.interest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jucai.platform.finance.ledger.Account;
import org.jucai.platform.finance.ledger.AccountRole;
import org.jucai.platform.finance.ledger.AsOf;
import org.jucai.platform.finance.ledger.Book;
import org.jucai.platform.finance.ledger.Ledger;
import org.jucai.platform.finance.ledger.LedgerWorld;
import org.jucai.platform.finance.nightly.NightlyWork;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Flux;

/** The night's interest in the books. */
@PlatformTest
@Import({World.class, LedgerWorld.class})
class InterestRunTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired LedgerWorld books;
    @Autowired Database database;
    @Autowired Ledger ledger;
    @Autowired SqlInterest shelf;
    @Autowired Clock clock;

    /** Stands for whoever keeps debts. */
    private static final class Debts implements Accruing {

        private final List<Debt> all = new CopyOnWriteArrayList<>();

        @Override
        public Flux<Debt> debts(Tx tx, LocalDate on, Optional<UUID> after, int limit) {
            return Flux.fromIterable(all.stream().sorted(Comparator.comparing(debt -> debt.thingId().toString()))
                    .filter(debt -> after.isEmpty() || debt.thingId().toString().compareTo(after.get().toString()) > 0).limit(limit).toList());
        }
    }

    private static Accruing.Debt debt(Book book, UUID thing, LocalDate first, long fen, Map<LocalDate, Long> steps) {
        TreeMap<LocalDate, Long> principal = new TreeMap<>(steps);
        principal.put(first, fen);
        return new Accruing.Debt(book, UUID.randomUUID(), Optional.empty(), Optional.empty(), thing, first, Optional.empty(),
                new Accrual(principal, new TreeMap<>(Map.of(first, 48_000L)), DayCount.ACTUAL_360));
    }

    private NightlyWork.Outcome run(Debts debts, LocalDate day) {
        return new InterestRun(database, ledger, shelf, List.of(debts), clock).run(day).blockOptional(PATIENCE).orElseThrow();
    }

    private long booked(Accruing.Debt debt, LocalDate on) {
        return books.balance(new Account(debt.book(), AccountRole.INTEREST_RECEIVABLE, debt.partyId(), debt.productId(), debt.roundId(), Optional.of(debt.thingId())), AsOf.now(on)).fen();
    }

    @Test
    void everyDayIsBookedOnceForItselfHoweverOftenAndLateTheNightRuns() {
        Debts debts = new Debts();
        LocalDate today = books.today();
        Accruing.Debt debt = debt(Book.ofLender(UUID.randomUUID()), UUID.randomUUID(), today.minusDays(40), 123_456_789L, Map.of(today.minusDays(20), 100_000_000L));
        debts.all.add(debt);
        run(debts, today.minusDays(10));
        run(debts, today.minusDays(10));
        run(debts, today);
        Flux.merge(List.of(later(debts, today), later(debts, today), later(debts, today))).blockLast(PATIENCE);
        for (LocalDate day = today.minusDays(40); day.isBefore(today); day = day.plusDays(1)) {
            assertThat(booked(debt, day)).as("%s", day).isEqualTo(debt.accrual().accruedFen(debt.firstOn(), day));
        }
        assertThat(booked(debt, today)).as("today is not over").isEqualTo(booked(debt, today.minusDays(1)));
    }

    private reactor.core.publisher.Mono<NightlyWork.Outcome> later(Debts debts, LocalDate day) {
        return new InterestRun(database, ledger, shelf, List.of(debts), clock).run(day);
    }

    @Test
    void aPaymentKnownLateIsPutRightByTheNextDayAndNeverByAChange() {
        Debts debts = new Debts();
        LocalDate today = books.today();
        Book book = Book.ofLender(UUID.randomUUID());
        UUID thing = UUID.randomUUID();
        Accruing.Debt before = debt(book, thing, today.minusDays(30), 900_000_000L, Map.of());
        debts.all.add(before);
        run(debts, today.minusDays(1));
        Accruing.Debt after = new Accruing.Debt(book, before.partyId(), Optional.empty(), Optional.empty(), thing, before.firstOn(), Optional.empty(),
                new Accrual(new TreeMap<>(Map.of(today.minusDays(30), 900_000_000L, today.minusDays(20), 1_000L)), before.accrual().ratesPpm(), DayCount.ACTUAL_360));
        debts.all.set(0, after);
        run(debts, today);
        assertThat(booked(after, today.minusDays(2))).as("as it was booked").isEqualTo(before.accrual().accruedFen(before.firstOn(), today.minusDays(2)));
        assertThat(booked(after, today.minusDays(1))).as("put right").isEqualTo(after.accrual().accruedFen(after.firstOn(), today.minusDays(1)));
    }

    @Test
    void moreDebtsThanAPageAreAllBooked() {
        Debts debts = new Debts();
        LocalDate today = books.today();
        List<Accruing.Debt> all = new ArrayList<>();
        for (int i = 0; i < 203; i++) all.add(debt(Book.ofLender(new UUID(7, 7)), UUID.randomUUID(), today.minusDays(1), 360_000_000L, Map.of()));
        debts.all.addAll(all);
        assertThat(run(debts, today).lookedAt()).isEqualTo(203);
        assertThat(all).allSatisfy(debt -> assertThat(booked(debt, today)).isEqualTo(48_000));
    }
}
