package org.jucai.platform.membership;

import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Role;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gathers what {@link RoleRules} must know and lets it decide. */
@Component
class Powers {

    private final SqlPeople people;
    private final SqlParties parties;

    Powers(SqlPeople people, SqlParties parties) {
        this.people = people;
        this.parties = parties;
    }

    /** The event, if the actor may make the change; it is refused otherwise. */
    <E> Mono<E> decide(Asking asking, UUID partyId, RoleRules.Change change, E event) {
        return parties.file(asking.tx(), partyId)
                .switchIfEmpty(Mono.error(() -> new RefusedException(MembershipRefusal.PARTY_UNKNOWN)))
                .flatMap(file -> target(asking, file, change))
                .map(target -> RoleRules.decide(asking.actor(), target, administrates(target, change), event).orElseRefuse().getFirst());
    }

    private Mono<RoleRules.Target> target(Asking asking, PartyFile file, RoleRules.Change change) {
        PartyKind kind = file.party().kind();
        UUID id = file.party().id();
        boolean inCare = file.isKeptBy(asking.actor().partyId());
        return RoleRules.administrator(kind)
                .map(role -> people.otherAdministrators(asking.tx(), id, change.personId(), role.name()))
                .orElseGet(() -> Mono.just(0))
                .map(others -> new RoleRules.Target(id, kind, inCare, others));
    }

    private static RoleRules.Change administrates(RoleRules.Target target, RoleRules.Change change) {
        boolean administrator = RoleRules.administrator(target.kind()).filter(change.before()::contains).isPresent();
        return new RoleRules.Change(change.personId(), administrator, change.before(), change.after());
    }

    RoleRules.Change change(UUID personId, Set<Role> before, Set<Role> after) {
        return new RoleRules.Change(personId, false, before, after);
    }
}
