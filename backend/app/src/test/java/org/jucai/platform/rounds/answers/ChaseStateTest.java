package org.jucai.platform.rounds.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChaseStateTest {

    private static final Optional<Instant> YES = Optional.of(Instant.parse("2027-03-22T02:00:00Z"));
    private static final Optional<Instant> NO = Optional.empty();

    private static ChaseState state(int waiting, int counting, Optional<Instant> declined, Optional<Instant> signed) {
        return new MemberAnswer(new UUID(0, 9), waiting, counting, declined, signed, NO).state();
    }

    @Test
    void aMemberWhoSaidNothingHasNotAnsweredEvenIfItSigned() {
        assertThat(state(0, 0, NO, NO)).isEqualTo(ChaseState.NOT_ANSWERED);
        assertThat(state(0, 0, NO, YES)).isEqualTo(ChaseState.NOT_ANSWERED);
    }

    @Test
    void aLineToConfirmIsChasedBeforeTheSignature() {
        assertThat(state(1, 0, NO, NO)).isEqualTo(ChaseState.NOT_CONFIRMED);
        assertThat(state(1, 3, NO, YES)).isEqualTo(ChaseState.NOT_CONFIRMED);
    }

    @Test
    void linesWithoutASignatureAreNotYetAnAnswer() {
        assertThat(state(0, 1, NO, NO)).isEqualTo(ChaseState.NOT_SIGNED);
        assertThat(state(0, 1, NO, YES)).isEqualTo(ChaseState.ANSWERED);
    }

    @Test
    void aLineOutweighsAnEarlierNothingThisTime() {
        assertThat(state(0, 0, YES, NO)).isEqualTo(ChaseState.DECLINED);
        assertThat(state(0, 1, YES, YES)).isEqualTo(ChaseState.ANSWERED);
        assertThat(OwnAnswer.of(new MemberAnswer(new UUID(0, 9), 0, 1, YES, NO, NO))).isEqualTo(new OwnAnswer(OwnAnswer.Kind.LINES, false));
        assertThat(OwnAnswer.of(new MemberAnswer(new UUID(0, 9), 0, 0, YES, NO, NO)).kind()).isEqualTo(OwnAnswer.Kind.DECLINED);
    }
}
