package org.jucai.platform.finance.ledger;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Fen;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the books: holds the accounts in one order, looks whether it was booked, writes posting, entries and closings at once, and tells the journal. */
@Service
class Bookkeeping implements Ledger {

    private final PostingRules rules;
    private final SqlAccounts accounts;
    private final SqlPostings postings;
    private final Journal journal;
    private final Ids ids;

    Bookkeeping(PostingRules rules, SqlAccounts accounts, SqlPostings postings, Journal journal, Ids ids) {
        this.rules = rules;
        this.accounts = accounts;
        this.postings = postings;
        this.journal = journal;
        this.ids = ids;
    }

    @Override
    public Mono<Posted> post(Asking asking, Posting posting) {
        if (posting.occasion() == Occasion.REVERSAL) throw new IllegalArgumentException("what is taken back is named");
        Posted asked = new Posted(ids.next(), posting, asking.at(), Optional.empty(), rules.entries(posting));
        return book(asking, asked);
    }

    @Override
    public Mono<Posted> reverse(Asking asking, Reversal reversal) {
        return postings.find(asking.tx(), reversal.book(), reversal.postingId())
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .flatMap(before -> {
                    LocalDate was = before.posting().businessOn();
                    if (reversal.businessOn().isBefore(was)) throw new RefusedException(LedgerRefusal.LEDGER_TAKEN_BACK_BEFORE_IT_WAS, Map.of("on", was));
                    if (before.posting().occasion() == Occasion.REVERSAL) throw new RefusedException(LedgerRefusal.LEDGER_POSTING_TAKEN_BACK, Map.of("reference", before.posting().reference()));
                    Posting posting = new Posting(reversal.book(), Occasion.REVERSAL, reversal.reference(), reversal.businessOn(), before.posting().about(), Map.of(), Optional.of(reversal.words()));
                    return book(asking, new Posted(ids.next(), posting, asking.at(), Optional.of(before.id()), PostingRules.reversed(before.entries())));
                });
    }

    private Mono<Posted> book(Asking asking, Posted asked) {
        if (asked.posting().businessOn().isAfter(asking.today())) return Mono.error(() -> new RefusedException(LedgerRefusal.LEDGER_DATED_AHEAD, Map.of("today", asking.today())));
        Set<Account> touched = asked.entries().stream().map(Entry::account).collect(Collectors.toCollection(LinkedHashSet::new));
        return accounts.hold(asking.tx(), List.copyOf(touched), asking.at())
                .flatMap(held -> postings.find(asking.tx(), asked.posting()).map(known -> same(known, asked))
                        .switchIfEmpty(Mono.defer(() -> write(asking, asked, held))));
    }

    private Mono<Posted> write(Asking asking, Posted asked, Map<Account, UUID> held) {
        return postings.add(asking, asked, held, rules.version())
                .onErrorMap(DuplicateKeyException.class, taken -> taken(taken, asked))
                .then(journal.append(asking.tx(), asking.actor(), asking.at(), List.of(event(asked, held))))
                .thenReturn(asked);
    }

    private static RefusedException taken(DuplicateKeyException taken, Posted asked) {
        boolean twice = String.valueOf(taken.getMessage()).contains("taken_back_once");
        return new RefusedException(twice ? LedgerRefusal.LEDGER_POSTING_TAKEN_BACK : LedgerRefusal.LEDGER_REFERENCE_REUSED, Map.of("reference", asked.posting().reference()));
    }

    /** What was booked under the same reference, where it is the same. */
    private static Posted same(Posted known, Posted asked) {
        boolean alike = known.posting().businessOn().equals(asked.posting().businessOn()) && known.reverses().equals(asked.reverses())
                && new HashSet<>(known.entries()).equals(new HashSet<>(asked.entries()));
        if (!alike) throw new RefusedException(LedgerRefusal.LEDGER_REFERENCE_REUSED, Map.of("reference", asked.posting().reference()));
        return known;
    }

    /** For the re-derivation and nobody else: what each party may know of a posting, it reads in the books. */
    private static NewEvent event(Posted posted, Map<Account, UUID> held) {
        LedgerEvent.Booked booked = LedgerEvent.Booked.of(posted, held);
        return new NewEvent(LedgerEvent.STREAM, posted.id(), 1, null, LedgerEvent.Booked.class.getSimpleName(), booked, Set.of());
    }

    @Override
    public Mono<Map<Account, Fen>> balances(Tx tx, List<Account> asked, AsOf asOf) {
        return accounts.balances(tx, asked, asOf).map(found -> {
            Map<Account, Fen> known = found.stream().collect(Collectors.toMap(Balance::account, Balance::debit));
            return asked.stream().distinct().collect(Collectors.toMap(Function.identity(), account -> known.getOrDefault(account, Fen.ZERO)));
        });
    }

    @Override
    public Flux<Balance> balances(Tx tx, Wanted wanted, AsOf asOf) {
        return accounts.balances(tx, wanted, asOf);
    }
}
