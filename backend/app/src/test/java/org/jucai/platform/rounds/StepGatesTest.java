package org.jucai.platform.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.spi.TenderGate;
import org.jucai.platform.testing.AgreeingGates;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import reactor.core.publisher.Mono;

class StepGatesTest {

    private static final Tx TX = Mockito.mock(Tx.class);
    private static final Round ROUND = RoundRulesTest.round(RoundStatus.POOLED);
    private static final UUID ONE = new UUID(0, 1);

    private static Optional<String> refused(StepGates gates, RoundCommand command) {
        try {
            gates.passes(TX, ROUND, command).block(Duration.ofSeconds(9));
            return Optional.empty();
        } catch (RefusedException refusal) {
            return Optional.of(refusal.refusal().name());
        }
    }

    @Test
    void whereNobodyAnswersNothingIsAllowed() {
        StepGates nobody = new StepGates(List.of(), List.of(), List.of());
        for (RoundCommand command : List.of(new RoundCommand.Tender(TenderRulesTest.TERMS), new RoundCommand.Evaluate(List.of()), new RoundCommand.Publicise(ONE),
                new RoundCommand.Finalise(ONE, List.of(), List.of()), new RoundCommand.Revoke("放弃"))) {
            assertThat(refused(nobody, command)).as("%s", command).contains("ROUND_STEP_HAS_NO_GATEKEEPER");
        }
        assertThat(refused(nobody, new RoundCommand.Close())).isEmpty();
        assertThat(refused(nobody, new RoundCommand.Freeze())).isEmpty();
    }

    @Test
    void ofSeveralWhoAnswerEachMustAgree() {
        AgreeingGates agreeing = new AgreeingGates();
        TenderGate objecting = (_, _, _) -> Mono.just(Optional.of(RoundRefusal.OFFERS_NOT_DUE));
        RoundCommand tender = new RoundCommand.Tender(TenderRulesTest.TERMS);
        assertThat(refused(new StepGates(List.of(agreeing), List.of(), List.of()), tender)).isEmpty();
        assertThat(refused(new StepGates(List.of(agreeing, objecting), List.of(), List.of()), tender)).contains("OFFERS_NOT_DUE");
        assertThat(refused(new StepGates(List.of(objecting, agreeing), List.of(), List.of()), tender)).contains("OFFERS_NOT_DUE");
    }

    @Test
    void whatIsMadeFinalIsWhatTheAwardServesAndAnAwardOfNothingIsNot() {
        AgreeingGates award = new AgreeingGates();
        StepGates gates = new StepGates(List.of(), List.of(), List.of(award));
        RoundCommand asked = new RoundCommand.Finalise(ONE, List.of(), List.of());
        assertThatThrownBy(() -> gates.passes(TX, ROUND, asked).block(Duration.ofSeconds(9))).hasMessageContaining("NO_LOT_AWARDED");
        award.serve(List.of(), List.of(ONE));
        assertThat(gates.passes(TX, ROUND, asked).block(Duration.ofSeconds(9))).isEqualTo(new RoundCommand.Finalise(ONE, List.of(), List.of(ONE)));
    }
}
