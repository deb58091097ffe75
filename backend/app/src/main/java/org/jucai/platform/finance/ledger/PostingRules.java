package org.jucai.platform.finance.ledger;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.kernel.Fen;

/**
 * Which accounts what happened touches, as data. Each rule moves one share from one account to another, so whatever is booked by rules sums to zero.
 *
 * @param version goes up when a rule changes; a posting says by which it was booked
 */
record PostingRules(int version, Map<AccountRole, Kept> accounts, Map<Occasion, List<Move>> occasions) {

    /** Of whom an account is. */
    enum Owner { KEEPER, PARTY }

    /** What accounts of a role are kept apart by. */
    enum Per { PRODUCT, ROUND, THING }

    /** How accounts of a role are kept. */
    record Kept(AccountKind kind, Owner of, Set<Per> per) {
        Kept {
            per = Set.copyOf(per);
        }
    }

    /** A share goes into one account's debit and another's credit. */
    record Move(Share share, AccountRole debit, AccountRole credit) {}

    /** Nothing is left without a rule, and no rule is for nothing. */
    PostingRules {
        accounts = Map.copyOf(accounts);
        occasions = Map.copyOf(occasions);
        if (!accounts.keySet().equals(EnumSet.allOf(AccountRole.class))) throw new IllegalArgumentException("accounts without rules: " + missing(AccountRole.class, accounts.keySet()));
        if (!occasions.keySet().equals(EnumSet.allOf(Occasion.class))) throw new IllegalArgumentException("occasions without rules: " + missing(Occasion.class, occasions.keySet()));
        occasions.forEach((occasion, moves) -> {
            if (moves.isEmpty() != (occasion == Occasion.REVERSAL)) throw new IllegalArgumentException(occasion + " moves nothing");
            if (moves.stream().anyMatch(move -> move.debit() == move.credit())) throw new IllegalArgumentException(occasion + " moves from an account to itself");
        });
    }

    private static <E extends Enum<E>> Set<E> missing(Class<E> type, Set<E> known) {
        Set<E> all = EnumSet.allOf(type);
        all.removeAll(known);
        return all;
    }

    AccountKind kind(AccountRole role) {
        return kept(role).kind();
    }

    /** The lines of a posting; wrong shares are a fault of the program that asks. */
    List<Entry> entries(Posting posting) {
        List<Move> moves = moves(posting.occasion());
        Set<Share> known = moves.stream().map(Move::share).collect(Collectors.toSet());
        if (!known.containsAll(posting.shares().keySet())) throw new IllegalArgumentException(posting.occasion() + " knows no " + posting.shares().keySet());
        if (posting.shares().values().stream().anyMatch(fen -> fen.fen() < 0)) throw new IllegalArgumentException("less than nothing is booked by taking back what was");
        List<Entry> entries = new ArrayList<>();
        for (Move move : moves) {
            long fen = posting.shares().getOrDefault(move.share(), Fen.ZERO).fen();
            if (fen == 0) continue;
            entries.add(new Entry(entries.size() + 1, account(move.debit(), posting), fen));
            entries.add(new Entry(entries.size() + 1, account(move.credit(), posting), -fen));
        }
        if (entries.isEmpty()) throw new IllegalArgumentException("nothing is not booked");
        return entries;
    }

    /** What takes lines back. */
    static List<Entry> reversed(List<Entry> entries) {
        return entries.stream().map(entry -> new Entry(entry.line(), entry.account(), Math.negateExact(entry.amountFen()))).toList();
    }

    private Account account(AccountRole role, Posting posting) {
        Kept kept = kept(role);
        Posting.About about = posting.about();
        UUID party = kept.of() == Owner.KEEPER ? posting.book().keeperId() : about.partyId();
        return new Account(posting.book(), role, party, about.productId().filter(_ -> kept.per().contains(Per.PRODUCT)), about.roundId().filter(_ -> kept.per().contains(Per.ROUND)),
                thing(kept, about));
    }

    private static Optional<UUID> thing(Kept kept, Posting.About about) {
        if (!kept.per().contains(Per.THING)) return Optional.empty();
        if (about.thingId().isEmpty()) throw new IllegalArgumentException("accounts kept by thing ask for which");
        return about.thingId();
    }

    private Kept kept(AccountRole role) {
        Kept kept = accounts.get(role);
        if (kept == null) throw new IllegalStateException("rules name every role");
        return kept;
    }

    private List<Move> moves(Occasion occasion) {
        List<Move> moves = occasions.get(occasion);
        if (moves == null) throw new IllegalStateException("rules name every occasion");
        return moves;
    }
}
