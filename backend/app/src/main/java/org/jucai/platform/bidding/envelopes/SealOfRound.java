package org.jucai.platform.bidding.envelopes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.bidding.envelope.SealingTerms;
import org.jucai.platform.bidding.envelope.Shape;
import org.jucai.platform.bidding.envelope.Suite;
import org.jucai.platform.bidding.receipts.ReceiptDesk;
import org.jucai.platform.bidding.trustees.RegisteredKey;
import org.jucai.platform.bidding.trustees.TrusteeDesk;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Refusal;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundEvent;
import org.jucai.platform.rounds.RoundReaction;
import org.jucai.platform.rounds.TenderTerms;
import org.jucai.platform.rounds.lots.LotBoard;
import org.jucai.platform.rounds.lots.LotStatus;
import org.jucai.platform.rounds.lots.PooledLot;
import org.jucai.platform.rounds.spi.TenderGate;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets a round be tendered once three trustees' keys are in force, and fixes in the same transaction what its offers are sealed to. */
@Component
@Order(30)
class SealOfRound implements TenderGate, RoundReaction {

    private static final int MOST_LOTS = 2_047;

    private final TrusteeDesk trustees;
    private final LotBoard lots;
    private final ReceiptDesk receipts;
    private final SqlSeals shelf;

    SealOfRound(TrusteeDesk trustees, LotBoard lots, ReceiptDesk receipts, SqlSeals shelf) {
        this.trustees = trustees;
        this.lots = lots;
        this.receipts = receipts;
        this.shelf = shelf;
    }

    /** The key that signs receipts is there before the first envelope: one made for it would tell that it came. */
    @Override
    public Mono<Optional<Refusal>> mayTender(Tx tx, Round round, TenderTerms terms) {
        return receipts.signer().then(trustees.three(tx, round)).thenReturn(Optional.<Refusal>empty())
                .onErrorResume(RefusedException.class, refused -> Mono.just(Optional.of(refused.refusal())));
    }

    @Override
    public Mono<Void> after(Tx tx, Actor actor, Round round, RoundEvent event, Instant now) {
        boolean asks = event instanceof RoundEvent.RoundTendered || event instanceof RoundEvent.SecondQuoteCalled;
        return asks ? fix(tx, round, now) : Mono.empty();
    }

    private Mono<Void> fix(Tx tx, Round round, Instant now) {
        return Mono.zip(trustees.three(tx, round), lots.list(tx, round.id(), null, MOST_LOTS))
                .map(known -> seal(round, known.getT1(), known.getT2().items(), now))
                .flatMap(seal -> shelf.add(tx, seal));
    }

    private static Seal seal(Round round, List<RegisteredKey> keys, List<PooledLot> lots, Instant now) {
        int call = round.tendering().number();
        List<String> offered = lots.stream().filter(lot -> lot.status() == LotStatus.TENDERED).map(lot -> lot.id().toString()).toList();
        SealingTerms terms = new SealingTerms(Suite.X25519, Seal.nameOf(round.id(), call), offered,
                keys.stream().map(key -> key.card().key()).toList(), Shape.of(offered.size()));
        List<UUID> ids = keys.stream().map(RegisteredKey::id).toList();
        return new Seal(round.id(), call, round.associationId(), terms, ids, keys.stream().map(RegisteredKey::partyId).toList(), now, Optional.empty());
    }
}
