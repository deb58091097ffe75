package org.jucai.platform.recovery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.contracts.spi.RecallGate;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Answers questions about recalls, as far as the transaction's parties may know. */
@Service
public class RecallBoard implements RecallGate {

    private final Database database;
    private final SqlRecalls shelf;
    private final SqlConcerns concerns;

    RecallBoard(Database database, SqlRecalls shelf, SqlConcerns concerns) {
        this.database = database;
        this.shelf = shelf;
        this.concerns = concerns;
    }

    /** Newest first. */
    public Mono<Page<Recall>> list(Tx tx, Optional<Recall.Status> status, @Nullable String cursor, int limit) {
        return shelf.list(tx, status, cursor, limit).flatMap(page -> with(tx, page.items()).map(all -> new Page<>(all, page.nextCursor())));
    }

    /** Refused where it does not concern the caller's party. */
    public Mono<Recall> get(Tx tx, UUID id) {
        return with(tx, shelf.find(tx, id));
    }

    /** Held until the transaction ends, by whoever may end it. */
    Mono<Recall> hold(Tx tx, UUID id) {
        return with(tx, shelf.hold(tx, id));
    }

    private Mono<Recall> with(Tx tx, Mono<Recall> found) {
        return found.switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND))).flatMap(recall -> with(tx, List.of(recall)).map(List::getFirst));
    }

    private Mono<List<Recall>> with(Tx tx, List<Recall> bare) {
        return concerns.of(tx, bare.stream().map(Recall::id).toList()).map(all -> {
            Map<UUID, List<Recall.Concern>> by = all.stream().collect(Collectors.groupingBy(SqlConcerns.Of::recallId, Collectors.mapping(SqlConcerns.Of::concern, Collectors.toList())));
            return bare.stream().map(it -> new Recall(it.id(), it.code(), it.reach(), it.reference(), it.opened(), it.overseers(), it.groups(), it.status(), it.ended(), it.version(),
                    by.getOrDefault(it.id(), List.of()))).toList();
        });
    }

    /** What this actor may do next. */
    public static List<Recall.Act> allowed(Recall recall, Actor actor) {
        return RecallRules.offered(recall, actor);
    }

    @Override
    public Mono<List<String>> holding(Tx tx, Goods goods) {
        return shelf.whileNoneIsOpened(tx).then(holding(goods));
    }

    private Mono<List<String>> holding(Goods goods) {
        return database.read(Scope.background(), background -> shelf.holding(background, goods));
    }

    /** Recalls that hold these goods back, those that the transaction's parties may read. */
    public Mono<List<Recall>> of(Tx tx, Goods goods) {
        return holding(goods).flatMap(codes -> codes.isEmpty() ? Mono.just(List.of()) : shelf.byCodes(tx, codes));
    }
}
