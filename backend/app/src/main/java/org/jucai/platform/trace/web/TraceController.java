package org.jucai.platform.trace.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.trace.TraceBoard;
import org.jucai.spec.api.TraceApi;
import org.jucai.spec.model.GoodsTrace;
import org.jucai.spec.model.LabelList;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Codes followed by HTTP, by whoever scans one. */
@RestController
class TraceController implements TraceApi {

    private final TraceBoard board;
    private final MembershipBoard members;

    TraceController(TraceBoard board, MembershipBoard members) {
        this.board = board;
        this.members = members;
    }

    @Override
    public Mono<GoodsTrace> followCode(String code, @Nullable String seal, ServerWebExchange exchange) {
        return board.follow(Caller.of(exchange).scope(), code, Optional.ofNullable(seal)).flatMap(trace -> trace.known()
                .map(known -> members.names(known.parties()).map(names -> new TraceViews(names).show(trace, known)))
                .orElseGet(() -> Mono.just(TraceViews.bare(trace))));
    }

    @Override
    public Mono<LabelList> printLabels(List<String> codes, ServerWebExchange exchange) {
        return board.labels(Caller.of(exchange).scope(), codes).flatMap(labels -> members.names(labels.stream().map(each -> each.goods().sellerId()).collect(Collectors.toSet()))
                .map(names -> new LabelList(labels.stream().map(new TraceViews(names)::label).toList())));
    }
}
