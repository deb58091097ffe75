package org.jucai.platform.bidding.web;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.bidding.EnvelopeRefusal;
import org.jucai.platform.bidding.envelope.CanonicalJson;
import org.jucai.platform.bidding.opening.DisputeDesk;
import org.jucai.platform.bidding.opening.OpeningBoard;
import org.jucai.platform.bidding.opening.OpeningDesk;
import org.jucai.platform.bidding.opening.OpeningPhase;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.spec.api.OpeningsApi;
import org.jucai.spec.model.AskedShares;
import org.jucai.spec.model.LeaveShut;
import org.jucai.spec.model.LeftShut;
import org.jucai.spec.model.OpeningLotPage;
import org.jucai.spec.model.OpeningRoom;
import org.jucai.spec.model.ReleasePhase;
import org.jucai.spec.model.ReleaseShares;
import org.jucai.spec.model.ReleasedShares;
import org.jucai.spec.model.SealingRecord;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The opening of sealed offers by HTTP. */
@RestController
class OpeningController implements OpeningsApi {

    private final Database database;
    private final Once once;
    private final OpeningDesk desk;
    private final DisputeDesk disputes;
    private final OpeningBoard board;
    private final MembershipBoard members;

    OpeningController(Database database, Once once, OpeningDesk desk, DisputeDesk disputes, OpeningBoard board, MembershipBoard members) {
        this.database = database;
        this.once = once;
        this.desk = desk;
        this.disputes = disputes;
        this.board = board;
        this.members = members;
    }

    @Override
    public Mono<OpeningRoom> showOpening(UUID roundId, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> board.room(tx, caller.actor(), roundId))
                .flatMap(room -> members.names(OpeningViews.parties(room)).map(names -> OpeningViews.show(room, names, caller.actor(), caller.now())));
    }

    @Override
    public Mono<OpeningLotPage> listOpeningLots(UUID roundId, @Nullable UUID supplierId, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> board.lots(tx, new OpeningBoard.Question(roundId, supplierId, cursor, limit))).map(OpeningViews::show);
    }

    @Override
    public Mono<AskedShares> listSealedShares(UUID roundId, ReleasePhase phase, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return desk.asked(caller.actor(), roundId, OpeningPhase.valueOf(phase.name()), limit, caller.now()).map(asked -> OpeningViews.show(asked, phase));
    }

    @Override
    public Mono<ReleasedShares> releaseShares(UUID roundId, String idempotencyKey, Mono<ReleaseShares> releaseShares, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return releaseShares.flatMap(form -> desk.read(caller.actor(), roundId, OpeningPhase.valueOf(form.getPhase().name()),
                        form.getReleases().stream().map(OpeningViews::signed).toList())
                .flatMap(word -> once.answer(exchange, form, ReleasedShares.class, tx -> desk.take(asking(tx, caller), word)
                        .map(taken -> new ReleasedShares(taken.call(), taken.trustee(), taken.taken(), taken.left())))));
    }

    @Override
    public Mono<LeftShut> leaveShut(UUID roundId, String idempotencyKey, Mono<LeaveShut> leaveShut, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return leaveShut.flatMap(form -> once.answer(exchange, form, LeftShut.class, tx -> disputes
                .leaveShut(asking(tx, caller), roundId, form.getSupplierId(), form.getReason()).map(call -> new LeftShut(form.getSupplierId(), call))));
    }

    @Override
    public Mono<LeftShut> showSealingRecord(UUID roundId, String idempotencyKey, Mono<SealingRecord> sealingRecord, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return sealingRecord.flatMap(form -> once.wasAnswered(once.asked(exchange, form)).flatMap(known -> known
                ? once.answer(exchange, form, LeftShut.class, _ -> Mono.empty())
                : Mono.fromCallable(() -> written(form)).flatMap(record -> disputes.read(caller.actor(), roundId, record))
                        .flatMap(shown -> once.answer(exchange, form, LeftShut.class, tx -> disputes.show(asking(tx, caller), shown)
                                .map(call -> new LeftShut(caller.actor().partyId(), call))))));
    }

    /** Canonical, as its reader expects it; a text with half a character has no UTF-8 and is refused. */
    private static byte[] written(SealingRecord form) {
        try {
            return CanonicalJson.bytes(Map.of("format", form.getFormat().getValue(), "envelopeSha256", form.getEnvelopeSha256(), "sections", form.getSections()));
        } catch (IllegalArgumentException half) {
            throw new RefusedException(EnvelopeRefusal.ENVELOPE_MALFORMED, Map.of("where", "/sections", "fault", "NOT_JSON"));
        }
    }

    private static Asking asking(Tx tx, Caller caller) {
        return new Asking(tx, caller.actor(), caller.now());
    }
}
