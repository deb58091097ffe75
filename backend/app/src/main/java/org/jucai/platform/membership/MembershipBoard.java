package org.jucai.platform.membership;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What other modules ask about parties. It answers from whole files and shows nobody's file to anybody: the asking module
 * does. Pictures are kept for fifteen seconds, so that a burst of demand asks the database once per party; a change made by
 * another process is seen after that at the latest, one made by this process at once.
 */
@Component
public class MembershipBoard {

    private static final Duration FRESH = Duration.ofSeconds(15);
    private static final int MOST_KEPT = 10_000;
    private static final int MOST_ASSOCIATIONS = 200;
    private static final int MOST_CONNECTIONS = 100_000;

    private final Database database;
    private final SqlParties parties;
    private final SqlBuyers buyers;
    private final SqlConnections connections;
    private final Clock clock;
    private final Map<UUID, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(PartyFile file, Instant until) {}

    MembershipBoard(Database database, SqlParties parties, SqlBuyers buyers, SqlConnections connections, Clock clock) {
        this.database = database;
        this.parties = parties;
        this.buyers = buyers;
        this.connections = connections;
        this.clock = clock;
    }

    /** The party's file; refused with {@code PARTY_UNKNOWN} where there is none. */
    public Mono<PartyFile> party(UUID id) {
        return Mono.defer(() -> {
            Kept known = kept.get(id);
            return known != null && clock.instant().isBefore(known.until()) ? Mono.just(known.file()) : load(id);
        });
    }

    private Mono<PartyFile> load(UUID id) {
        return database.read(Scope.background(), tx -> parties.file(tx, id))
                .doOnNext(this::keep)
                .switchIfEmpty(Mono.error(() -> new RefusedException(MembershipRefusal.PARTY_UNKNOWN)));
    }

    private void keep(PartyFile file) {
        if (kept.size() >= MOST_KEPT) kept.clear();
        kept.put(file.party().id(), new Kept(file, clock.instant().plus(FRESH)));
    }

    void forget(UUID id) {
        kept.remove(id);
    }

    /** Whether an enterprise may place new demand, or a supplier offers, in any association. */
    public Mono<Standing> standing(UUID partyId, Instant now) {
        return party(partyId).map(file -> file.standing(now));
    }

    /** The same in one association, e.g. the one that runs a round. */
    public Mono<Standing> standingIn(UUID associationId, UUID partyId, Instant now) {
        return party(partyId).map(file -> file.standingIn(associationId, now));
    }

    public Mono<Boolean> isMember(UUID associationId, UUID partyId) {
        return party(partyId).map(file -> file.isMemberOf(associationId));
    }

    /** All delivery points of an enterprise, retired ones too. */
    public Mono<List<DeliveryPoint>> deliveryPoints(UUID enterpriseId) {
        return party(enterpriseId).map(PartyFile::deliveryPoints);
    }

    /** Names of up to 10,000 parties; unknown ids are left out. */
    public Mono<Map<UUID, PartyName>> names(Set<UUID> ids) {
        if (ids.isEmpty()) return Mono.just(Map.of());
        return database.read(Scope.background(), tx -> parties.names(tx, new ArrayList<>(ids)))
                .map(names -> names.stream().collect(Collectors.toMap(PartyName::id, name -> name)));
    }

    /** The associations of the installation. */
    public Mono<List<AssociationRow>> associations() {
        return database.read(Scope.background(), tx -> parties.associations(tx, null, MOST_ASSOCIATIONS));
    }

    /** Enterprises that an association has admitted and not suspended, by code; up to 10,000. */
    public Mono<List<PartyName>> members(UUID associationId) {
        return database.read(Scope.background(), tx -> parties.members(tx, associationId));
    }

    /**
     * For each of these parties that is connected with others at this time, one id for all of its circle, over any number of
     * connections. To be asked in a transaction that sees all connections, a background one. Rather fails than leaves one out.
     */
    public Mono<Map<UUID, UUID>> circles(Tx tx, Set<UUID> parties, Instant at) {
        return connections.around(tx, parties, Beijing.day(at), MOST_CONNECTIONS + 1)
                .flatMap(pairs -> pairs.size() > MOST_CONNECTIONS
                        ? Mono.error(new IllegalStateException("more than " + MOST_CONNECTIONS + " connections at once"))
                        : Mono.just(Circles.of(pairs)));
    }

    /** Who buys for these enterprises today; where nobody was named a buyer, who administers it. */
    public Mono<Map<UUID, List<Buyer>>> buyers(Set<UUID> enterprises) {
        if (enterprises.isEmpty()) return Mono.just(Map.of());
        return database.read(Scope.background(), tx -> buyers.of(tx, enterprises, Beijing.day(clock.instant())))
                .map(found -> found.stream().collect(Collectors.groupingBy(Buyer::enterpriseId)));
    }
}
