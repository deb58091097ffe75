package org.jucai.platform.finance.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Fen;
import org.jucai.platform.kernel.Tx;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The books. Whoever changes money calls this in the transaction of the change; the day's closing balances move in the same transaction.
 *
 * <p>A request may post to books of which its party is bank or keeper; background work to all. Reads answer as far as the transaction's parties may see.
 */
public interface Ledger {

    /**
     * Books, once: the same book, occasion and reference again answer what was booked and book nothing; with other content they are refused
     * ({@code LEDGER_REFERENCE_REUSED}). A day ahead is refused ({@code LEDGER_DATED_AHEAD}).
     */
    Mono<Posted> post(Asking asking, Posting posting);

    /** Takes a posting back, whole and once, for a day not before its own. @param words why */
    Mono<Posted> reverse(Asking asking, Reversal reversal);

    /** Which posting is taken back, for which day, and why. @param reference as of a posting */
    record Reversal(Book book, UUID postingId, String reference, LocalDate businessOn, String words) {}

    /** What stands on these accounts, in debit above zero; accounts never booked on are zero. */
    Mono<Map<Account, Fen>> balances(Tx tx, List<Account> accounts, AsOf asOf);

    /** Balances of all accounts of a book with this role, of one party or of one thing where asked, without those at zero; in the order of their ids. */
    Flux<Balance> balances(Tx tx, Wanted wanted, AsOf asOf);

    /** @param partyId, thingId narrow; null for all */
    record Wanted(Book book, AccountRole role, Optional<UUID> partyId, Optional<UUID> thingId) {}

    /** What stands on an account, in debit above zero. */
    record Balance(UUID accountId, Account account, Fen debit) {}

    /** What stands on one account now, at the end of a day. */
    default Mono<Fen> balance(Tx tx, Account account, LocalDate on) {
        return balances(tx, List.of(account), AsOf.now(on)).map(found -> found.getOrDefault(account, Fen.ZERO));
    }
}
