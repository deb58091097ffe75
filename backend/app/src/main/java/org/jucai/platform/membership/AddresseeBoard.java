package org.jucai.platform.membership;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who is to be told what concerns a party. To be asked in a background transaction, never for a request. */
@Component
public class AddresseeBoard {

    private final SqlAddressees addressees;

    AddresseeBoard(SqlAddressees addressees) {
        this.addressees = addressees;
    }

    /** Everybody who acts for these parties at this time: active, appointed, and by the roles that count for them that day. */
    public Mono<List<Addressee>> of(Tx tx, Set<UUID> parties, Instant at) {
        return parties.isEmpty() ? Mono.just(List.of()) : addressees.of(tx, parties, Beijing.day(at));
    }

    /** Enterprises and suppliers that an association has admitted and not suspended; up to 10,000. */
    public Mono<Set<UUID>> listed(Tx tx, UUID associationId) {
        return addressees.listed(tx, associationId);
    }
}
