package org.jucai.platform.award.bundles;

import java.util.UUID;
import org.jucai.platform.award.runs.RunBoard;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Hands out an award's documents. */
@Service
public class BundleBoard {

    private final Database database;
    private final RunBoard runs;
    private final Scheduler awardThreads;

    BundleBoard(Database database, RunBoard runs, Scheduler awardThreads) {
        this.database = database;
        this.runs = runs;
        this.awardThreads = awardThreads;
    }

    /** The problem and its result, as one document or as a ZIP file; for whoever may read the run. */
    public Mono<byte[]> full(Scope scope, UUID runId, boolean zip) {
        return database.read(scope, tx -> runs.get(tx, runId)).publishOn(awardThreads).map(run -> zip ? FullBundle.zip(run) : FullBundle.json(run));
    }
}
