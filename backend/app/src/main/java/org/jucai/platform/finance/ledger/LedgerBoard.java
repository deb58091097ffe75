package org.jucai.platform.finance.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Answers what was booked and what stands, as far as the reader may see. */
@Service
public class LedgerBoard {

    private final SqlEntries shelf;
    private final PostingRules rules;

    LedgerBoard(SqlEntries shelf, PostingRules rules) {
        this.shelf = shelf;
        this.rules = rules;
    }

    /** Which entries or accounts; what is empty asks for all. */
    public record Wanted(Of of, Optional<Occasion> occasion, Optional<LocalDate> fromOn, Optional<LocalDate> toOn, @Nullable String cursor, int limit) {
        public Wanted next(@Nullable String after) {
            return new Wanted(of, occasion, fromOn, toOn, after, limit);
        }
    }

    /** Whose and what for. @param accountId one account */
    public record Of(Optional<UUID> bankId, Optional<UUID> keeperId, Optional<UUID> partyId, Optional<AccountRole> role, Optional<UUID> roundId, Optional<UUID> thingId,
            Optional<UUID> accountId) {}

    /** An entry as it is read. @param postingId with {@code entry.line()}: which one */
    public record Shown(UUID postingId, Posting posting, Instant bookedAt, Optional<UUID> reverses, UUID accountId, Entry entry) {}

    /** Newest booked first. */
    public Mono<Page<Shown>> entries(Tx tx, Wanted wanted) {
        return shelf.list(tx, wanted);
    }

    /** Accounts with what stands on them, those at zero too, in the order of their ids. */
    public Mono<Page<Ledger.Balance>> balances(Tx tx, Of of, AsOf asOf, @Nullable String cursor, int limit) {
        return shelf.balances(tx, of, asOf, cursor, limit);
    }

    /** On which side accounts of a role grow. */
    public AccountKind kind(AccountRole role) {
        return rules.kind(role);
    }
}
