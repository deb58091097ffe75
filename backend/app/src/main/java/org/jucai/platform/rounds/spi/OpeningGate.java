package org.jucai.platform.rounds.spi;

import java.util.Optional;
import org.jucai.platform.kernel.Refusal;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.Round;
import reactor.core.publisher.Mono;

/** Whether what was opened is judged: each offer admissible or rejected with its reason. Nobody to answer means no. */
public interface OpeningGate {

    /**
     * @param round opened and held by this transaction
     * @return why not, or empty where it may
     */
    Mono<Optional<Refusal>> mayEvaluate(Tx tx, Round round);
}
