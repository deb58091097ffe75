package org.jucai.platform.contracts;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.membership.Party;
import org.jucai.platform.membership.PartyFile;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Parties as contracts name them. */
@Component
class Firms {

    private static final int AT_ONCE = 4;

    private final MembershipBoard members;

    Firms(MembershipBoard members) {
        this.members = members;
    }

    /** @param large 大型企业 among them */
    Mono<Map<UUID, Firm>> of(Set<UUID> ids, Set<UUID> large) {
        return files(ids).map(file -> firm(file, large.contains(file.party().id()))).collectMap(Firm::id);
    }

    Flux<PartyFile> files(Set<UUID> ids) {
        return Flux.fromIterable(ids).flatMap(members::party, AT_ONCE);
    }

    static Firm firm(PartyFile file, boolean large) {
        Party party = file.party();
        return new Firm(party.id(), party.nameZh(), Optional.ofNullable(party.uscc()), large);
    }
}
