package org.jucai.platform.live;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.journal.RecordedEvent;
import org.jucai.platform.kernel.Role;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shapes what happens to opened offers, computations, awards, objections and allocations: that something happened, for those whose
 * role reads what it is about. Publicising, making final and revoking are steps of the round, and told to everybody as those.
 */
@Component
class AwardShapes {

    private static final Set<Role> OF_RUNS = Set.of(Role.SECRETARIAT, Role.AUDITOR, Role.SUPERVISOR);
    private static final Set<Role> OF_AWARDS = Set.of(Role.SECRETARIAT, Role.AUDITOR, Role.SUPERVISOR, Role.REGULATOR);
    private static final Set<Role> OF_OBJECTIONS = Set.of(Role.SECRETARIAT, Role.AUDITOR, Role.SUPERVISOR, Role.REGULATOR,
            Role.SUPPLIER_SELLER, Role.SUPPLIER_ADMIN, Role.MEMBER_BUYER, Role.MEMBER_ADMIN);
    private static final Set<Role> OF_BIDS = Set.of(Role.SECRETARIAT, Role.ASSOCIATION_ADMIN, Role.AUDITOR, Role.REGULATOR, Role.SUPPLIER_SELLER, Role.SUPPLIER_ADMIN);
    private static final Set<Role> OF_MEMBERS = Set.of(Role.MEMBER_BUYER, Role.MEMBER_ADMIN);
    private static final Set<Role> OF_ALLOCATIONS = Set.of(Role.SECRETARIAT, Role.AUDITOR, Role.MEMBER_BUYER, Role.MEMBER_ADMIN);

    /** One for each line at once; the round's step tells the others of it. */
    private static final Set<String> WITH_A_STEP = Set.of("AllocationComputed", "AllocationRevoked");

    private final RoundsKnown rounds;
    private final JsonMapper json;

    AwardShapes(RoundsKnown rounds, JsonMapper json) {
        this.rounds = rounds;
        this.json = json;
    }

    Mono<List<Frame>> of(RecordedEvent event, UUID roundId) {
        return rounds.find(roundId).map(round -> List.of(frame(event, roundId, round.associationId()))).defaultIfEmpty(List.of());
    }

    private Frame frame(RecordedEvent event, UUID roundId, UUID association) {
        Optional<UUID> itself = Optional.of(event.streamId());
        return switch (event.stream()) {
            case "award-run" -> told(event, roundId, new Audience.Readers(association, Set.of(), OF_RUNS, "rounds:read"), itself);
            case "award-objection" -> told(event, roundId, new Audience.Readers(association, event.readers(), OF_OBJECTIONS, "rounds:read"), itself);
            case "allocation" -> told(event, roundId, new Audience.Readers(association, event.readers(), WITH_A_STEP.contains(event.type()) ? OF_MEMBERS : OF_ALLOCATIONS, "demand:read"), itself);
            case "bids" -> told(event, roundId, new Audience.Readers(association, suppliers(event), OF_BIDS, "bid:read"), Optional.empty());
            default -> told(event, roundId, new Audience.Readers(association, Set.of(), OF_AWARDS, "rounds:read"), Optional.empty());
        };
    }

    private static Frame told(RecordedEvent event, UUID roundId, Audience audience, Optional<UUID> subject) {
        return new Frame(event.position(), roundId, false, audience, Shapes.about(event, roundId, subject));
    }

    /** Those whose offers stand otherwise than before. */
    private Set<UUID> suppliers(RecordedEvent event) {
        Set<UUID> suppliers = new HashSet<>();
        json.readTree(event.body()).path("supplierIds").forEach(supplier -> suppliers.add(Shapes.id(supplier)));
        return suppliers;
    }
}
