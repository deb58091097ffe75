package org.jucai.platform.rounds.demand;

import static org.jucai.platform.rounds.demand.LineStatus.COMMITTED;
import static org.jucai.platform.rounds.demand.LineStatus.DRAFT;
import static org.jucai.platform.rounds.demand.LineStatus.LAPSED;
import static org.jucai.platform.rounds.demand.LineStatus.POOLED;
import static org.jucai.platform.rounds.demand.LineStatus.SUBMITTED;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundEvent;
import org.jucai.platform.rounds.RoundReaction;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What becomes of the lines when their round moves: committed at the lock, lapsed at the end. */
@Component
@Order(10)
class LineReaction implements RoundReaction {

    private final DemandLines lines;
    private final Journal journal;

    LineReaction(DemandLines lines, Journal journal) {
        this.lines = lines;
        this.journal = journal;
    }

    @Override
    public Mono<Void> after(Tx tx, Actor actor, Round round, RoundEvent event, Instant now) {
        return switch (event) {
            case RoundEvent.RoundLocked _, RoundEvent.GapClosed _ -> commit(new Asking(tx, actor, now), round.id());
            case RoundEvent.RoundCancelled _, RoundEvent.RoundFailed _ -> move(new Asking(tx, actor, now), round.id(), EnumSet.of(DRAFT, SUBMITTED, COMMITTED, POOLED), LAPSED);
            case RoundEvent.RoundDrafted _, RoundEvent.RoundEdited _, RoundEvent.RoundAnnounced _, RoundEvent.CollectingOpened _,
                    RoundEvent.CollectingEndMoved _, RoundEvent.RoundPooled _, RoundEvent.RoundReopened _, RoundEvent.RoundFrozen _,
                    RoundEvent.RoundSuspended _, RoundEvent.RoundResumed _, RoundEvent.Tendered _ -> Mono.empty();
        };
    }

    private Mono<Void> commit(Asking asking, UUID roundId) {
        return move(asking, roundId, EnumSet.of(SUBMITTED), COMMITTED)
                .then(move(asking, roundId, EnumSet.of(DRAFT), LAPSED));
    }

    private Mono<Void> move(Asking asking, UUID roundId, Set<LineStatus> from, LineStatus to) {
        DemandEvent.What what = to == COMMITTED ? DemandEvent.What.LINE_COMMITTED : DemandEvent.What.LINE_LAPSED;
        return lines.all(asking.tx(), roundId, from)
                .filter(found -> !found.isEmpty())
                .flatMap(found -> {
                    List<DemandEvent> events = found.stream()
                            .map(line -> DemandRules.end(line, what, to).orElseRefuse().getFirst()).toList();
                    return lines.move(asking.tx(), events.stream().map(DemandEvent::line).toList())
                            .then(journal.append(asking.tx(), asking.actor(), asking.at(), events.stream().map(DemandDesk::newEvent).toList()));
                });
    }
}
