package org.jucai.platform.award.decisions;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.kernel.Refusal;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.spi.AwardGate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers the round for its award: nothing is publicised that was not proposed, nothing made final that is contested. */
@Component
class AwardAnswers implements AwardGate {

    private final SqlAwards shelf;
    private final SqlObjections objections;

    AwardAnswers(SqlAwards shelf, SqlObjections objections) {
        this.shelf = shelf;
        this.objections = objections;
    }

    @Override
    public Mono<Optional<Refusal>> mayPublicise(Tx tx, Round round) {
        return standing(tx, round, Award.Status.PROPOSED).map(_ -> Optional.<Refusal>empty()).defaultIfEmpty(Optional.of(AwardRefusal.AWARD_NOT_PROPOSED));
    }

    /** The round is held by this transaction: whoever objected in time has committed, or is told that it is too late. */
    @Override
    public Mono<Optional<Refusal>> mayFinalise(Tx tx, Round round) {
        return standing(tx, round, Award.Status.PUBLICISED)
                .flatMap(award -> objections.tally(tx, round.id(), award.number()).map(DecisionRules::againstFinal))
                .defaultIfEmpty(Optional.of(AwardRefusal.AWARD_NOT_AT_NOTICE));
    }

    @Override
    public Mono<Optional<Refusal>> mayRevoke(Tx tx, Round round) {
        return shelf.find(tx, round.id(), null).filter(award -> award.status() == Award.Status.PUBLICISED || award.status() == Award.Status.FINAL)
                .map(_ -> Optional.<Refusal>empty()).defaultIfEmpty(Optional.of(AwardRefusal.AWARD_NOT_AT_NOTICE));
    }

    @Override
    public Mono<Served> served(Tx tx, Round round) {
        return standing(tx, round, Award.Status.PUBLICISED)
                .map(award -> new Served(lots(award, AwardSheet.Outcome.WHOLE), lots(award, AwardSheet.Outcome.IN_PART)))
                .defaultIfEmpty(new Served(List.of(), List.of()));
    }

    private static List<UUID> lots(Award award, AwardSheet.Outcome outcome) {
        return award.sheet().lots().stream().filter(lot -> lot.outcome() == outcome).map(AwardSheet.Lot::lotId).toList();
    }

    private Mono<Award> standing(Tx tx, Round round, Award.Status status) {
        return shelf.find(tx, round.id(), null).filter(award -> award.status() == status);
    }
}
