package org.jucai.platform.rounds;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jucai.platform.kernel.Refusal;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.spi.AwardGate;
import org.jucai.platform.rounds.spi.OpeningGate;
import org.jucai.platform.rounds.spi.TenderGate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks those who must agree before a round moves: all who answer agree, or it stays; where nobody answers, it stays. */
@Component
class StepGates {

    private final List<TenderGate> tenders;
    private final List<OpeningGate> openings;
    private final List<AwardGate> awards;

    StepGates(List<TenderGate> tenders, List<OpeningGate> openings, List<AwardGate> awards) {
        this.tenders = tenders;
        this.openings = openings;
        this.awards = awards;
    }

    /** The command, with what the gates add to it; a refusal where one of them says no. */
    Mono<RoundCommand> passes(Tx tx, Round round, RoundCommand command) {
        return switch (command) {
            case RoundCommand.Tender(var terms) -> all(tenders, gate -> gate.mayTender(tx, round, terms), command);
            case RoundCommand.CallSecondQuote _ -> all(tenders, gate -> gate.mayTender(tx, round, round.tender().orElseThrow()), command);
            case RoundCommand.Evaluate _ -> all(openings, gate -> gate.mayEvaluate(tx, round), command);
            case RoundCommand.Publicise _ -> all(awards, gate -> gate.mayPublicise(tx, round), command);
            case RoundCommand.Revoke _ -> all(awards, gate -> gate.mayRevoke(tx, round), command);
            case RoundCommand.Finalise finalise -> all(awards, gate -> gate.mayFinalise(tx, round), command)
                    .then(Mono.defer(() -> awards.getFirst().served(tx, round)))
                    .map(served -> awarding(finalise, served));
            case RoundCommand.OfTender _, RoundCommand.Edit _, RoundCommand.Announce _, RoundCommand.Open _, RoundCommand.Extend _,
                    RoundCommand.Lock _, RoundCommand.Pool _, RoundCommand.Reopen _, RoundCommand.CloseGap _, RoundCommand.Freeze _,
                    RoundCommand.Suspend _, RoundCommand.Resume _, RoundCommand.Cancel _ -> Mono.just(command);
        };
    }

    private static RoundCommand awarding(RoundCommand.Finalise command, AwardGate.Served served) {
        if (served.whole().isEmpty() && served.inPart().isEmpty()) throw new RefusedException(RoundRefusal.NO_LOT_AWARDED);
        return new RoundCommand.Finalise(command.by(), served.whole(), served.inPart());
    }

    private static <G> Mono<RoundCommand> all(List<G> gates, Function<G, Mono<Optional<Refusal>>> question, RoundCommand command) {
        if (gates.isEmpty()) {
            return Mono.error(new RefusedException(RoundRefusal.ROUND_STEP_HAS_NO_GATEKEEPER, Map.of("command", command.getClass().getSimpleName())));
        }
        return Flux.fromIterable(gates).concatMap(question)
                .concatMap(answer -> answer.<Mono<Refusal>>map(refusal -> Mono.error(new RefusedException(refusal))).orElse(Mono.empty()))
                .then(Mono.just(command));
    }
}
