package org.jucai.platform.finance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.jucai.platform.kernel.Fen;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PostingRulesTest {

    private static final Book BOOK = new Book(new UUID(0, 1), new UUID(0, 2));
    private static final UUID PARTY = new UUID(0, 3);

    private final PostingRules rules;

    PostingRulesTest() throws IOException {
        rules = PostingRulesFile.read(new JsonMapper());
    }

    private static Posting posting(Occasion occasion, Map<Share, Fen> shares) {
        return new Posting(BOOK, occasion, "r", LocalDate.of(2027, 3, 1), new Posting.About(PARTY, Optional.of(new UUID(0, 4)), Optional.of(new UUID(0, 5)), Optional.of(new UUID(0, 6))), shares,
                Optional.empty());
    }

    @Test
    void whateverIsBookedSumsToZeroAndSoDoesWhatTakesItBack() {
        for (long seed = 1; seed <= 200; seed++) {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            for (Occasion occasion : Occasion.values()) {
                if (occasion == Occasion.REVERSAL) continue;
                Map<Share, Fen> shares = shares(occasion, random);
                List<Entry> entries = rules.entries(posting(occasion, shares));
                assertThat(entries.stream().mapToLong(Entry::amountFen).sum()).as("%s, seed %d", occasion, seed).isZero();
                long moved = rules.occasions().getOrDefault(occasion, List.of()).stream().mapToLong(move -> shares.getOrDefault(move.share(), Fen.ZERO).fen()).sum();
                assertThat(entries.stream().mapToLong(Entry::amountFen).filter(fen -> fen > 0).sum()).as("%s, seed %d", occasion, seed).isEqualTo(moved);
                Map<Account, Long> left = new HashMap<>();
                entries.forEach(entry -> left.merge(entry.account(), entry.amountFen(), Long::sum));
                PostingRules.reversed(entries).forEach(entry -> left.merge(entry.account(), entry.amountFen(), Long::sum));
                assertThat(left.values()).as("%s, seed %d", occasion, seed).containsOnly(0L);
            }
        }
    }

    private Map<Share, Fen> shares(Occasion occasion, RandomGenerator random) {
        Map<Share, Fen> shares = new EnumMap<>(Share.class);
        Set<Share> known = rules.occasions().getOrDefault(occasion, List.of()).stream().map(PostingRules.Move::share).collect(Collectors.toSet());
        known.forEach(share -> shares.put(share, new Fen(random.nextLong(0, 1_000_000_000_000L))));
        shares.put(known.iterator().next(), new Fen(1 + random.nextLong(1_000_000)));
        return shares;
    }

    @Test
    void onlyBankStatementsMoveCash() {
        Set<Occasion> moving = rules.occasions().entrySet().stream()
                .filter(each -> each.getValue().stream().anyMatch(move -> move.debit() == AccountRole.CASH || move.credit() == AccountRole.CASH)).map(Map.Entry::getKey).collect(Collectors.toSet());
        assertThat(moving).containsExactlyInAnyOrder(Occasion.CASH_RECEIVED, Occasion.CASH_PAID);
    }

    @Test
    void whatIsOnlyPromisedOrAskedForNeverMixesWithMoney() {
        Set<AccountKind> memorandum = Set.of(AccountKind.MEMORANDUM, AccountKind.MEMORANDUM_CONTRA);
        rules.occasions().forEach((occasion, moves) -> assertThat(moves).as("%s", occasion)
                .allSatisfy(move -> assertThat(memorandum.contains(rules.kind(move.debit()))).isEqualTo(memorandum.contains(rules.kind(move.credit())))));
    }

    @Test
    void sharesThatAnOccasionDoesNotKnowAndAmountsBelowZeroAreNotBooked() {
        assertThatThrownBy(() -> rules.entries(posting(Occasion.DEPOSIT_HELD, Map.of(Share.PRINCIPAL, new Fen(1))))).hasMessageContaining("knows no");
        assertThatThrownBy(() -> rules.entries(posting(Occasion.DEPOSIT_HELD, Map.of(Share.AMOUNT, new Fen(-1))))).hasMessageContaining("less than nothing");
        assertThatThrownBy(() -> rules.entries(posting(Occasion.DEPOSIT_HELD, Map.of(Share.AMOUNT, Fen.ZERO)))).hasMessageContaining("nothing is not booked");
    }

    @Test
    void anAccountIsKeptApartByWhatTheRulesSay() {
        List<Entry> entries = rules.entries(posting(Occasion.DEPOSIT_HELD, Map.of(Share.AMOUNT, new Fen(7))));
        assertThat(entries).containsExactly(new Entry(1, new Account(BOOK, AccountRole.SUSPENSE, BOOK.keeperId(), Optional.empty(), Optional.empty(), Optional.empty()), 7),
                new Entry(2, new Account(BOOK, AccountRole.DEPOSIT_HELD, PARTY, Optional.empty(), Optional.of(new UUID(0, 5)), Optional.of(new UUID(0, 6))), -7));
    }

    @Test
    void rulesThatForgetARoleOrAnOccasionAreRefusedAtTheStart() {
        Map<Occasion, List<PostingRules.Move>> fewer = new HashMap<>(rules.occasions());
        fewer.remove(Occasion.FEE_CHARGED);
        assertThatThrownBy(() -> new PostingRules(1, rules.accounts(), fewer)).hasMessageContaining("FEE_CHARGED");
        Map<AccountRole, PostingRules.Kept> without = new HashMap<>(rules.accounts());
        without.remove(AccountRole.LOAN);
        assertThatThrownBy(() -> new PostingRules(1, without, rules.occasions())).hasMessageContaining("LOAN");
    }
}
