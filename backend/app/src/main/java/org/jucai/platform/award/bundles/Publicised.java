package org.jucai.platform.award.bundles;

import java.util.UUID;
import org.jucai.platform.kernel.Tx;
import reactor.core.publisher.Mono;

/** Which computation a round's publicised award is from. */
interface Publicised {

    /** Empty until an award is put to public notice. Asked in nobody's name. */
    Mono<UUID> runOf(Tx tx, UUID roundId);
}
