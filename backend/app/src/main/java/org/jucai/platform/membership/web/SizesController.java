package org.jucai.platform.membership.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.membership.SizeBoard;
import org.jucai.platform.membership.SizeDesk;
import org.jucai.spec.api.SupplierSizesApi;
import org.jucai.spec.model.NewSupplierSize;
import org.jucai.spec.model.Reason;
import org.jucai.spec.model.SupplierSize;
import org.jucai.spec.model.SupplierSizePage;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Sizes of suppliers over HTTP. */
@RestController
class SizesController implements SupplierSizesApi {

    private final SizeDesk desk;
    private final SizeBoard board;
    private final Edge edge;

    SizesController(SizeDesk desk, SizeBoard board, Edge edge) {
        this.desk = desk;
        this.board = board;
        this.edge = edge;
    }

    @Override
    public Mono<SupplierSizePage> listSupplierSizes(UUID id, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return board.list(caller.scope(), id, cursor, limit).map(page -> SizeViews.page(page, caller.actor()));
    }

    @Override
    public Mono<SupplierSize> stateSupplierSize(UUID id, String key, Mono<NewSupplierSize> form, ServerWebExchange exchange) {
        return edge.once(exchange, form, SupplierSize.class,
                (asking, body) -> desk.state(asking, id, SizeViews.stated(body)).map(made -> SizeViews.view(made, asking.actor())));
    }

    @Override
    public Mono<SupplierSize> confirmSupplierSize(UUID id, UUID sizeId, String key, Mono<Reason> form, ServerWebExchange exchange) {
        return judged(exchange, id, form, body -> new SizeDesk.Found(sizeId, true, body.getReason()));
    }

    @Override
    public Mono<SupplierSize> refuseSupplierSize(UUID id, UUID sizeId, String key, Mono<Reason> form, ServerWebExchange exchange) {
        return judged(exchange, id, form, body -> new SizeDesk.Found(sizeId, false, body.getReason()));
    }

    private Mono<SupplierSize> judged(ServerWebExchange exchange, UUID id, Mono<Reason> form, java.util.function.Function<Reason, SizeDesk.Found> found) {
        return edge.once(exchange, form, SupplierSize.class,
                (asking, body) -> desk.judge(asking, id, found.apply(body)).map(made -> SizeViews.view(made, asking.actor())));
    }
}
