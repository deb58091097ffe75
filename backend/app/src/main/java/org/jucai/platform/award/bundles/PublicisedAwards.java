package org.jucai.platform.award.bundles;

import java.util.UUID;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Until awards are put to public notice, none is. */
@Component
class PublicisedAwards implements Publicised {

    @Override
    public Mono<UUID> runOf(Tx tx, UUID roundId) {
        return Mono.empty();
    }
}
