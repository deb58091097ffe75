package org.jucai.platform.award.bundles;

import java.util.UUID;
import org.jucai.platform.award.decisions.AwardBoard;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The newest award that stands at public notice or was made final. */
@Component
class PublicisedAwards implements Publicised {

    private final AwardBoard awards;

    PublicisedAwards(AwardBoard awards) {
        this.awards = awards;
    }

    @Override
    public Mono<UUID> runOf(Tx tx, UUID roundId) {
        return awards.noticed(tx, roundId).map(award -> award.runId());
    }
}
