package org.jucai.platform.rounds.demand;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.membership.DeliveryPoint;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.membership.PartyFile;
import org.jucai.platform.membership.Standing;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks membership, which answers from memory. */
@Component
class MembersFromBoard implements Members {

    private final MembershipBoard board;

    MembersFromBoard(MembershipBoard board) {
        this.board = board;
    }

    @Override
    public Mono<Member> find(UUID enterpriseId, Instant now) {
        return board.party(enterpriseId)
                .filter(file -> file.party().kind() == PartyKind.ENTERPRISE)
                .map(file -> member(file, now));
    }

    private static Member member(PartyFile file, Instant now) {
        return new Member(file.party().id(), file.party().code(), file.party().nameZh(),
                file.memberships().stream().map(membership -> membership.associationId()).filter(file::isMemberOf).collect(Collectors.toSet()),
                bar(file.standing(now)),
                file.deliveryPoints().stream().filter(DeliveryPoint::active)
                        .map(point -> new Member.Place(point.id(), point.name(), point.zoneCode())).toList());
    }

    private static Optional<DemandRefusal> bar(Standing standing) {
        if (standing.mayPlaceDemand()) return Optional.empty();
        boolean evidence = standing.flags().stream()
                .allMatch(flag -> flag == Standing.Flag.EVIDENCE_EXPIRED || flag == Standing.Flag.EVIDENCE_MISSING);
        return Optional.of(evidence ? DemandRefusal.EVIDENCE_EXPIRED : DemandRefusal.ENTERPRISE_SUSPENDED);
    }
}
