package org.jucai.platform.bidding.trustees;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.membership.PartyBoard;
import org.jucai.platform.membership.PartyName;
import org.jucai.platform.membership.PartyRow;
import org.jucai.platform.membership.PartySearch;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundBoard;
import org.jucai.platform.rounds.RoundStatus;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers who is trustee of a round, whose key is in force, and who else could be named. */
@Service
public class TrusteeChoice {

    private static final List<PartyKind> MAY_BE = List.of(PartyKind.ASSOCIATION, PartyKind.BANK, PartyKind.SUPERVISOR, PartyKind.REGULATOR);
    private static final int MOST_OF_A_KIND = 45;

    private final Database database;
    private final SqlTrusteeKeys shelf;
    private final RoundBoard rounds;
    private final PartyBoard parties;
    private final MembershipBoard members;

    TrusteeChoice(Database database, SqlTrusteeKeys shelf, RoundBoard rounds, PartyBoard parties, MembershipBoard members) {
        this.database = database;
        this.shelf = shelf;
        this.rounds = rounds;
        this.parties = parties;
        this.members = members;
    }

    private record Known(Round round, List<UUID> named, List<RegisteredKey> inForce, List<RegisteredKey> sealed) {

        RoundTrustees.State state() {
            if (!sealed.isEmpty()) return RoundTrustees.State.SEALED;
            return named.isEmpty() ? RoundTrustees.State.USUAL : RoundTrustees.State.NAMED;
        }

        boolean complete() {
            return !sealed.isEmpty() || TrusteeRules.three(round.associationId(), named, inForce) instanceof Decision.Accepted<RegisteredKey>;
        }

        List<UUID> trustees() {
            return switch (state()) {
                case SEALED -> sealed.stream().map(RegisteredKey::partyId).toList();
                case NAMED -> named;
                case USUAL -> TrusteeRules.usual(round.associationId(), inForce).stream().map(RegisteredKey::partyId).toList();
            };
        }

        Map<UUID, RegisteredKey> keys() {
            Map<UUID, RegisteredKey> keys = new HashMap<>();
            inForce.forEach(key -> keys.put(key.partyId(), key));
            sealed.forEach(key -> keys.put(key.partyId(), key));
            return keys;
        }
    }

    /** For the round's association, and for auditors. */
    public Mono<RoundTrustees> of(Actor actor, UUID roundId) {
        return database.read(Scope.of(actor), tx -> rounds.find(tx, roundId)
                        .filter(round -> actor.actsFor(round.associationId()) || actor.partyKind() == PartyKind.AUDITOR)
                        .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                        .flatMap(round -> known(tx, round)))
                .flatMap(known -> members.names(Set.copyOf(known.trustees())).zipWith(everybody(Scope.of(actor)),
                        (names, all) -> shown(known, names, all, actor.actsFor(known.round().associationId()))));
    }

    private Mono<Known> known(Tx tx, Round round) {
        return Mono.zip(shelf.named(tx, round.id()), shelf.inForce(tx), shelf.sealedTo(tx, round.id()))
                .map(found -> new Known(round, found.getT1(), found.getT2(), found.getT3()));
    }

    private Mono<List<PartyName>> everybody(Scope scope) {
        return Flux.fromIterable(MAY_BE)
                .concatMap(kind -> parties.directory(scope, new PartySearch(kind, null, null, null, null, MOST_OF_A_KIND)))
                .concatMapIterable(page -> page.items().stream().map(PartyRow::party).filter(party -> party.active())
                        .map(party -> new PartyName(party.id(), party.kind(), party.code(), party.nameZh())).toList())
                .collectList();
    }

    private static RoundTrustees shown(Known known, Map<UUID, PartyName> names, List<PartyName> all, boolean own) {
        Map<UUID, RegisteredKey> keys = known.keys();
        Set<UUID> trustees = new LinkedHashSet<>(known.trustees());
        boolean open = known.round().status().ordinal() < RoundStatus.TENDERING.ordinal();
        return new RoundTrustees(known.state(), known.complete(),
                trustees.stream().flatMap(id -> Optional.ofNullable(names.get(id)).stream()).map(party -> keeper(party, keys)).toList(),
                all.stream().filter(party -> !trustees.contains(party.id())).map(party -> keeper(party, keys)).collect(Collectors.toList()), own && open);
    }

    private static RoundTrustees.Keeper keeper(PartyName party, Map<UUID, RegisteredKey> keys) {
        return new RoundTrustees.Keeper(party, Optional.ofNullable(keys.get(party.id())));
    }
}
