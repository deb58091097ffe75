package org.jucai.platform.contracts;

import java.util.Optional;
import org.jucai.platform.contracts.spi.ESealGate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** While no service for electronic seals is connected: the platform vouches that the person showed a second factor and named the digest. */
@Component
class ReAuthentication implements ESealGate {

    static final String BY = "RE_AUTHENTICATION";

    @Override
    public Mono<Seal> seal(Request request) {
        return Mono.just(new Seal(BY, Optional.empty()));
    }
}
