package org.jucai.platform.award.web;

import java.util.UUID;
import org.jucai.platform.award.bundles.BundleBoard;
import org.jucai.platform.kernel.Caller;
import org.jucai.spec.api.AwardBundlesApi;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Awards' public documents by HTTP; canonical, byte by byte. */
@RestController
class BundlesController implements AwardBundlesApi {

    private final BundleBoard bundles;

    BundlesController(BundleBoard bundles) {
        this.bundles = bundles;
    }

    @Override
    public Mono<Resource> publicAwardBundle(UUID roundId, ServerWebExchange exchange) {
        return bundles.shown(roundId).map(bundle -> named(bundle, "award-public-" + roundId, exchange));
    }

    @Override
    public Mono<Resource> ownAwardOpening(UUID roundId, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return bundles.opening(caller.actor(), roundId, caller.now()).map(opening -> named(opening, "award-opening-" + roundId, exchange));
    }

    /** The bytes as they were made: a certificate may be deeper than what writes answers goes. */
    private static Resource named(byte[] document, String name, ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().setContentType(MediaType.APPLICATION_JSON);
        exchange.getResponse().getHeaders().setContentDisposition(ContentDisposition.attachment().filename(name + ".json").build());
        return new ByteArrayResource(document);
    }
}
