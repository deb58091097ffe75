package org.jucai.platform.rounds.spi;

import java.util.Optional;
import org.jucai.platform.kernel.Refusal;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.TenderTerms;
import reactor.core.publisher.Mono;

/** Whether offers can be asked for: envelopes need trustees whose keys are in force. Nobody to answer means no. */
public interface TenderGate {

    /**
     * @param round frozen and held by this transaction
     * @return why not, or empty where it may
     */
    Mono<Optional<Refusal>> mayTender(Tx tx, Round round, TenderTerms terms);
}
