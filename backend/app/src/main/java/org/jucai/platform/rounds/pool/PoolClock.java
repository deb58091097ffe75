package org.jucai.platform.rounds.pool;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Beating;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundBoard;
import org.jucai.platform.rounds.RoundStatus;
import org.jucai.platform.rounds.disclosure.Cell;
import org.jucai.platform.rounds.disclosure.Crowd;
import org.jucai.platform.rounds.disclosure.PoolDisclosure;
import org.jucai.platform.rounds.disclosure.PoolStep;
import org.jucai.platform.rounds.disclosure.Share;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Publishes what may be known of a pool (law 8): looks on the clock, never when a line arrives. A collecting round's bands
 * step here; a locked round's cells are published here, once, and restated once when a filled gap is frozen.
 */
@Component
class PoolClock implements Beating {

    private static final Logger LOG = LoggerFactory.getLogger(PoolClock.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final UUID FIRST = new UUID(0, 0);
    private static final int AT_ONCE = 50;

    private final Database database;
    private final RoundBoard rounds;
    private final SqlDisclosures shelf;
    private final MembershipBoard members;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    PoolClock(Database database, RoundBoard rounds, SqlDisclosures shelf, MembershipBoard members, Journal journal, Ids ids, Clock clock) {
        this.database = database;
        this.rounds = rounds;
        this.shelf = shelf;
        this.members = members;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** Looks at every round that could have something to publish, page by page; one that fails does not hold up the others. */
    Mono<Void> tick() {
        Instant now = clock.instant();
        return due(now, FIRST)
                .expand(page -> page.size() < AT_ONCE ? Mono.empty() : due(now, page.getLast()))
                .concatMapIterable(page -> page)
                .concatMap(this::look)
                .then();
    }

    private Mono<List<UUID>> due(Instant now, UUID after) {
        return database.read(Scope.background(), tx -> shelf.due(tx, now.minus(PAUSE), after, AT_ONCE));
    }

    /** The round is held, so that two processes do not step at once. */
    private Mono<Void> look(UUID id) {
        return database.write(Scope.background(), tx -> rounds.hold(tx, id).flatMap(round -> look(tx, round)))
                .onErrorResume(failure -> {
                    LOG.warn("the pool of round {} could not be published, trying again: {}", id, failure.toString());
                    return Mono.empty();
                });
    }

    private Mono<Void> look(Tx tx, Round round) {
        return switch (round.status()) {
            case COLLECTING -> step(tx, round);
            case LOCKED, POOLED -> publish(tx, round);
            case DRAFT, ANNOUNCED, TENDERING, CLOSED, OPENED, EVALUATED, PUBLICISED, AWARDED, EXECUTING, SETTLED, SUSPENDED, CANCELLED, FAILED ->
                    Mono.empty();
        };
    }

    private Mono<Void> step(Tx tx, Round round) {
        Instant now = clock.instant();
        return shelf.steps(tx, round.id())
                .map(last -> last.stream().collect(Collectors.toMap(SqlDisclosures.LastStep::grade, SqlDisclosures.LastStep::step)))
                .filter(last -> round.terms().grades().stream().anyMatch(grade -> isTime(last.get(grade), now)))
                .flatMap(last -> asked(tx, round, counted(last.values()), now).flatMap(asked -> step(tx, round, last, asked, now)));
    }

    /** What is asked for now, and who counts as whom. */
    private record Asked(List<Share> shares, Crowd crowd) {}

    /** @param before who counted when it was last looked at: whoever left meanwhile is still one with its circle */
    private Mono<Asked> asked(Tx tx, Round round, Stream<UUID> before, Instant now) {
        return shelf.shares(tx, round.id()).flatMap(shares -> members
                .circles(tx, Stream.concat(before, shares.stream().map(Share::party)).collect(Collectors.toSet()), now)
                .map(circles -> new Asked(shares, new Crowd(round.terms().anonymityK(), circles))));
    }

    private static Stream<UUID> counted(Collection<PoolStep> steps) {
        return steps.stream().flatMap(step -> step.counted().keySet().stream());
    }

    private static boolean isTime(@org.jspecify.annotations.Nullable PoolStep last, Instant now) {
        return last == null || !now.isBefore(last.at().plus(PAUSE));
    }

    private Mono<Void> step(Tx tx, Round round, Map<String, PoolStep> last, Asked asked, Instant now) {
        Instant opened = round.reached().getOrDefault(RoundStatus.COLLECTING, round.statusSince());
        return Flux.fromIterable(round.terms().grades())
                .concatMap(grade -> {
                    PoolStep before = last.getOrDefault(grade, PoolStep.opening(opened));
                    PoolStep after = PoolDisclosure.step(before, masses(asked.shares(), grade), now, asked.crowd());
                    boolean stepped = !after.equals(before);
                    Mono<Void> kept = stepped || !last.containsKey(grade)
                            ? shelf.keep(tx, round.id(), new SqlDisclosures.LastStep(grade, after))
                            : Mono.empty();
                    return stepped ? kept.thenReturn(grade) : kept.then(Mono.<String>empty());
                })
                .collectList()
                .filter(stepped -> !stepped.isEmpty())
                .flatMap(stepped -> tell(tx, round, new PoolEvent.PoolStepped(stepped), now));
    }

    /** In the transaction of the step, so that the feed carries it. Each is a stream of its own. */
    private Mono<Void> tell(Tx tx, Round round, PoolEvent event, Instant now) {
        Actor actor = Actor.ofTheClock(round.associationId(), PartyKind.ASSOCIATION);
        return journal.append(tx, actor, now, List.of(new NewEvent(PoolEvent.STREAM, ids.next(), 1, round.id(),
                event.getClass().getSimpleName(), event, Set.of(round.associationId()))));
    }

    private static Map<UUID, Kilograms> masses(List<Share> shares, String grade) {
        Map<UUID, Kilograms> masses = new HashMap<>();
        shares.stream().filter(share -> share.grade().equals(grade)).forEach(share -> masses.merge(share.party(), share.mass(), Kilograms::plus));
        return masses;
    }

    private Mono<Void> publish(Tx tx, Round round) {
        return shelf.publication(tx, round.id()).map(Optional::of).defaultIfEmpty(Optional.empty())
                .filter(published -> published.isEmpty() || round.frozenAt().filter(published.get().publishedAt()::isBefore).isPresent())
                .flatMap(published -> asked(tx, round, published.stream().flatMap(before -> before.counted().stream().map(Share::party)), clock.instant())
                        .flatMap(asked -> publish(tx, round, published, asked)));
    }

    private Mono<Void> publish(Tx tx, Round round, Optional<SqlDisclosures.Publication> before, Asked asked) {
        Cell total = before.isPresent()
                ? PoolDisclosure.restated(before.get().total(), before.get().counted(), asked.shares(), asked.crowd())
                : PoolDisclosure.cells(asked.shares(), asked.crowd()).orElse(new Cell("", Kilograms.ZERO, List.of(), Kilograms.ZERO));
        Instant now = clock.instant();
        return shelf.publish(tx, round.id(), new SqlDisclosures.Publication(now, total, asked.shares()))
                .then(tell(tx, round, new PoolEvent.PoolPublished(), now));
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public Mono<Void> beat() {
        return tick();
    }
}
