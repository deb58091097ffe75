package org.jucai.platform.live;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.journal.Position;
import org.jucai.platform.journal.RecordedEvent;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.rounds.pool.PoolBoard;
import org.jucai.platform.rounds.pool.PoolEvent;
import org.jucai.platform.rounds.pool.PoolView;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shapes an event for those who may know of it; what is not named here is told to nobody. Members and the public never
 * hear that a line came in: of the pool they hear what was published by the clock (law 8).
 */
@Component
class Shapes {

    static final String POOL_CHANGED = "PoolChanged";

    /** The stream that says in whose inbox something is new. */
    static final String NOTICES = "notices";

    private static final Set<String> BEFORE_ANNOUNCEMENT = Set.of("RoundDrafted", "RoundEdited");

    private static final Set<Role> OF_CONTRACTS = Set.of(Role.FINANCE_OFFICER, Role.SUPPLIER_SELLER, Role.SUPPLIER_ADMIN, Role.MEMBER_BUYER, Role.MEMBER_ADMIN);

    private static final Set<Role> OF_BATCHES = Set.of(Role.FINANCE_OFFICER, Role.SUPPLIER_SELLER, Role.SUPPLIER_ADMIN, Role.MEMBER_BUYER, Role.MEMBER_ADMIN, Role.WAREHOUSE_KEEPER);

    private final RoundsKnown rounds;
    private final PoolBoard pools;
    private final AwardShapes awards;
    private final JsonMapper json;

    Shapes(RoundsKnown rounds, PoolBoard pools, AwardShapes awards, JsonMapper json) {
        this.rounds = rounds;
        this.pools = pools;
        this.awards = awards;
        this.json = json;
    }

    /** What is told of one event, to whom; mostly nothing. */
    Mono<List<Frame>> of(RecordedEvent event) {
        if (event.stream().equals(NOTICES)) return Mono.just(List.of(notices(event)));
        UUID roundId = event.roundId();
        if (roundId == null) return Mono.just(List.of());
        return switch (event.stream()) {
            case "round" -> step(event, roundId);
            case "demand-line" -> Mono.just(List.of(line(event, roundId)));
            case "lot" -> Mono.just(List.of(lot(event, roundId)));
            case "award-run", "award", "award-objection", "allocation", "bids" -> awards.of(event, roundId);
            case "contract", "statement" -> Mono.just(List.of(contract(event, roundId)));
            case "batch" -> Mono.just(List.of(batch(event, roundId)));
            case "opening" -> Mono.just(List.of(opening(event, roundId)));
            case "question" -> question(event, roundId);
            case PoolEvent.STREAM -> publishedPool(event.position(), roundId, event.at()).map(List::of);
            default -> Mono.just(List.of());
        };
    }

    /** Whether the event moves the exact pool. */
    boolean movesPool(RecordedEvent event) {
        return event.stream().equals("demand-line") && !json.readTree(event.body()).path("moves").isEmpty();
    }

    /** The association whose round it is. */
    Mono<UUID> owner(UUID roundId) {
        return rounds.find(roundId).map(RoundsKnown.Known::associationId);
    }

    /** The pool as the secretariat sees it, now. */
    Mono<Frame> exactPool(Position position, UUID roundId, Instant at) {
        return pools.exactly(roundId).map(view -> new Frame(position, roundId, false,
                new Audience.Secretariat(view.round().associationId()), pool(roundId, at, view)));
    }

    private Mono<List<Frame>> step(RecordedEvent event, UUID roundId) {
        return rounds.find(roundId).map(round -> {
            boolean open = round.announced() && !BEFORE_ANNOUNCEMENT.contains(event.type());
            Audience audience = open ? new Audience.Everybody() : new Audience.Secretariat(round.associationId());
            return List.of(new Frame(event.position(), roundId, true, audience, about(event, roundId, Optional.empty())));
        }).defaultIfEmpty(List.of());
    }

    private Frame line(RecordedEvent event, UUID roundId) {
        UUID enterprise = id(json.readTree(event.body()).path("line").path("enterpriseId"));
        return new Frame(event.position(), roundId, false, new Audience.Owner(enterprise), about(event, roundId, Optional.of(event.streamId())));
    }

    private Frame lot(RecordedEvent event, UUID roundId) {
        JsonNode lot = json.readTree(event.body());
        Set<UUID> members = new HashSet<>();
        lot.path("members").forEach(member -> members.add(id(member)));
        return new Frame(event.position(), roundId, false, new Audience.Concerned(id(lot.path("associationId")), members),
                about(event, roundId, Optional.of(event.streamId())));
    }

    /** Both sides of a contract, or of its statement, and the finance group hear that something happened to it; not the association, which reads no contract. */
    private static Frame contract(RecordedEvent event, UUID roundId) {
        return new Frame(event.position(), roundId, false, new Audience.Parties(event.readers(), OF_CONTRACTS, "contracts:read"), about(event, roundId, Optional.of(event.streamId())));
    }

    /** Whom a batch of goods concerns hears that its inspection went on; its laboratories do not, for they know no batch. */
    private static Frame batch(RecordedEvent event, UUID roundId) {
        return new Frame(event.position(), roundId, false, new Audience.Parties(event.readers(), OF_BATCHES, "inspection:read"), about(event, roundId, Optional.of(event.streamId())));
    }

    /** Who else has something new is told to nobody. */
    private Frame notices(RecordedEvent event) {
        Set<UUID> people = new HashSet<>();
        json.readTree(event.body()).path("people").forEach(person -> people.add(id(person)));
        return new Frame(event.position(), new UUID(0, 0), false, new Audience.People(people), new Said(NOTICES, event.type(), event.at(), Optional.empty(), Optional.empty()));
    }

    /** That something happened, not what: whoever may know asks. */
    private Frame opening(RecordedEvent event, UUID roundId) {
        Set<UUID> watchers = new HashSet<>();
        json.readTree(event.body()).path("watchers").forEach(watcher -> watchers.add(id(watcher)));
        return new Frame(event.position(), roundId, false, new Audience.Watching(watchers), about(event, roundId, Optional.empty()));
    }

    /** That one came, its association hears; that one was answered, everybody. Neither says more than which to read. */
    private Mono<List<Frame>> question(RecordedEvent event, UUID roundId) {
        return rounds.find(roundId).map(round -> {
            boolean answered = event.type().equals("QuestionAnswered");
            Audience audience = answered ? new Audience.Everybody() : new Audience.Secretariat(round.associationId());
            return List.of(new Frame(event.position(), roundId, false, audience, about(event, roundId, Optional.of(event.streamId()))));
        }).defaultIfEmpty(List.of());
    }

    /** The pool as everybody else sees it, now. */
    Mono<Frame> publishedPool(Position position, UUID roundId, Instant at) {
        return pools.view(Optional.empty(), roundId).map(view -> new Frame(position, roundId, false,
                new Audience.Outside(view.round().associationId()), pool(roundId, at, view)));
    }

    private static Said pool(UUID roundId, Instant at, PoolView view) {
        return new Said("round:" + roundId, POOL_CHANGED, at, Optional.empty(), Optional.of(view));
    }

    static Said about(RecordedEvent event, UUID roundId, Optional<UUID> subject) {
        return new Said("round:" + roundId, event.type(), event.at(), subject, Optional.empty());
    }

    static UUID id(JsonNode node) {
        return UUID.fromString(node.asString());
    }
}
