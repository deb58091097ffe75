package org.jucai.platform.award.runs;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.solving.AwardResult;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Answers questions about computations of awards, as far as the transaction's parties may know: the association, auditors, supervisors. */
@Service
public class RunBoard {

    private final SqlRuns shelf;

    RunBoard(SqlRuns shelf) {
        this.shelf = shelf;
    }

    /**
     * The awards of a computation, by lot and supplier as its documents name them.
     *
     * @param failedLots lots that get nothing
     */
    public record Awarded(List<Part> parts, List<String> failedLots) {

        /** A supplier's part of a lot; what it costs is compared, not paid. */
        public record Part(String lot, String supplier, long kg, int totalTier, int step, long costMilliFen, long amountFen) {}

        public Awarded {
            parts = List.copyOf(parts);
            failedLots = List.copyOf(failedLots);
        }

        static Awarded of(AwardResult result) {
            return new Awarded(result.awards().stream().map(award -> new Part(award.lot(), award.supplier(), award.kg(), award.totalTier(), award.step(),
                    award.costMilliFen(), award.amountFen())).toList(), result.failedLots());
        }
    }

    /** One that ended with a result, with its documents; refused before, and where it ended without. */
    public Mono<SolvedRun> get(Tx tx, UUID runId) {
        return shelf.documents(tx, runId).switchIfEmpty(Mono.defer(() -> find(tx, runId).flatMap(run -> Mono.error(new RefusedException(RunRefusal.AWARD_RUN_NOT_ENDED)))));
    }

    /** How it stands. */
    public Mono<AwardRun> find(Tx tx, UUID runId) {
        return shelf.find(tx, runId).switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)));
    }

    /** A round's, newest first. */
    public Mono<Page<AwardRun>> list(Tx tx, UUID roundId, @Nullable String cursor, int limit) {
        return shelf.list(tx, roundId, cursor, limit);
    }

    /** What it awards; nothing where it came to no award. */
    public Mono<Awarded> awarded(Tx tx, UUID runId) {
        return shelf.awarded(tx, runId).defaultIfEmpty(new Awarded(List.of(), List.of()));
    }

    /** Of the commitments to what the public is not shown; for those who may know it all. */
    public Mono<byte[]> salt(Tx tx, UUID runId) {
        return shelf.salt(tx, runId).switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)));
    }
}
