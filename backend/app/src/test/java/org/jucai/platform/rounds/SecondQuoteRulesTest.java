package org.jucai.platform.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.WorkingDays;
import org.junit.jupiter.api.Test;

class SecondQuoteRulesTest {

    private static final Instant NOW = Instant.parse("2027-04-01T03:00:00Z");
    private static final Instant DUE = NOW.plus(Duration.ofDays(1));
    private static final RoundCommand.CallSecondQuote CALL = new RoundCommand.CallSecondQuote(DUE, Optional.empty(), "评审小组要求");

    private static TenderTerms agreed(boolean secondQuote) {
        Instant due = NOW.minus(Duration.ofHours(1));
        return new TenderTerms(due, due.plus(Duration.ofMinutes(30)), 7, secondQuote, 240, 3,
                List.of(new AwardRule.Quality("pure", "AL2O3", OptionalInt.of(850_000), OptionalInt.empty(), Optional.empty())),
                TenderTerms.ShareRule.PROPORTIONAL, TenderTerms.CostRule.AVERAGE, TenderTerms.TIE_RULE, List.of(), 60);
    }

    private static Round round(RoundStatus status, boolean agreed, Optional<Integer> firstCall) {
        Round round = TenderRulesTest.round(status);
        return new Round(round.id(), round.code(), round.associationId(), status, round.statusSince(), round.version(), round.terms(), Optional.empty(),
                Optional.empty(), round.frozenAt(), Optional.empty(), round.reached(),
                new Round.Tendering(firstCall.isPresent() ? 2 : 1, Optional.of(agreed(agreed)), Optional.empty(), firstCall));
    }

    @Test
    void aSecondQuoteIsCalledBetweenOpeningAndEvaluationOnceAndOnlyWhereItWasAgreed() {
        EnumSet.allOf(RoundStatus.class).forEach(status -> assertThat(TenderRulesTest.refused(round(status, true, Optional.empty()), CALL, NOW).isEmpty())
                .as(status.name()).isEqualTo(status == RoundStatus.OPENED));
        assertThat(TenderRulesTest.refused(round(RoundStatus.OPENED, false, Optional.empty()), CALL, NOW)).contains(RoundRefusal.SECOND_QUOTE_NOT_AGREED);
        assertThat(TenderRulesTest.refused(round(RoundStatus.OPENED, true, Optional.of(1)), CALL, NOW)).contains(RoundRefusal.SECOND_QUOTE_CALLED_ALREADY);
        assertThat(TenderRulesTest.refused(round(RoundStatus.OPENED, true, Optional.empty()), new RoundCommand.CallSecondQuote(NOW, Optional.empty(), "晚"), NOW))
                .contains(RoundRefusal.ROUND_DATES_PAST);
        assertThat(TenderRulesTest.refused(round(RoundStatus.OPENED, true, Optional.empty()), new RoundCommand.CallSecondQuote(DUE, Optional.of(DUE.minusMillis(1)), "早"), NOW))
                .contains(RoundRefusal.ROUND_PERIODS_OUT_OF_ORDER);
    }

    @Test
    void itIsTheNextCallOnTheSameTermsAndTheFirstOffersStandBehindIt() {
        Round opened = round(RoundStatus.OPENED, true, Optional.empty());
        Decision<RoundEvent> decided = RoundRules.decide(opened, CALL, NOW, new Known(java.util.Set.of("GL-85A"), WorkingDays.WEEKENDS_ONLY));
        Round again = opened.after(decided.orElseRefuse().getFirst(), NOW);
        assertThat(again.status()).isEqualTo(RoundStatus.TENDERING);
        assertThat(again.tendering().number()).isEqualTo(2);
        assertThat(again.tendering().firstCall()).contains(1);
        TenderTerms terms = again.tender().orElseThrow();
        assertThat(terms.offersDueAt()).isEqualTo(DUE);
        assertThat(terms.opensAt()).as("as far behind as the first time").isEqualTo(DUE.plus(Duration.ofMinutes(30)));
        assertThat(terms).usingRecursiveComparison().ignoringFields("offersDueAt", "opensAt", "questionsUntilAt").isEqualTo(agreed(true));
        assertThat(again.takesOffersAt(DUE.minusMillis(1))).isTrue();
    }
}
