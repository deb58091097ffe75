package org.jucai.platform.award.runs;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.award.solving.AwardResult;
import reactor.core.publisher.Mono;

/** Says of an award which lines would pay above their cap. */
@FunctionalInterface
interface Caps {

    /**
     * @param left lines that left before
     * @return ids of lines that must leave now; empty where everybody stays
     */
    Mono<Set<UUID>> above(UUID roundId, List<AwardResult.Award> awards, List<UUID> left);
}
