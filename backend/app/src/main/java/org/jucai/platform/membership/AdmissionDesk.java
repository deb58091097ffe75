package org.jucai.platform.membership;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Moves memberships; the actor acts for the association. */
@Component
public class AdmissionDesk {

    private final SqlParties parties;
    private final SqlMemberships memberships;
    private final PartyShelf shelf;
    private final Ids ids;

    AdmissionDesk(SqlParties parties, SqlMemberships memberships, PartyShelf shelf, Ids ids) {
        this.parties = parties;
        this.memberships = memberships;
        this.shelf = shelf;
        this.ids = ids;
    }

    public Mono<PartyFile> handle(Asking asking, PartyKind kind, UUID memberId, AdmissionCommand command) {
        UUID association = asking.actor().partyId();
        return shelf.any(asking, memberId).flatMap(file -> {
            if (file.party().kind() != kind) throw new RefusedException(MembershipRefusal.PARTY_UNKNOWN);
            List<MemberEvent> events =
                    AdmissionRules.decide(file.dossier(), association, command, asking.today()).orElseRefuse();
            return moved(asking, file, events.getFirst())
                    .then(Mono.defer(() -> shelf.write(asking, memberId, file.party().version(), readers(file, association), events)))
                    .then(Mono.defer(() -> shelf.any(asking, memberId)));
        });
    }

    /** Whoever opens a membership may keep the file from then on, whoever ends it until then: hence the two orders. */
    private Mono<Void> moved(Asking asking, PartyFile file, MemberEvent event) {
        Mono<Void> version = parties.move(asking.tx(), file.party().id(), file.party().version(), 1)
                .flatMap(first -> first ? Mono.<Void>empty() : PartyShelf.second());
        Mono<Void> row = Mono.defer(() -> row(asking, file.party().id(), event));
        return event instanceof MemberEvent.MemberApplied ? row.then(version) : version.then(row);
    }

    private Mono<Void> row(Asking asking, UUID member, MemberEvent event) {
        UUID association = asking.actor().partyId();
        MembershipState state = AdmissionRules.after(event);
        if (state == null) return Mono.empty();
        return state == MembershipState.APPLIED
                ? memberships.open(asking.tx(), ids.next(), association, member, asking.today())
                : memberships.move(asking.tx(), association, member, state, asking.today());
    }

    private static Set<UUID> readers(PartyFile file, UUID association) {
        Set<UUID> readers = new HashSet<>(file.readers());
        readers.add(association);
        return readers;
    }
}
