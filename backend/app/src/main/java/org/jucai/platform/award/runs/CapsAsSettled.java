package org.jucai.platform.award.runs;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.award.solving.AwardResult;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Until awards are settled among their lines, nobody is known to pay above a cap. */
@Component
class CapsAsSettled implements Caps {

    @Override
    public Mono<Set<UUID>> above(UUID roundId, List<AwardResult.Award> awards, List<UUID> left) {
        return Mono.just(Set.of());
    }
}
