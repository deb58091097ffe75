package org.jucai.platform.contracts;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.membership.PartyBoard;
import org.jucai.platform.membership.PartySearch;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Who an association's rounds are bought through (财源方, 统一采购主体): the finance group it named; where it named none and the installation
 * has only one, that one.
 */
@Service
public class PurchasingParties {

    private final SqlPurchasingParties shelf;
    private final MembershipBoard members;
    private final PartyBoard parties;
    private final Journal journal;

    PurchasingParties(SqlPurchasingParties shelf, MembershipBoard members, PartyBoard parties, Journal journal) {
        this.shelf = shelf;
        this.members = members;
        this.parties = parties;
        this.journal = journal;
    }

    private static UUID stream(UUID association) {
        return UUID.nameUUIDFromBytes(("purchasing party of " + association).getBytes(StandardCharsets.UTF_8));
    }

    /** What happened. */
    record PurchasingPartyNamed(UUID groupId) {}

    /** @param named whether the association said so */
    public record Purchasing(UUID associationId, UUID groupId, boolean named) {}

    /** The association names it; contracts that are drawn already keep theirs. */
    public Mono<Purchasing> name(Asking asking, UUID groupId) {
        UUID association = asking.actor().partyId();
        return members.party(groupId)
                .filter(file -> file.party().kind() == PartyKind.FINANCE_GROUP && file.party().active())
                .switchIfEmpty(Mono.error(() -> new RefusedException(ContractRefusal.PURCHASING_PARTY_OF_ANOTHER_KIND)))
                .then(shelf.put(asking, groupId))
                .flatMap(version -> journal.append(asking.tx(), asking.actor(), asking.at(), List.of(new NewEvent("purchasing-party", stream(association), version, null,
                        PurchasingPartyNamed.class.getSimpleName(), new PurchasingPartyNamed(groupId), Set.of(association, groupId)))))
                .thenReturn(new Purchasing(association, groupId, true));
    }

    /** Refused where the association named none and there is not exactly one. */
    public Mono<Purchasing> of(Tx tx, UUID associationId) {
        return shelf.find(tx, associationId).map(group -> new Purchasing(associationId, group, true)).switchIfEmpty(only(associationId))
                .switchIfEmpty(Mono.error(() -> new RefusedException(ContractRefusal.PURCHASING_PARTY_UNKNOWN)));
    }

    private Mono<Purchasing> only(UUID associationId) {
        return parties.directory(Scope.background(), new PartySearch(PartyKind.FINANCE_GROUP, null, null, null, null, 2))
                .map(page -> page.items().stream().filter(row -> row.party().active()).toList())
                .filter(found -> found.size() == 1)
                .map(found -> new Purchasing(associationId, found.getFirst().party().id(), false));
    }
}
