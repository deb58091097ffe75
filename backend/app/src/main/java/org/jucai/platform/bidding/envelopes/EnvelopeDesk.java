package org.jucai.platform.bidding.envelopes;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.jucai.platform.bidding.EnvelopeRefusal;
import org.jucai.platform.bidding.envelope.Envelope;
import org.jucai.platform.bidding.envelope.Fault;
import org.jucai.platform.bidding.envelope.Receipt;
import org.jucai.platform.bidding.envelope.RefusedEnvelopeException;
import org.jucai.platform.bidding.envelope.Sender;
import org.jucai.platform.bidding.receipts.ReceiptDesk;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundBoard;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Takes sealed offers and gives them back until the deadline. What is decided is decided while the round is held shared, so an
 * envelope that was acknowledged is in, and from the deadline on none is taken (law 5).
 */
@Service
public class EnvelopeDesk {

    static final String STREAM = "bid-envelope";

    private final Database database;
    private final RoundBoard rounds;
    private final SealBoard seals;
    private final SqlEnvelopes shelf;
    private final ReceiptDesk receipts;
    private final MembershipBoard members;
    private final Journal journal;
    private final Scheduler envelopes;

    EnvelopeDesk(Database database, RoundBoard rounds, SealBoard seals, SqlEnvelopes shelf, ReceiptDesk receipts, MembershipBoard members,
            Journal journal, Scheduler envelopes) {
        this.database = database;
        this.rounds = rounds;
        this.seals = seals;
        this.shelf = shelf;
        this.receipts = receipts;
        this.members = members;
        this.journal = journal;
        this.envelopes = envelopes;
    }

    /** A supplier's own envelopes of a call, oldest first, and the version that its next one has. */
    public record Own(UUID roundId, int call, List<KeptEnvelope> kept, long nextVersion) {
        public Own {
            kept = List.copyOf(kept);
        }
    }

    /** What the envelope must be for, as known before it is read. */
    private record Expected(Seal seal, List<KeptEnvelope> kept) {}

    public Mono<Own> own(Caller caller, UUID roundId) {
        return database.read(caller.scope(), tx -> expected(tx, caller.actor().partyId(), roundId)).map(known -> own(known.seal(), known.kept()));
    }

    /** How long an envelope of this round may be. */
    public Mono<Integer> mostBytes(Caller caller, UUID roundId) {
        return database.read(caller.scope(), tx -> rounds.get(tx, roundId).then(seals.get(tx, roundId))).map(seal -> seal.terms().shape().mostBytes());
    }

    /** Takes an envelope; the same one again is answered alike, also after the deadline. */
    public Mono<Own> seal(Caller caller, UUID roundId, byte[] json) {
        return Mono.zip(database.read(caller.scope(), tx -> expected(tx, caller.actor().partyId(), roundId)), receipts.signer())
                .flatMap(known -> Mono.fromCallable(() -> read(json, known.getT1(), caller.actor().partyId())).subscribeOn(envelopes)
                        .onErrorMap(RejectedExecutionException.class, full -> new RefusedException(CommonRefusal.TEMPORARILY_UNAVAILABLE, Map.of("retryAfterSeconds", 1)))
                        .flatMap(envelope -> database.write(caller.scope(), tx -> take(new Asking(tx, caller.actor(), caller.now()), roundId, envelope, known.getT2()))));
    }

    private Mono<Expected> expected(Tx tx, UUID supplier, UUID roundId) {
        return rounds.get(tx, roundId).then(seals.get(tx, roundId))
                .flatMap(seal -> shelf.all(tx, roundId, seal.call(), supplier).map(kept -> new Expected(seal, kept)));
    }

    /** The next one, or the last one sent again. */
    private static Envelope read(byte[] json, Expected expected, UUID supplier) {
        long next = BidRules.next(expected.kept());
        try {
            return Envelope.read(json, expected.seal().terms(), new Sender(supplier.toString(), next));
        } catch (RefusedEnvelopeException refused) {
            if (refused.fault() != Fault.OTHER_VERSION || next == 1) throw EnvelopeRefusal.of(refused);
        }
        try {
            return Envelope.read(json, expected.seal().terms(), new Sender(supplier.toString(), next - 1));
        } catch (RefusedEnvelopeException refused) {
            throw EnvelopeRefusal.of(refused);
        }
    }

    /** Takes an envelope that is read already, within the transaction of the one who asks. */
    public Mono<Own> take(Asking asking, UUID roundId, Envelope envelope, ReceiptDesk.Signer signer) {
        Tx tx = asking.tx();
        UUID supplier = asking.actor().partyId();
        return shelf.alone(tx, roundId, supplier).then(rounds.join(tx, roundId)).flatMap(round -> expected(tx, supplier, roundId).flatMap(known -> {
            List<BidEvent> events = BidRules.seal(new BidRules.Handed(round, known.kept(), envelope.head().version(), envelope.digest().hex()), asking.at()).orElseRefuse();
            if (events.isEmpty()) return Mono.just(own(known.seal(), known.kept()));
            KeptEnvelope next = new KeptEnvelope(roundId, known.seal().call(), supplier, envelope.head().version(), EnvelopeStatus.SEALED,
                    envelope.digest().hex(), asking.at(), word(signer, envelope, entry(Receipt.Act.SEALED, asking, known.kept())), Optional.empty());
            return admitted(round, asking).then(quotesAgain(round, asking)).then(shelf.replace(tx, next, envelope.bytes()))
                    .then(record(asking, known, events.getFirst()))
                    .then(Mono.defer(() -> expected(tx, supplier, roundId)))
                    .map(after -> own(after.seal(), after.kept()));
        }));
    }

    /** A supplier that is listed by the round's association, in good standing. */
    private Mono<Void> admitted(Round round, Asking asking) {
        return members.standingIn(round.associationId(), asking.actor().partyId(), asking.at())
                .flatMap(standing -> standing.flags().isEmpty() ? Mono.empty() : Mono.error(new RefusedException(BidRefusal.SUPPLIER_NOT_ADMITTED)));
    }

    /** A second quote is given by those whose first offer was opened. */
    private Mono<Void> quotesAgain(Round round, Asking asking) {
        return Mono.justOrEmpty(round.tendering().firstCall())
                .flatMap(first -> shelf.opened(asking.tx(), round.id(), first, asking.actor().partyId()))
                .flatMap(opened -> opened ? Mono.empty() : Mono.error(new RefusedException(BidRefusal.NO_FIRST_OFFER)));
    }

    /** Gives the live envelope back; what was withdrawn before stays so. */
    public Mono<Own> withdraw(Caller caller, UUID roundId) {
        return receipts.signer().flatMap(signer -> database.write(caller.scope(), tx -> shelf.alone(tx, roundId, caller.actor().partyId())
                .then(rounds.join(tx, roundId))
                .flatMap(round -> expected(tx, caller.actor().partyId(), roundId).flatMap(known -> giveBack(new Asking(tx, caller.actor(), caller.now()), round, known, signer)))));
    }

    private Mono<Own> giveBack(Asking asking, Round round, Expected known, ReceiptDesk.Signer signer) {
        List<BidEvent> events = BidRules.withdraw(round, known.kept(), asking.at()).orElseRefuse();
        if (events.isEmpty()) return Mono.just(own(known.seal(), known.kept()));
        KeptEnvelope live = known.kept().getLast();
        return shelf.content(asking.tx(), live)
                .map(bytes -> live.withdrawn(word(signer, Envelope.read(bytes), entry(Receipt.Act.WITHDRAWN, asking, known.kept()))))
                .flatMap(withdrawn -> shelf.withdraw(asking.tx(), withdrawn))
                .then(record(asking, known, events.getFirst()))
                .then(Mono.defer(() -> shelf.all(asking.tx(), round.id(), known.seal().call(), asking.actor().partyId())))
                .map(kept -> own(known.seal(), kept));
    }

    /**
     * The place in the supplier's own stream of the log. A place among the events of all would tell, from one receipt to the next,
     * how much others did.
     */
    private static Receipt.Entry entry(Receipt.Act act, Asking asking, List<KeptEnvelope> kept) {
        return new Receipt.Entry(act, asking.at(), position(kept));
    }

    private static long position(List<KeptEnvelope> kept) {
        return kept.size() + kept.stream().filter(one -> one.withdrawal().isPresent()).count() + 1;
    }

    private static String word(ReceiptDesk.Signer signer, Envelope envelope, Receipt.Entry entry) {
        return new String(signer.sign(envelope, entry).bytes(), StandardCharsets.UTF_8);
    }

    /** Read by the supplier alone, and part of no round's history: there it could be counted. */
    private Mono<Void> record(Asking asking, Expected known, BidEvent event) {
        UUID supplier = asking.actor().partyId();
        UUID stream = UUID.nameUUIDFromBytes((known.seal().terms().round() + "/" + supplier).getBytes(StandardCharsets.UTF_8));
        return journal.append(asking.tx(), asking.actor(), asking.at(), List.of(new NewEvent(STREAM, stream, position(known.kept()), null,
                event.getClass().getSimpleName(), event, Set.of(supplier))));
    }

    private static Own own(Seal seal, List<KeptEnvelope> kept) {
        return new Own(seal.roundId(), seal.call(), kept, BidRules.next(kept));
    }
}
