package org.jucai.platform.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jucai.platform.rounds.TenderRulesTest.refused;
import static org.jucai.platform.rounds.TenderRulesTest.round;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jucai.platform.kernel.WorkingDays;
import org.junit.jupiter.api.Test;

class ExecutionRulesTest {

    private static final Instant LATE = Instant.parse("2027-05-01T02:00:00Z");
    private static final RoundCommand.OfTender DELIVERED = new RoundCommand.Complete(List.of(new UUID(0, 30)));

    private static Round after(Round round, RoundCommand.OfTender command) {
        return round.after(TenderRules.decide(round, command, LATE, WorkingDays.WEEKENDS_ONLY).orElseRefuse().getFirst(), LATE);
    }

    @Test
    void whatWasAwardedIsCarriedOutOnceAndThenNoLongerRevoked() {
        Round executing = after(round(RoundStatus.AWARDED), new RoundCommand.Execute());
        assertThat(executing.status()).isEqualTo(RoundStatus.EXECUTING);
        for (RoundCommand late : List.of(new RoundCommand.Execute(), new RoundCommand.Revoke("反悔"), new RoundCommand.Fail("流标"), new RoundCommand.Cancel("反悔"))) {
            assertThat(refused(executing, late, LATE)).contains(RoundRefusal.ROUND_STATE_DOES_NOT_ALLOW);
        }
    }

    @Test
    void lotsAreCompletedOneAfterAnotherAndTheRoundIsNotSettledByIt() {
        assertThat(refused(round(RoundStatus.AWARDED), DELIVERED, LATE)).as("nothing is delivered yet").contains(RoundRefusal.ROUND_STATE_DOES_NOT_ALLOW);
        assertThat(refused(round(RoundStatus.EXECUTING), new RoundCommand.Complete(List.of()), LATE)).contains(RoundRefusal.ROUND_STATE_DOES_NOT_ALLOW);
        Round once = after(round(RoundStatus.EXECUTING), DELIVERED);
        assertThat(once.status()).as("settled only once it is paid").isEqualTo(RoundStatus.EXECUTING);
        assertThat(after(once, DELIVERED).version()).isEqualTo(once.version() + 1);
    }
}
