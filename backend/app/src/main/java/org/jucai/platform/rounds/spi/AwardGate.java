package org.jucai.platform.rounds.spi;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.kernel.Refusal;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.Round;
import reactor.core.publisher.Mono;

/** What the award says before a round goes on with it. Nobody to answer means no. */
public interface AwardGate {

    /** Whether an award is proposed that may be put to public notice; why not, or empty where it may. */
    Mono<Optional<Refusal>> mayPublicise(Tx tx, Round round);

    /** Whether the award may be made final: no objection is open; why not, or empty where it may. */
    Mono<Optional<Refusal>> mayFinalise(Tx tx, Round round);

    /** Whether the award may be revoked; why not, or empty where it may. */
    Mono<Optional<Refusal>> mayRevoke(Tx tx, Round round);

    /** The lots that the publicised award serves. */
    Mono<Served> served(Tx tx, Round round);

    /** Lots that get their target, and lots that get less; every other lot fails. */
    record Served(List<UUID> whole, List<UUID> inPart) {
        public Served {
            whole = List.copyOf(whole);
            inPart = List.copyOf(inPart);
        }
    }
}
