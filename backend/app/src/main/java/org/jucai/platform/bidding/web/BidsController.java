package org.jucai.platform.bidding.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.bidding.bids.Bid;
import org.jucai.platform.bidding.bids.BidBoard;
import org.jucai.platform.bidding.bids.BidDesk;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.spec.api.BidsApi;
import org.jucai.spec.model.AdmitBids;
import org.jucai.spec.model.BidPage;
import org.jucai.spec.model.BidStatus;
import org.jucai.spec.model.BidsJudged;
import org.jucai.spec.model.RejectBids;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Opened offers by HTTP. */
@RestController
class BidsController implements BidsApi {

    private final Database database;
    private final Once once;
    private final BidBoard board;
    private final BidDesk desk;
    private final MembershipBoard members;

    BidsController(Database database, Once once, BidBoard board, BidDesk desk, MembershipBoard members) {
        this.database = database;
        this.once = once;
        this.board = board;
        this.desk = desk;
        this.members = members;
    }

    @Override
    public Mono<BidPage> listBids(UUID roundId, @Nullable UUID lotId, @Nullable BidStatus status, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        BidBoard.Question asked = new BidBoard.Question(roundId, lotId,
                status == null ? null : org.jucai.platform.bidding.bids.BidStatus.valueOf(status.name()), cursor, limit);
        return database.read(Caller.of(exchange).scope(), tx -> board.list(tx, asked))
                .flatMap(page -> members.names(page.items().stream().map(Bid::supplierId).collect(Collectors.toSet())).map(names -> BidViews.show(page, names)));
    }

    @Override
    public Mono<BidsJudged> admitBids(UUID roundId, String idempotencyKey, Mono<AdmitBids> admitBids, ServerWebExchange exchange) {
        return admitBids.flatMap(form -> judge(roundId, form,
                new BidDesk.Verdict(form.getBidIds() == null ? List.of() : List.copyOf(form.getBidIds()), true, form.getReason() == null ? "" : form.getReason()), exchange));
    }

    @Override
    public Mono<BidsJudged> rejectBids(UUID roundId, String idempotencyKey, Mono<RejectBids> rejectBids, ServerWebExchange exchange) {
        return rejectBids.flatMap(form -> judge(roundId, form, new BidDesk.Verdict(List.copyOf(form.getBidIds()), false, form.getReason()), exchange));
    }

    private Mono<BidsJudged> judge(UUID roundId, Object form, BidDesk.Verdict verdict, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return once.answer(exchange, form, BidsJudged.class, tx -> desk.judge(new Asking(tx, caller.actor(), caller.now()), roundId, verdict)
                .map(judged -> new BidsJudged(judged.changed(), judged.left())));
    }
}
