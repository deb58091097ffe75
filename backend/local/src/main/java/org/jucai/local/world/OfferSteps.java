package org.jucai.local.world;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jucai.platform.bidding.envelope.Envelope;
import org.jucai.platform.bidding.envelope.Sealer;
import org.jucai.platform.bidding.envelope.Sender;
import org.jucai.platform.bidding.envelopes.EnvelopeDesk;
import org.jucai.platform.bidding.envelopes.SealBoard;
import org.jucai.platform.bidding.receipts.ReceiptDesk;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundCommand;
import org.jucai.platform.rounds.lots.LotBoard;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** How offers are asked for, sealed by suppliers' own clients, and taken until the deadline. */
@Component
class OfferSteps {

    private static final int MOST_LOTS = 200;

    private final RoundSteps rounds;
    private final LotBoard lots;
    private final SealBoard seals;
    private final EnvelopeDesk envelopes;
    private final ReceiptDesk receipts;
    private final Cast cast;
    private final Sealer sealer;

    OfferSteps(RoundSteps rounds, LotBoard lots, SealBoard seals, EnvelopeDesk envelopes, ReceiptDesk receipts, Cast cast, SecureRandom chance) {
        this.rounds = rounds;
        this.lots = lots;
        this.seals = seals;
        this.envelopes = envelopes;
        this.receipts = receipts;
        this.cast = cast;
        this.sealer = new Sealer(chance);
    }

    /** Asks for offers and takes them; where the deadline has passed, closes in the same transaction, or the clock would be first. */
    Mono<Round> asked(Round frozen, CallPlan call, ModelOffers model, Instant now) {
        boolean over = !now.isBefore(call.due());
        return receipts.signer().flatMap(signer -> rounds.written(call.round(), (tx, plan) ->
                rounds.step(tx, plan, frozen, new RoundCommand.Tender(call.terms()), call.tendered())
                        .flatMap(round -> offered(tx, round, call, model, over)
                                .flatMap(offers -> taken(tx, round, call, offers, signer, over ? call.due() : now))
                                .then(Mono.defer(() -> over ? rounds.step(tx, plan, round, new RoundCommand.Close(), call.due()) : Mono.just(round))))));
    }

    private Mono<List<ModelOffers.Offer>> offered(Tx tx, Round round, CallPlan call, ModelOffers model, boolean over) {
        return Mono.zip(seals.get(tx, round.id()), lots.list(tx, round.id(), null, MOST_LOTS))
                .map(known -> model.of(new ModelOffers.Call(known.getT1().terms(), known.getT2().items(), call.validUntilOn(), over),
                        code -> cast.party(code).toString()));
    }

    private Mono<Void> taken(Tx tx, Round round, CallPlan call, List<ModelOffers.Offer> offers, ReceiptDesk.Signer signer, Instant until) {
        Duration apart = Duration.between(call.tendered(), until).dividedBy(offers.size() + 1L);
        return seals.get(tx, round.id()).flatMapMany(seal -> Flux.fromIterable(offers).index().concatMap(one -> {
            ModelOffers.Offer offer = one.getT2();
            Instant at = call.tendered().plus(apart.multipliedBy(one.getT1() + 1));
            Sender sender = new Sender(cast.party(offer.supplier()).toString(), 1);
            return Mono.fromCallable(() -> Envelope.read(sealer.seal(seal.terms(), sender, offer.contents()).envelope().bytes(), seal.terms(), sender))
                    .subscribeOn(Schedulers.boundedElastic())
                    .flatMap(envelope -> envelopes.take(new Asking(tx, cast.person(Person.seller(offer.supplier()).account()), at), round.id(), envelope, signer));
        })).then();
    }
}
