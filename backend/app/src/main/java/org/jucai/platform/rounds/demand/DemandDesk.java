package org.jucai.platform.rounds.demand;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jucai.platform.catalogue.CatalogueBoard;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundBoard;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes demand: new lines by the batch, changes one by one. */
@Service
public class DemandDesk {

    private static final int TRIES = 4;

    private final RoundsInMind rounds;
    private final RoundBoard board;
    private final DemandLines lines;
    private final Intake intake;
    private final Members members;
    private final CatalogueBoard catalogue;
    private final Journal journal;
    private final Ids ids;
    private final TakenBefore before;

    DemandDesk(Database database, RoundBoard board, DemandLines lines, Intake intake, Members members, CatalogueBoard catalogue,
            Journal journal, Ids ids, TakenBefore before) {
        this.rounds = new RoundsInMind(database, board);
        this.board = board;
        this.lines = lines;
        this.intake = intake;
        this.members = members;
        this.catalogue = catalogue;
        this.journal = journal;
        this.ids = ids;
        this.before = before;
    }

    /**
     * Places a new line and returns once it is durable. Decided on the round as this process knows it and written only if
     * the round has not moved since; a refusal is given only on the round as it stands in the database.
     *
     * @param enterpriseId whose demand it is; the caller's own party, or a member of the caller's association
     * @return the line as it was taken; with a key that was answered before, the line of then
     */
    public Mono<DemandLine> place(Once.Asked asked, UUID roundId, UUID enterpriseId, DemandTerms terms) {
        Actor actor = asked.caller().actor();
        boolean own = actor.actsFor(enterpriseId);
        if (!own && actor.partyKind() != PartyKind.ASSOCIATION) return Mono.error(new RefusedException(CommonRefusal.NOT_ALLOWED));
        return members.find(enterpriseId, asked.caller().now())
                .switchIfEmpty(Mono.error(() -> new RefusedException(DemandRefusal.NOT_A_MEMBER_OF_ASSOCIATION)))
                .zipWith(catalogue.current())
                .flatMap(known -> attempt(new Attempt(asked, roundId, known.getT1(), terms, own, ids.next(), BetterGrades.in(known.getT2())), TRIES, false));
    }

    /** Refused, with the reason, where the round takes no demand now. */
    public static Mono<Void> refuseUnlessOpen(Round round, Instant now) {
        return Mono.fromRunnable(() -> DemandRules.closed(round, now).ifPresent(Decision::orElseRefuse));
    }

    private record Attempt(Once.Asked asked, UUID roundId, Member member, DemandTerms terms, boolean own, UUID lineId,
            Function<String, List<String>> better) {}

    private Mono<DemandLine> attempt(Attempt attempt, int left, boolean afresh) {
        if (left == 0) return Mono.error(new RefusedException(CommonRefusal.TEMPORARILY_UNAVAILABLE));
        return rounds.find(attempt.roundId(), attempt.asked().caller(), afresh)
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .flatMap(round -> write(attempt, round, left, afresh));
    }

    private Mono<DemandLine> write(Attempt attempt, Round round, int left, boolean afresh) {
        if (!attempt.own() && !attempt.asked().caller().actor().actsFor(round.associationId())) {
            return Mono.error(new RefusedException(CommonRefusal.NOT_ALLOWED));
        }
        Decision<DemandEvent> decision = DemandRules.place(new DemandRules.Placing(attempt.lineId(), round, attempt.member(),
                attempt.terms(), attempt.own(), attempt.better()), attempt.asked().caller().now());
        if (decision instanceof Decision.Refused<DemandEvent>) {
            return afresh ? refused(attempt, decision) : attempt(attempt, left - 1, true);
        }
        return Mono.fromSupplier(() -> decision.orElseRefuse().getFirst()).flatMap(event -> intake
                .write(new Intake.Entry(attempt.asked(), round.version(), event))
                .flatMap(outcome -> switch (outcome) {
                    case WRITTEN -> Mono.just(event.line());
                    case KEY_KNOWN -> before.under(attempt.asked());
                    case ROUND_MOVED -> attempt(attempt, left - 1, true);
                }));
    }

    /** One demand among many. */
    public record Wanted(UUID enterpriseId, DemandTerms terms) {}

    /**
     * Places many lines in the caller's transaction, for whoever has them all at hand (a workbook, a demo). The same rules
     * as one by one; those that are accepted are written with their events, and each answer stands in the place of its
     * demand. The round is held shared until commit.
     */
    public Mono<List<Decision<DemandEvent>>> placeAll(Tx tx, Actor actor, UUID roundId, List<Wanted> wanted, Instant now) {
        return Mono.zip(board.join(tx, roundId), catalogue.current())
                .flatMap(known -> Flux.fromIterable(wanted)
                        .concatMap(one -> decide(one, known.getT1(), BetterGrades.in(known.getT2()), actor, now))
                        .collectList())
                .flatMap(decided -> add(tx, actor, decided, now).thenReturn(decided));
    }

    private Mono<Decision<DemandEvent>> decide(
            Wanted wanted, Round round, Function<String, List<String>> better, Actor actor, Instant now) {
        boolean own = actor.actsFor(wanted.enterpriseId());
        if (!own && !actor.actsFor(round.associationId())) return Mono.just(Decision.refuse(CommonRefusal.NOT_ALLOWED));
        return members.find(wanted.enterpriseId(), now)
                .map(member -> DemandRules.place(new DemandRules.Placing(ids.next(), round, member, wanted.terms(), own, better), now))
                .defaultIfEmpty(Decision.refuse(DemandRefusal.NOT_A_MEMBER_OF_ASSOCIATION));
    }

    private Mono<Void> add(Tx tx, Actor actor, List<Decision<DemandEvent>> decided, Instant now) {
        List<DemandEvent> accepted = decided.stream()
                .flatMap(one -> one instanceof Decision.Accepted<DemandEvent>(var events) ? events.stream() : Stream.empty())
                .toList();
        return lines.add(tx, accepted.stream().map(DemandEvent::line).toList())
                .then(journal.append(tx, actor, now, accepted.stream().map(DemandDesk::newEvent).toList()));
    }

    /** Who asks again after the deadline, with the key of a line that was taken, is told that it was. */
    private Mono<DemandLine> refused(Attempt attempt, Decision<DemandEvent> decision) {
        return before.maybeUnder(attempt.asked())
                .switchIfEmpty(Mono.fromSupplier(() -> decision.orElseRefuse().getFirst().line()));
    }

    /** Carries out a command on an existing line; the round is held shared until commit. */
    public Mono<DemandLine> handle(Asking asking, UUID lineId, OptionalLong expectedVersion, DemandCommand command) {
        return lines.find(asking.tx(), lineId)
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .filter(line -> expectedVersion.isEmpty() || expectedVersion.getAsLong() == line.version())
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.VERSION_CONFLICT)))
                .flatMap(line -> known(asking, line).map(known -> decide(asking, line, known, command)))
                .flatMap(event -> record(asking.tx(), asking.actor(), event, asking.at()));
    }

    /** What a change of a line is decided on. */
    private record Known(Round round, Member member, Function<String, List<String>> better) {}

    private Mono<Known> known(Asking asking, DemandLine line) {
        return Mono.zip(board.join(asking.tx(), line.roundId()), members.find(line.enterpriseId(), asking.at()), catalogue.current())
                .map(known -> new Known(known.getT1(), known.getT2(), BetterGrades.in(known.getT3())));
    }

    private static DemandEvent decide(Asking asking, DemandLine line, Known known, DemandCommand command) {
        boolean own = asking.actor().actsFor(line.enterpriseId());
        boolean membersOwn = command instanceof DemandCommand.Confirm || command instanceof DemandCommand.Reject;
        if (membersOwn && !own) throw new RefusedException(CommonRefusal.NOT_ALLOWED);
        DemandTerms terms = command instanceof DemandCommand.Change(var asked) ? asked : DemandLineTerms.of(line);
        DemandRules.Placing placing = new DemandRules.Placing(line.id(), known.round(), known.member(), terms, own, known.better());
        return DemandRules.decide(line, command, placing, asking.at()).orElseRefuse().getFirst();
    }

    private Mono<DemandLine> record(Tx tx, Actor actor, DemandEvent event, Instant now) {
        return lines.move(tx, List.of(event.line()))
                .filter(moved -> moved == 1)
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.VERSION_CONFLICT)))
                .then(journal.append(tx, actor, now, List.of(newEvent(event))))
                .thenReturn(event.line());
    }

    /** Puts lines into their lots, or lets them lapse with a lot that failed. */
    public Mono<Void> settle(Asking asking, List<DemandLine> settled, Map<UUID, UUID> lotOfLine, boolean lapse) {
        List<DemandEvent> events = settled.stream()
                .map(line -> line.in(Optional.ofNullable(lotOfLine.get(line.id()))))
                .map(line -> (lapse
                                ? DemandRules.end(line, DemandEvent.What.LINE_LAPSED, LineStatus.LAPSED)
                                : DemandRules.end(line, DemandEvent.What.LINE_POOLED, LineStatus.POOLED))
                        .orElseRefuse().getFirst())
                .toList();
        return lines.move(asking.tx(), events.stream().map(DemandEvent::line).toList())
                .then(journal.append(asking.tx(), asking.actor(), asking.at(), events.stream().map(DemandDesk::newEvent).toList()));
    }

    /** An award was made final: lines that get something are allocated; what is still pooled and gets nothing lapses. */
    public Mono<Void> allocate(Asking asking, UUID roundId, Set<UUID> served) {
        return lines.all(asking.tx(), roundId, EnumSet.of(LineStatus.POOLED)).flatMap(pooled -> carryOn(asking, pooled.stream()
                .map(line -> served.contains(line.id())
                        ? DemandRules.end(line, DemandEvent.What.LINE_ALLOCATED, LineStatus.ALLOCATED)
                        : DemandRules.end(line, DemandEvent.What.LINE_LAPSED, LineStatus.LAPSED))
                .toList()));
    }

    /** The award was revoked: what was allocated waits in its lot again. */
    public Mono<Void> release(Asking asking, UUID roundId) {
        return lines.all(asking.tx(), roundId, EnumSet.of(LineStatus.ALLOCATED)).flatMap(allocated -> carryOn(asking, allocated.stream()
                .map(line -> DemandRules.end(line, DemandEvent.What.LINE_POOLED, LineStatus.POOLED)).toList()));
    }

    private Mono<Void> carryOn(Asking asking, List<Decision<DemandEvent>> decided) {
        List<DemandEvent> events = decided.stream().map(one -> one.orElseRefuse().getFirst()).toList();
        if (events.isEmpty()) return Mono.empty();
        return lines.move(asking.tx(), events.stream().map(DemandEvent::line).toList())
                .filter(moved -> moved == events.size())
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.VERSION_CONFLICT)))
                .then(journal.append(asking.tx(), asking.actor(), asking.at(), events.stream().map(DemandDesk::newEvent).toList()));
    }

    static NewEvent newEvent(DemandEvent event) {
        DemandLine line = event.line();
        return new NewEvent(DemandLine.STREAM, line.id(), line.version(), line.roundId(), event.type(), event,
                Set.of(line.enterpriseId(), line.associationId()));
    }
}
