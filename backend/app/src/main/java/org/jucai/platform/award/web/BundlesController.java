package org.jucai.platform.award.web;

import java.util.UUID;
import org.jucai.platform.award.bundles.BundleBoard;
import org.jucai.platform.kernel.Caller;
import org.jucai.spec.api.AwardBundlesApi;
import org.springframework.http.ContentDisposition;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Awards' public documents by HTTP; canonical as they are made, member by member. */
@RestController
class BundlesController implements AwardBundlesApi {

    private final BundleBoard bundles;
    private final JsonMapper json;

    BundlesController(BundleBoard bundles, JsonMapper json) {
        this.bundles = bundles;
        this.json = json;
    }

    @Override
    public Mono<Object> publicAwardBundle(UUID roundId, ServerWebExchange exchange) {
        return bundles.shown(roundId).map(bundle -> named(bundle, "award-public-" + roundId, exchange));
    }

    @Override
    public Mono<Object> ownAwardOpening(UUID roundId, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return bundles.opening(caller.actor(), roundId, caller.now()).map(opening -> named(opening, "award-opening-" + roundId, exchange));
    }

    private Object named(byte[] document, String name, ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().setContentDisposition(ContentDisposition.attachment().filename(name + ".json").build());
        return json.readTree(document);
    }
}
