package org.jucai.platform.award.decisions;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Answers questions about awards and objections, as far as the transaction's parties may know. */
@Service
public class AwardBoard {

    private final Database database;
    private final SqlAwards shelf;
    private final SqlObjections objections;

    AwardBoard(Database database, SqlAwards shelf, SqlObjections objections) {
        this.database = database;
        this.shelf = shelf;
        this.objections = objections;
    }

    /**
     * A version as its reader sees it.
     *
     * @param inside to those who may know it
     * @param open objections that wait for an answer; {@code contested}: one waits or was upheld
     */
    public record Shown(Award award, Optional<Award.Inside> inside, int open, boolean contested) {}

    /** A version, or the newest that the parties may see; refused where there is none for them. */
    public Mono<Shown> get(Tx tx, UUID roundId, @Nullable Integer number) {
        return shelf.find(tx, roundId, number)
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .flatMap(award -> Mono.zip(shelf.inside(tx, roundId, award.number()).map(Optional::of).defaultIfEmpty(Optional.empty()), tally(award))
                        .map(known -> new Shown(award, known.getT1(), known.getT2().open(), known.getT2().open() + known.getT2().upheld() > 0)));
    }

    /** The version that stands at public notice or is final; empty where there is none. */
    public Mono<Award> noticed(Tx tx, UUID roundId) {
        return shelf.find(tx, roundId, null).filter(award -> award.status() == Award.Status.PUBLICISED || award.status() == Award.Status.FINAL);
    }

    /** That an award is contested everybody may know; by whom and why not. */
    private Mono<DecisionRules.Tally> tally(Award award) {
        return database.read(Scope.background(), tx -> objections.tally(tx, award.roundId(), award.number()));
    }

    /** Newest first. */
    public Mono<Page<Objection>> objections(Tx tx, UUID roundId, @Nullable String cursor, int limit) {
        return objections.list(tx, roundId, cursor, limit);
    }
}
