package org.jucai.platform.bidding.web;

import java.util.Map;
import java.util.UUID;
import org.jucai.platform.bidding.EnvelopeRefusal;
import org.jucai.platform.bidding.envelopes.EnvelopeDesk;
import org.jucai.platform.bidding.envelopes.SealBoard;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.rounds.RoundBoard;
import org.jucai.spec.api.SealedOffersApi;
import org.jucai.spec.model.OwnEnvelopes;
import org.jucai.spec.model.SealedEnvelope;
import org.jucai.spec.model.SealingTerms;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Sealed offers by HTTP. */
@RestController
class EnvelopesController implements SealedOffersApi {

    private final Database database;
    private final RoundBoard rounds;
    private final SealBoard seals;
    private final EnvelopeDesk desk;
    private final JsonMapper json;

    EnvelopesController(Database database, RoundBoard rounds, SealBoard seals, EnvelopeDesk desk, JsonMapper json) {
        this.database = database;
        this.rounds = rounds;
        this.seals = seals;
        this.desk = desk;
        this.json = json;
    }

    @Override
    public Mono<SealingTerms> sealingTerms(UUID roundId, ServerWebExchange exchange) {
        return database.read(Caller.of(exchange).scope(), tx -> rounds.get(tx, roundId).then(seals.get(tx, roundId)))
                .map(seal -> json.readValue(seal.terms().bytes(), SealingTerms.class));
    }

    /** The envelope is read as it came, by its own strict reader: what a lenient one would let through is part of what is signed for. */
    @Override
    public Mono<OwnEnvelopes> sealBid(UUID roundId, Mono<SealedEnvelope> neverRead, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return desk.mostBytes(caller, roundId)
                .flatMap(most -> received(exchange, most))
                .flatMap(bytes -> desk.seal(caller, roundId, bytes))
                .map(own -> show(own, caller));
    }

    @Override
    public Mono<OwnEnvelopes> ownBid(UUID roundId, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return desk.own(caller, roundId).map(own -> show(own, caller));
    }

    @Override
    public Mono<OwnEnvelopes> withdrawBid(UUID roundId, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return desk.withdraw(caller, roundId).map(own -> show(own, caller));
    }

    private static Mono<byte[]> received(ServerWebExchange exchange, int most) {
        return DataBufferUtils.join(exchange.getRequest().getBody(), most)
                .onErrorMap(DataBufferLimitException.class, over -> new RefusedException(EnvelopeRefusal.ENVELOPE_TOO_LARGE, Map.of("limit", most)))
                .map(EnvelopesController::bytes)
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.BAD_REQUEST)));
    }

    private static byte[] bytes(DataBuffer buffer) {
        try {
            byte[] bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            return bytes;
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    private OwnEnvelopes show(EnvelopeDesk.Own own, Caller caller) {
        return EnvelopeViews.show(own, json, caller.now());
    }
}
