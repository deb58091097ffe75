package org.jucai.platform.finance.nightly;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which runs there were, and whether one is missing; takes the asking for one. */
@Service
public class NightBoard {

    private final SqlNightRuns shelf;
    private final List<NightlyWork> works;
    private final Ids ids;

    NightBoard(SqlNightRuns shelf, List<NightlyWork> works, Ids ids) {
        this.shelf = shelf;
        this.works = works.stream().sorted(Comparator.comparing(NightlyWork::kind)).toList();
        this.ids = ids;
    }

    /** How a kind of work stands. @param missed whether it did not run when it should have */
    public record Standing(RunKind kind, boolean missed) {}

    /** Newest first. */
    public Mono<Page<Run>> list(Tx tx, @Nullable RunKind kind, @Nullable String cursor, int limit) {
        return shelf.list(tx, kind, cursor, limit);
    }

    /** Each kind of work, in order. */
    public Mono<List<Standing>> standing(Tx tx, Instant now) {
        return Flux.fromIterable(works).concatMap(work -> shelf.lastWhole(tx, work.kind())
                .map(last -> new Standing(work.kind(), NightRules.missed(now, work.notBefore(), last)))).collectList();
    }

    /** Runs soon, in the background; one that waits already is not asked for again. */
    public Mono<Run> ask(Asking asking, RunKind kind) {
        return shelf.waiting(asking.tx(), kind).switchIfEmpty(Mono.defer(() -> shelf.ask(asking, ids.next(), kind)));
    }
}
