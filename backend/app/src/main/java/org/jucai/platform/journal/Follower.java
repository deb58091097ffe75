package org.jucai.platform.journal;

import java.util.function.Function;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import reactor.core.publisher.Mono;

/** Follows the feed to its end, part by part, each in a transaction of the background role; idle, it only looks where the feed ends. */
public final class Follower {

    private final Database database;
    private final Feed feed;
    private final int atOnce;
    private final Function<Tx, Mono<Part>> bring;
    private volatile Position upTo = Position.START;

    /** What one transaction brought: how many events, and where the reader stands after them. */
    public record Part(int events, Position upTo) {}

    /**
     * @param atOnce so many events are in a part; one that is full is followed by another
     * @param bring works on the next part and moves the reader's cursor
     */
    public Follower(Database database, Feed feed, int atOnce, Function<Tx, Mono<Part>> bring) {
        this.database = database;
        this.feed = feed;
        this.atOnce = atOnce;
        this.bring = bring;
    }

    /** Brings what the feed holds now; tells how many events. */
    public Mono<Integer> follow() {
        return database.read(Scope.background(), feed::end)
                .filter(end -> end.compareTo(upTo) > 0)
                .flatMap(end -> database.write(Scope.background(), bring).doOnNext(part -> upTo = part.upTo()))
                .flatMap(part -> part.events() == atOnce ? follow().map(more -> more + part.events()) : Mono.just(part.events()))
                .defaultIfEmpty(0);
    }
}
