package org.jucai.platform.finance.ledger;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Fen;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.World;
import org.springframework.boot.test.context.TestComponent;
import reactor.core.publisher.Mono;

/** A bank with its books, and background work that posts to them. */
@TestComponent
public class LedgerWorld {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final World world;
    private final Database database;
    private final Ledger ledger;

    LedgerWorld(World world, Database database, Ledger ledger) {
        this.world = world;
        this.database = database;
        this.ledger = ledger;
    }

    public Client bank() {
        return world.other(PartyKind.BANK, Role.BANK_CREDIT_OFFICER, Role.BANK_RISK_OFFICER);
    }

    public Client group() {
        return world.other(PartyKind.FINANCE_GROUP, Role.FINANCE_OFFICER);
    }

    public Client auditor() {
        return world.other(PartyKind.AUDITOR, Role.AUDITOR);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(world.now(), ZoneId.of("Asia/Shanghai"));
    }

    public static Posting held(Book book, String reference, LocalDate on, UUID party, UUID hold, long fen) {
        return new Posting(book, Occasion.DEPOSIT_HELD, reference, on, new Posting.About(party, Optional.empty(), Optional.empty(), Optional.of(hold)), Map.of(Share.AMOUNT, new Fen(fen)),
                Optional.empty());
    }

    public static Account deposit(Book book, UUID party, UUID hold) {
        return new Account(book, AccountRole.DEPOSIT_HELD, party, Optional.empty(), Optional.empty(), Optional.of(hold));
    }

    public static Account suspense(Book book) {
        return new Account(book, AccountRole.SUSPENSE, book.keeperId(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Posted posts(Posting posting) {
        return inBackground(tx -> ledger.post(byTheClock(tx, posting.book()), posting));
    }

    public Posted takesBack(Ledger.Reversal reversal) {
        return inBackground(tx -> ledger.reverse(byTheClock(tx, reversal.book()), reversal));
    }

    public Fen balance(Account account, AsOf asOf) {
        return inBackground(tx -> ledger.balances(tx, List.of(account), asOf)).getOrDefault(account, Fen.ZERO);
    }

    public Asking byTheClock(Tx tx, Book book) {
        return new Asking(tx, Actor.ofTheClock(book.keeperId(), PartyKind.FINANCE_GROUP), world.now());
    }

    public <T> T inBackground(Function<Tx, Mono<T>> work) {
        return database.write(Scope.background(), work).blockOptional(PATIENCE).orElseThrow();
    }
}
