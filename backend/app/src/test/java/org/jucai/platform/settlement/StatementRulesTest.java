package org.jucai.platform.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jucai.platform.contracts.ContractKind;
import org.jucai.platform.contracts.ContractTerms;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.settlement.reckoning.Amounts;
import org.junit.jupiter.api.Test;

/** Where a statement goes by what is said to it, and where it never goes. */
class StatementRulesTest {

    private static final Instant DRAWN = Instant.parse("2027-05-22T01:00:00Z");
    private static final Instant SILENCE = Instant.parse("2027-05-31T16:00:00Z");
    private static final UUID SELLER = new UUID(5, 1);
    private static final UUID BUYER = new UUID(5, 2);
    private static final UUID GROUP = new UUID(5, 3);

    private static final Map<StatementStatus, Set<StatementStatus>> WAYS = Map.of(
            StatementStatus.DRAWN, Set.of(StatementStatus.DRAWN, StatementStatus.AGREED, StatementStatus.DISPUTED),
            StatementStatus.DISPUTED, Set.of(StatementStatus.DISPUTED, StatementStatus.AGREED),
            StatementStatus.AGREED, Set.of());

    private static Statement drawn() {
        Statement.Of of = new Statement.Of(new UUID(5, 4), "HT-1", ContractKind.SUPPLY, new UUID(5, 5), "R-1", GROUP, SELLER, BUYER);
        Statement.Money money = new Statement.Money(1, 32_000, new Amounts(6_400_000, 0, 96_000, 0, 0), 0, Optional.empty(), 0, 0, 0, 0, false, Optional.empty());
        return new Statement(new UUID(5, 6), "HT-1-J001", of, Statement.Period.DELIVERY, LocalDate.of(2027, 5, 1), Optional.empty(),
                new Statement.Terms(ContractTerms.Trigger.DELIVERY, 30, 500, SILENCE), StatementStatus.DRAWN, DRAWN, 1, 1, Statement.Talk.NONE, money, DRAWN);
    }

    private static Statement after(Statement before, StatementCommand command, Instant now) {
        return switch (StatementRules.decide(before, command, now)) {
            case Decision.Accepted<StatementEvent>(var events) -> before.after(events.getFirst(), now);
            case Decision.Refused<StatementEvent> _ -> before;
        };
    }

    private static StatementCommand any(RandomGenerator chance) {
        UUID by = switch (chance.nextInt(3)) {
            case 0 -> SELLER;
            case 1 -> BUYER;
            default -> GROUP;
        };
        return switch (chance.nextInt(4)) {
            case 0 -> new StatementCommand.Agree(by);
            case 1 -> new StatementCommand.Silence();
            case 2 -> new StatementCommand.Challenge(by, "少了", chance.nextLong(1, 7_000_000));
            default -> new StatementCommand.Resolve(by, chance.nextInt(3) * -1_000L, "好");
        };
    }

    @Test
    void overAnyWalkEachStateLeadsOnlyWhereItMayAndNothingAgreedChanges() {
        int agreed = 0;
        for (long seed = 1; seed <= 500; seed++) {
            RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            Statement statement = drawn();
            Instant now = DRAWN;
            for (int step = 0; step < 25; step++) {
                now = now.plus(Duration.ofHours(chance.nextInt(30)));
                Statement next = after(statement, any(chance), now);
                if (next != statement) {
                    assertThat(WAYS.get(statement.status())).as("seed %d, step %d", seed, step).contains(next.status());
                    assertThat(next.version()).isEqualTo(statement.version() + 1);
                    assertThat(next.money().amounts()).as("lines never change").isEqualTo(statement.money().amounts());
                    assertThat(next.number() - statement.number()).isEqualTo(next.money().agreedFen() == statement.money().agreedFen() ? 0 : 1);
                }
                statement = next;
            }
            if (statement.status() == StatementStatus.AGREED) agreed++;
        }
        assertThat(agreed).as("the claim is about something").isGreaterThan(100);
    }

    @Test
    void silenceAgreesFromTheInstantOnAndNotAMillisecondBeforeAndWhoDisputesThenIsTooLate() {
        StatementCommand dispute = new StatementCommand.Challenge(BUYER, "少了", 1);
        assertThat(after(drawn(), new StatementCommand.Silence(), SILENCE.minusMillis(1)).status()).isEqualTo(StatementStatus.DRAWN);
        assertThat(after(drawn(), new StatementCommand.Silence(), SILENCE).status()).isEqualTo(StatementStatus.AGREED);
        assertThat(after(drawn(), dispute, SILENCE.minusMillis(1)).status()).isEqualTo(StatementStatus.DISPUTED);
        assertThat(after(drawn(), dispute, SILENCE).status()).isEqualTo(StatementStatus.DRAWN);
    }

    @Test
    void whoAgreedDoesNotDisputeAndTheGroupSpeaksForNeitherSide() {
        Statement half = after(drawn(), new StatementCommand.Agree(SELLER), DRAWN);
        assertThat(half.status()).isEqualTo(StatementStatus.DRAWN);
        assertThat(after(half, new StatementCommand.Challenge(SELLER, "反悔", 1), DRAWN)).isSameAs(half);
        assertThat(after(half, new StatementCommand.Agree(GROUP), DRAWN)).isSameAs(half);
        assertThat(after(half, new StatementCommand.Agree(BUYER), DRAWN).status()).isEqualTo(StatementStatus.AGREED);
    }
}
