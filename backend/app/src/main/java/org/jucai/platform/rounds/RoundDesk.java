package org.jucai.platform.rounds;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.catalogue.CatalogueBoard;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes commands for rounds: find, decide, append, and let lines and lots follow in the same transaction. */
@Service
public class RoundDesk {

    private final Rounds rounds;
    private final Journal journal;
    private final CatalogueBoard catalogue;
    private final Ids ids;
    private final StepGates gates;
    private final List<RoundReaction> reactions;

    RoundDesk(Rounds rounds, Journal journal, CatalogueBoard catalogue, Ids ids, StepGates gates, List<RoundReaction> reactions) {
        this.rounds = rounds;
        this.journal = journal;
        this.catalogue = catalogue;
        this.ids = ids;
        this.gates = gates;
        this.reactions = reactions;
    }

    /** Drafts a round for an association. */
    public Mono<Round> draft(Tx tx, Actor actor, UUID associationId, RoundTerms terms, Instant now) {
        if (!actor.actsFor(associationId)) return Mono.error(new RefusedException(CommonRefusal.NOT_ALLOWED));
        return known()
                .map(known -> RoundRules.draft(terms, known.grades()).orElseRefuse().getFirst())
                .flatMap(event -> add(new Asking(tx, actor, now), associationId, terms, event));
    }

    private Mono<Round> add(Asking asking, UUID associationId, RoundTerms terms, RoundEvent event) {
        int year = asking.today().getYear();
        return rounds.nextNumber(asking.tx(), year)
                .map(number -> Round.drafted(ids.next(), "R-%d-%04d".formatted(year, number), associationId, terms, asking.at()))
                .flatMap(round -> rounds.add(asking.tx(), round)
                        .then(record(asking.tx(), asking.actor(), round, event, asking.at()))
                        .thenReturn(round));
    }

    /** Carries out a command of a person of the round's association. */
    public Mono<Round> handle(Asking asking, UUID roundId, OptionalLong expectedVersion, RoundCommand command) {
        return rounds.findToMove(asking.tx(), roundId)
                .filter(round -> asking.actor().actsFor(round.associationId()))
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .filter(round -> expectedVersion.isEmpty() || expectedVersion.getAsLong() == round.version())
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.VERSION_CONFLICT)))
                .flatMap(round -> carryOut(asking.tx(), asking.actor(), round, command, asking.at()));
    }

    /**
     * The trustees opened what had enough offers: CLOSED → OPENED, in the transaction of the opening. Lots that were not opened
     * fail and their lines lapse.
     */
    public Mono<Round> opened(Asking asking, UUID roundId, List<UUID> lotsNotOpened) {
        return byItself(asking, roundId, new RoundCommand.Opened(lotsNotOpened));
    }

    /**
     * Too few offers came, nothing is opened: CLOSED → POOLED, in the transaction that found it. The round may be tendered
     * again, or given up.
     */
    public Mono<Round> callFailed(Asking asking, UUID roundId, String reason) {
        return byItself(asking, roundId, new RoundCommand.CallFailed(reason));
    }

    /**
     * The first contract by which goods are delivered took effect: AWARDED → EXECUTING, in the transaction in which it did. Later
     * contracts find it so.
     */
    public Mono<Round> executionBegan(Tx tx, UUID roundId, Instant at) {
        return held(tx, roundId).flatMap(round -> round.status() == RoundStatus.AWARDED
                ? carryOut(tx, Actor.ofTheClock(round.associationId(), PartyKind.ASSOCIATION), round, new RoundCommand.Execute(), at)
                : Mono.just(round));
    }

    /** Nothing more is to be delivered of these lots of a round that is carried out. */
    public Mono<Round> lotsCompleted(Tx tx, UUID roundId, List<UUID> lots, Instant at) {
        return held(tx, roundId)
                .flatMap(round -> carryOut(tx, Actor.ofTheClock(round.associationId(), PartyKind.ASSOCIATION), round, new RoundCommand.Complete(lots), at));
    }

    /** All of a round is settled and paid: EXECUTING → SETTLED, by whoever saw that every lot is terminal and every deposit ended. */
    public Mono<Round> settled(Tx tx, UUID roundId, Instant at) {
        return held(tx, roundId).flatMap(round -> carryOut(tx, Actor.ofTheClock(round.associationId(), PartyKind.ASSOCIATION), round, new RoundCommand.Settle(), at));
    }

    private Mono<Round> held(Tx tx, UUID roundId) {
        return rounds.findToMove(tx, roundId).switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)));
    }

    private Mono<Round> byItself(Asking asking, UUID roundId, RoundCommand command) {
        return held(asking.tx(), roundId).flatMap(round -> carryOut(asking.tx(), asking.actor(), round, command, asking.at()));
    }

    /** Decides and records; {@code round} is held by this transaction. Those who must agree are asked only what could happen. */
    Mono<Round> carryOut(Tx tx, Actor actor, Round round, RoundCommand command, Instant now) {
        return known().flatMap(known -> Mono.fromCallable(() -> RoundRules.decide(round, command, now, known).orElseRefuse())
                .then(Mono.defer(() -> gates.passes(tx, round, command)))
                .map(agreed -> RoundRules.decide(round, agreed, now, known).orElseRefuse().getFirst())
                .flatMap(event -> step(tx, actor, round, event, now)));
    }

    private Mono<Round> step(Tx tx, Actor actor, Round before, RoundEvent event, Instant now) {
        Round after = before.after(event, now);
        return rounds.move(tx, before, after)
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.VERSION_CONFLICT)))
                .then(record(tx, actor, after, event, now))
                .then(Flux.fromIterable(reactions).concatMap(reaction -> reaction.after(tx, actor, after, event, now)).then())
                .thenReturn(after);
    }

    private Mono<Void> record(Tx tx, Actor actor, Round after, RoundEvent event, Instant now) {
        return journal.append(tx, actor, now, List.of(new NewEvent("round", after.id(), after.version(), after.id(),
                event.getClass().getSimpleName(), event, Set.of(after.associationId()))));
    }

    private Mono<Known> known() {
        return catalogue.current().map(current -> new Known(current.grades().stream()
                .map(compared -> compared.grade().code().code())
                .collect(Collectors.toUnmodifiableSet()), current.workingDays()));
    }
}
