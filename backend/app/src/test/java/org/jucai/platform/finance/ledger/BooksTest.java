package org.jucai.platform.finance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.jucai.platform.kernel.Fen;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.Together;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The books as a database keeps them. */
@PlatformTest
@Import({World.class, LedgerWorld.class})
class BooksTest {

    @Autowired LedgerWorld books;
    @Autowired World world;
    @Autowired Rederivation rederivation;
    @Autowired SqlKnowledge knowledge;
    @Autowired Platform platform;

    private static Book book() {
        return new Book(UUID.randomUUID(), UUID.randomUUID());
    }

    private static RefusedException refused(Runnable act) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(RefusedException.class, act::run);
    }

    /** What was booked on one account. @param tx everything before it had ended when it was looked */
    private record Moved(LocalDate on, Instant at, long tx, long fen) {}

    @Test
    void afterAnyHistoryEveryBalanceIsTheSumOfWhatWasBookedForThatDayAndKnownByThen() {
        for (long seed = 1; seed <= 3; seed++) {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            Book book = book();
            UUID party = UUID.randomUUID();
            UUID hold = UUID.randomUUID();
            List<Moved> moved = history(book, party, hold, random);
            Account account = LedgerWorld.deposit(book, party, hold);
            for (int i = 0; i < 25; i++) {
                LocalDate on = books.today().minusDays(random.nextLong(0, 40));
                Moved then = moved.get(random.nextInt(moved.size()));
                long now = sum(moved, each -> !each.on().isAfter(on));
                assertThat(books.balance(account, AsOf.now(on)).fen()).as("on %s, seed %d", on, seed).isEqualTo(now);
                assertThat(books.balance(LedgerWorld.suspense(book), AsOf.now(on)).fen()).as("the other side, on %s, seed %d", on, seed).isEqualTo(-now);
                assertThat(books.balance(account, new AsOf(on, new AsOf.Then(then.at()))).fen()).as("on %s as known at %s, seed %d", on, then.at(), seed)
                        .isEqualTo(sum(moved, each -> !each.on().isAfter(on) && !each.at().isAfter(then.at())));
                assertThat(books.balance(account, new AsOf(on, new AsOf.Journal(then.tx()))).fen()).as("on %s as known at %d, seed %d", on, then.tx(), seed)
                        .isEqualTo(sum(moved, each -> !each.on().isAfter(on) && each.tx() <= then.tx()));
            }
        }
        assertThat(rederivation.run(books.today()).blockOptional(Duration.ofSeconds(30)).orElseThrow().differenceFen()).isZero();
    }

    private List<Moved> history(Book book, UUID party, UUID hold, RandomGenerator random) {
        List<Moved> moved = new ArrayList<>();
        List<Posted> taken = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            world.clockMoves(Duration.ofMinutes(random.nextLong(1, 3_000)));
            boolean back = !taken.isEmpty() && random.nextInt(4) == 0;
            Posted posted = back ? takenBack(book, taken.remove(random.nextInt(taken.size())), i) : books.posts(LedgerWorld.held(book, "history/" + i,
                    books.today().minusDays(random.nextLong(0, 30)), party, hold, 1 + random.nextLong(1_000_000)));
            if (!back) taken.add(posted);
            long fen = posted.entries().stream().filter(entry -> entry.account().role() == AccountRole.DEPOSIT_HELD).mapToLong(Entry::amountFen).sum();
            moved.add(new Moved(posted.posting().businessOn(), posted.bookedAt(), books.inBackground(knowledge::known), fen));
        }
        return moved;
    }

    private Posted takenBack(Book book, Posted before, int i) {
        return books.takesBack(new Ledger.Reversal(book, before.id(), "history/" + i, books.today(), "冲销"));
    }

    private static long sum(List<Moved> moved, java.util.function.Predicate<Moved> which) {
        return moved.stream().filter(which).mapToLong(Moved::fen).sum();
    }

    @Test
    void theSameSourceIsBookedOnceAndWithOtherContentRefused() {
        Book book = book();
        UUID party = UUID.randomUUID();
        UUID hold = UUID.randomUUID();
        Posting posting = LedgerWorld.held(book, "deposit/1", books.today(), party, hold, 500);
        Posted first = books.posts(posting);
        assertThat(books.posts(posting).id()).isEqualTo(first.id());
        assertThat(books.balance(LedgerWorld.deposit(book, party, hold), AsOf.now(books.today()))).isEqualTo(new Fen(-500));
        assertThat(refused(() -> books.posts(LedgerWorld.held(book, "deposit/1", books.today(), party, hold, 501))).refusal()).isEqualTo(LedgerRefusal.LEDGER_REFERENCE_REUSED);
        assertThat(refused(() -> books.posts(LedgerWorld.held(book, "deposit/1", books.today(), UUID.randomUUID(), hold, 500))).refusal()).isEqualTo(LedgerRefusal.LEDGER_REFERENCE_REUSED);
        assertThat(refused(() -> books.posts(LedgerWorld.held(book, "deposit/2", books.today().plusDays(1), party, hold, 1))).refusal()).isEqualTo(LedgerRefusal.LEDGER_DATED_AHEAD);
    }

    @Test
    void aPostingIsTakenBackOnceAndNotBeforeItWas() {
        Book book = book();
        Posted posted = books.posts(LedgerWorld.held(book, "deposit/1", books.today(), UUID.randomUUID(), UUID.randomUUID(), 500));
        assertThat(refused(() -> books.takesBack(new Ledger.Reversal(book, posted.id(), "back/0", books.today().minusDays(1), "错"))).refusal())
                .isEqualTo(LedgerRefusal.LEDGER_TAKEN_BACK_BEFORE_IT_WAS);
        Posted back = books.takesBack(new Ledger.Reversal(book, posted.id(), "back/1", books.today(), "错"));
        assertThat(books.takesBack(new Ledger.Reversal(book, posted.id(), "back/1", books.today(), "错")).id()).as("the same again").isEqualTo(back.id());
        assertThat(refused(() -> books.takesBack(new Ledger.Reversal(book, posted.id(), "back/2", books.today(), "错"))).refusal()).isEqualTo(LedgerRefusal.LEDGER_POSTING_TAKEN_BACK);
        assertThat(refused(() -> books.takesBack(new Ledger.Reversal(book, back.id(), "back/3", books.today(), "错"))).refusal()).isEqualTo(LedgerRefusal.LEDGER_POSTING_TAKEN_BACK);
    }

    @Test
    void manyWhoBookOnTheSameAccountsAtTheSameMomentLoseNothingAndTheSameSourceCountsOnce() throws Exception {
        Book book = book();
        UUID party = UUID.randomUUID();
        UUID hold = UUID.randomUUID();
        List<Callable<UUID>> acts = IntStream.range(0, 40).<Callable<UUID>>mapToObj(i -> () -> books.posts(
                LedgerWorld.held(book, "together/" + i / 2, books.today().minusDays(i / 2 % 5), party, hold, 1_000 + i / 2)).id()).toList();
        assertThat(Together.all(acts).stream().distinct()).hasSize(20);
        long all = IntStream.range(0, 20).mapToLong(i -> 1_000 + i).sum();
        assertThat(books.balance(LedgerWorld.deposit(book, party, hold), AsOf.now(books.today())).fen()).isEqualTo(-all);
        assertThat(rederivation.run(books.today()).blockOptional(Duration.ofSeconds(30)).orElseThrow().differing()).isZero();
    }

    @Test
    void noRoleOfTheDatabaseChangesWhatIsBookedNotEvenItsOwner() throws SQLException {
        Book book = book();
        Posted posted = books.posts(LedgerWorld.held(book, "deposit/1", books.today(), UUID.randomUUID(), UUID.randomUUID(), 500));
        for (String role : List.of("jucai_app", "jucai_worker", "postgres")) {
            for (String change : List.of("update ledger_entry set amount_fen = 1 where posting_id = '%s'", "delete from ledger_entry where posting_id = '%s'",
                    "update ledger_posting set business_on = '2020-01-01' where id = '%s'", "delete from ledger_posting where id = '%s'", "truncate ledger_entry -- %s")) {
                assertThatThrownBy(() -> runs(role, change.formatted(posted.id()))).as("%s: %s", role, change).isInstanceOf(SQLException.class)
                        .satisfies(failure -> assertThat(failure.getMessage()).containsAnyOf("permission denied", "the books are not changed"));
            }
        }
    }

    @Test
    void whatDoesNotSumToZeroIsRefusedWhenItCommits() throws SQLException {
        Book book = book();
        Posted posted = books.posts(LedgerWorld.held(book, "deposit/1", books.today(), UUID.randomUUID(), UUID.randomUUID(), 500));
        String line = """
                insert into ledger_entry (bank_id, posting_id, line, keeper_id, account_id, party_id, amount_fen, business_on, booked_at)
                select bank_id, posting_id, 9, keeper_id, account_id, party_id, 1, business_on, booked_at from ledger_entry where posting_id = '%s' and line = 1
                """.formatted(posted.id());
        assertThatThrownBy(() -> runs("jucai_worker", line)).hasMessageContaining("sum to 1 fen");
        String none = """
                insert into ledger_posting (bank_id, id, keeper_id, occasion, reference, business_on, party_id, rules_version, booked_by, booked_at)
                select bank_id, gen_random_uuid(), keeper_id, occasion, 'without lines', business_on, party_id, 1, booked_by, booked_at from ledger_posting where id = '%s'
                """.formatted(posted.id());
        assertThatThrownBy(() -> runs("jucai_worker", none)).hasMessageContaining("has 0 lines");
    }

    private void runs(String role, String sql) throws SQLException {
        String password = switch (role) {
            case "jucai_app" -> "app";
            case "jucai_worker" -> "worker";
            default -> "postgres";
        };
        try (Connection connection = platform.databaseAs(role, password)) {
            connection.createStatement().execute(sql);
        }
    }

    @Test
    void aClosingThatWasTamperedWithIsFoundToTheFen() throws SQLException {
        Book book = book();
        books.posts(LedgerWorld.held(book, "deposit/1", books.today(), UUID.randomUUID(), UUID.randomUUID(), 500));
        String tampered = "update ledger_closing set closing_fen = closing_fen + %d where bank_id = '" + book.bankId() + "' and party_id = keeper_id";
        runs("jucai_worker", tampered.formatted(3));
        var found = rederivation.run(books.today()).blockOptional(Duration.ofSeconds(30)).orElseThrow();
        assertThat(found.differing()).isEqualTo(1);
        assertThat(found.differenceFen()).isEqualTo(3);
        assertThat(found.details().toString()).contains("closing");
        runs("jucai_worker", tampered.formatted(-3));
        assertThat(rederivation.run(books.today()).blockOptional(Duration.ofSeconds(30)).orElseThrow().differing()).isZero();
    }
}
