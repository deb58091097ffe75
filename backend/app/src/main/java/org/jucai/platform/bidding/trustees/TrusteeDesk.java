package org.jucai.platform.bidding.trustees;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.bidding.EnvelopeRefusal;
import org.jucai.platform.bidding.envelope.Bytes;
import org.jucai.platform.bidding.envelope.Possession;
import org.jucai.platform.bidding.envelope.RefusedEnvelopeException;
import org.jucai.platform.bidding.envelope.TrusteeCard;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.membership.PartyName;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundBoard;
import org.jucai.platform.rounds.RoundRefusal;
import org.jucai.platform.rounds.RoundStatus;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes trustees' keys: registered, shown, replaced or revoked, each by its own trustee; and who is trustee of a round. */
@Service
public class TrusteeDesk {

    private static final String REPLACED = "replaced";
    /** While a round stands here, what was sealed for it waits for its trustees. */
    private static final Set<RoundStatus> SEALED = EnumSet.of(RoundStatus.TENDERING, RoundStatus.CLOSED, RoundStatus.SUSPENDED);

    private final SqlTrusteeKeys shelf;
    private final RoundBoard rounds;
    private final MembershipBoard members;
    private final Journal journal;
    private final Ids ids;
    private final SecureRandom chance;

    TrusteeDesk(SqlTrusteeKeys shelf, RoundBoard rounds, MembershipBoard members, Journal journal, Ids ids, SecureRandom chance) {
        this.shelf = shelf;
        this.rounds = rounds;
        this.members = members;
        this.journal = journal;
        this.ids = ids;
        this.chance = chance;
    }

    /** A key that waits to be shown, and what shows it. */
    public record Registered(RegisteredKey key, Possession challenge) {}

    /** Trustees that an association names for a round of its own. */
    public record Naming(UUID roundId, List<UUID> trustees) {
        public Naming {
            trustees = List.copyOf(trustees);
        }
    }

    /** Registers the caller's own key; one that still waits is given up. */
    public Mono<Registered> register(Asking asking, byte[] card) {
        return Mono.fromCallable(() -> read(asking, card)).flatMap(read -> {
            Possession.Asked asked = Possession.ask(read.key(), chance);
            RegisteredKey key = new RegisteredKey(ids.next(), asking.actor().partyId(), asking.actor().partyKind(), read, KeyStatus.PENDING,
                    asked.answerSha256(), asking.at(), Optional.empty(), Optional.empty(), Optional.empty(), 1);
            return end(asking, KeyStatus.PENDING, "registered again")
                    .then(shelf.add(asking.tx(), key))
                    .then(record(asking, key, new TrusteeEvent.TrusteeKeyRegistered(key.partyId(), read.key().fingerprint())))
                    .thenReturn(new Registered(key, asked.challenge()));
        });
    }

    private static TrusteeCard read(Asking asking, byte[] card) {
        if (!TrusteeRules.mayBeTrustee(asking.actor().partyKind())) throw new RefusedException(TrusteeRefusal.PARTY_IS_NO_TRUSTEE);
        try {
            TrusteeCard read = TrusteeCard.read(card);
            if (read.key().trustee().equals(asking.actor().partyId().toString())) return read;
        } catch (RefusedEnvelopeException wrong) {
            throw EnvelopeRefusal.of(wrong);
        }
        throw new RefusedException(TrusteeRefusal.TRUSTEE_CARD_OF_ANOTHER);
    }

    /** Takes the answer to the challenge: from now on the key is in force, and the one before it ends. */
    public Mono<RegisteredKey> show(Asking asking, UUID id, String answer) {
        return own(asking, id).flatMap(key -> {
            if (key.status() != KeyStatus.PENDING) return Mono.error(new RefusedException(TrusteeRefusal.TRUSTEE_KEY_NOT_PENDING));
            check(answer, key.answer());
            RegisteredKey shown = key.shown(asking.at());
            return end(asking, KeyStatus.IN_FORCE, REPLACED)
                    .then(move(asking, shown, new TrusteeEvent.TrusteeKeyShown(key.partyId(), key.card().key().fingerprint())));
        });
    }

    private static void check(String answer, Bytes digest) {
        try {
            Possession.check(Bytes.ofText(answer), digest);
        } catch (RefusedEnvelopeException wrong) {
            throw EnvelopeRefusal.of(wrong);
        }
    }

    /** Ends the caller's own key; refused while offers wait that were sealed to it. */
    public Mono<RegisteredKey> revoke(Asking asking, UUID id, String why) {
        return own(asking, id).flatMap(key -> key.status() == KeyStatus.ENDED
                ? Mono.error(new RefusedException(TrusteeRefusal.TRUSTEE_KEY_ENDED))
                : end(asking, key, why));
    }

    private Mono<RegisteredKey> own(Asking asking, UUID id) {
        return shelf.find(asking.tx(), id)
                .filter(key -> asking.actor().actsFor(key.partyId()))
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)));
    }

    private Mono<Void> end(Asking asking, KeyStatus status, String why) {
        return shelf.ofParty(asking.tx(), asking.actor().partyId(), status).flatMap(key -> end(asking, key, why)).then();
    }

    private Mono<RegisteredKey> end(Asking asking, RegisteredKey key, String why) {
        return refuseWhileSealed(asking.tx(), key).then(Mono.defer(() -> move(asking, key.ended(asking.at(), why),
                new TrusteeEvent.TrusteeKeyEnded(key.partyId(), key.card().key().fingerprint(), why))));
    }

    private Mono<Void> refuseWhileSealed(Tx tx, RegisteredKey key) {
        return shelf.alone(tx).then(shelf.unopened(tx, key.id())).flatMapMany(Flux::fromIterable)
                .concatMap(round -> rounds.find(tx, round))
                .filter(round -> SEALED.contains(round.status()))
                .next()
                .flatMap(round -> Mono.error(new RefusedException(TrusteeRefusal.TRUSTEE_KEY_IN_USE, Map.of("round", round.code()))));
    }

    private Mono<RegisteredKey> move(Asking asking, RegisteredKey key, TrusteeEvent event) {
        return shelf.move(asking.tx(), key)
                .filter(moved -> moved == 1)
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.VERSION_CONFLICT)))
                .then(record(asking, key, event))
                .thenReturn(key);
    }

    private Mono<Void> record(Asking asking, RegisteredKey key, TrusteeEvent event) {
        return journal.append(asking.tx(), asking.actor(), asking.at(), List.of(new NewEvent(RegisteredKey.STREAM, key.id(), key.version(), null,
                event.getClass().getSimpleName(), event, Set.of(key.partyId()))));
    }

    /** Names the three for a round that is not tendered yet. */
    public Mono<List<RegisteredKey>> name(Asking asking, Naming naming) {
        return rounds.join(asking.tx(), naming.roundId())
                .filter(round -> asking.actor().actsFor(round.associationId()))
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .flatMap(round -> beforeTendering(round).then(Mono.zip(parties(naming.trustees()), shelf.inForce(asking.tx())))
                        .map(known -> TrusteeRules.named(naming.trustees(), known.getT1(), known.getT2()).orElseRefuse())
                        .flatMap(keys -> shelf.name(asking.tx(), naming, round.associationId(), asking.at())
                                .flatMap(version -> journal.append(asking.tx(), asking.actor(), asking.at(), List.of(named(round, naming, version))))
                                .thenReturn(keys)));
    }

    private Mono<List<PartyName>> parties(List<UUID> ids) {
        return members.names(Set.copyOf(ids)).map(names -> ids.stream().flatMap(id -> Optional.ofNullable(names.get(id)).stream()).toList());
    }

    private static NewEvent named(Round round, Naming naming, long version) {
        UUID stream = UUID.nameUUIDFromBytes(("trustees of " + round.id()).getBytes(StandardCharsets.UTF_8));
        TrusteeEvent event = new TrusteeEvent.RoundTrusteesNamed(round.id(), naming.trustees());
        return new NewEvent("round-trustees", stream, version, null, event.getClass().getSimpleName(), event, Set.of(round.associationId()));
    }

    private static Mono<Void> beforeTendering(Round round) {
        boolean before = round.status().ordinal() < RoundStatus.TENDERING.ordinal();
        return before ? Mono.empty() : Mono.error(new RefusedException(RoundRefusal.ROUND_STATE_DOES_NOT_ALLOW,
                Map.of("status", round.status().name())));
    }

    /** The three that a round is sealed to now; none of them ends before the transaction does. */
    public Mono<List<RegisteredKey>> three(Tx tx, Round round) {
        return shelf.alone(tx).then(Mono.zip(shelf.named(tx, round.id()), shelf.inForce(tx)))
                .map(known -> TrusteeRules.three(round.associationId(), known.getT1(), known.getT2()).orElseRefuse());
    }
}
