package org.jucai.platform.award.decisions;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundBoard;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Takes objections to awards at public notice, and the association's answers. */
@Service
public class ObjectionDesk {

    private final RoundBoard rounds;
    private final SqlAwards awards;
    private final SqlObjections shelf;
    private final Concerned concerned;
    private final Journal journal;
    private final Ids ids;

    ObjectionDesk(RoundBoard rounds, SqlAwards awards, SqlObjections shelf, Concerned concerned, Journal journal, Ids ids) {
        this.rounds = rounds;
        this.awards = awards;
        this.shelf = shelf;
        this.concerned = concerned;
        this.journal = journal;
        this.ids = ids;
    }

    /** The round is held shared until commit: an award is made final before this objection came, or after it was counted. */
    public Mono<Objection> raise(Asking asking, UUID roundId, @Nullable UUID lotId, String grounds) {
        return rounds.join(asking.tx(), roundId)
                .flatMap(round -> concerned.check(asking, round)
                        .then(awards.find(asking.tx(), roundId, null))
                        .switchIfEmpty(Mono.error(() -> new RefusedException(AwardRefusal.AWARD_NOT_AT_NOTICE)))
                        .flatMap(award -> shelf.own(asking.tx(), award, asking.actor().partyId())
                                .doOnNext(before -> DecisionRules.mayBeObjectedTo(round, asking.at(), before))
                                .doOnNext(_ -> refuseUnlessInIt(award, lotId))
                                .flatMap(_ -> add(asking, round, award, new Said(Optional.ofNullable(lotId), grounds)))));
    }

    private static void refuseUnlessInIt(Award award, @Nullable UUID lotId) {
        boolean known = lotId == null || award.sheet().lots().stream().anyMatch(lot -> lot.lotId().equals(lotId));
        if (!known) throw new RefusedException(CommonRefusal.NOT_FOUND);
    }

    private record Said(Optional<UUID> lotId, String grounds) {}

    private Mono<Objection> add(Asking asking, Round round, Award award, Said said) {
        Objection objection = new Objection(ids.next(), round.id(), award.number(), round.associationId(), asking.actor().partyId(), asking.actor().personId(),
                said.lotId(), said.grounds(), Objection.Status.OPEN, asking.at(), Optional.empty(), Optional.empty(), Optional.empty(), 1);
        return shelf.add(asking.tx(), objection)
                .then(record(asking, objection, new AwardEvent.ObjectionRaised(award.number(), objection.partyId(), said.lotId(), said.grounds())))
                .thenReturn(objection);
    }

    /** Upholds or dismisses; once. */
    public Mono<Objection> answer(Asking asking, UUID id, boolean upheld, String reasons) {
        return shelf.find(asking.tx(), id)
                .filter(objection -> asking.actor().actsFor(objection.associationId()))
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .filter(objection -> objection.status() == Objection.Status.OPEN)
                .switchIfEmpty(Mono.error(() -> new RefusedException(AwardRefusal.OBJECTION_ALREADY_ANSWERED)))
                .map(objection -> objection.answered(upheld, reasons, asking.actor().personId(), asking.at()))
                .flatMap(answered -> shelf.answer(asking.tx(), answered)
                        .filter(moved -> moved)
                        .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.VERSION_CONFLICT)))
                        .then(record(asking, answered, new AwardEvent.ObjectionAnswered(answered.number(), upheld, reasons)))
                        .thenReturn(answered));
    }

    private Mono<Void> record(Asking asking, Objection objection, AwardEvent event) {
        return journal.append(asking.tx(), asking.actor(), asking.at(), List.of(new NewEvent(Objection.STREAM, objection.id(), objection.version(), objection.roundId(),
                event.getClass().getSimpleName(), event, Set.of(objection.associationId(), objection.partyId()))));
    }
}
