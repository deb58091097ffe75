package org.jucai.platform.catalogue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Answers what the catalogue says, from memory. The snapshot is read once and kept until something changes: a change in
 * this process drops it at once, a change in another is noticed within seconds by the sum of all versions.
 */
@Component
public class CatalogueBoard {

    private static final Duration FOR_EVER = Duration.ofMillis(Long.MAX_VALUE);

    private final Database database;
    private final SqlCatalogue shelf;
    private final StandardCatalogue standard;
    private final AtomicReference<@Nullable Mono<Held>> held = new AtomicReference<>();

    private record Held(long stand, Catalogue catalogue) {}

    CatalogueBoard(Database database, SqlCatalogue shelf, StandardCatalogue standard) {
        this.database = database;
        this.shelf = shelf;
        this.standard = standard;
    }

    /** The catalogue; a query only on the first call after a change. */
    public Mono<Catalogue> current() {
        return held().map(Held::catalogue);
    }

    /** To be called when a change has been committed. */
    public void forget() {
        held.set(null);
    }

    private Mono<Held> held() {
        Mono<Held> known = held.get();
        if (known != null) return known;
        Mono<Held> loading = standard.laid().then(load()).cache(_ -> FOR_EVER, _ -> Duration.ZERO, () -> Duration.ZERO);
        return held.compareAndSet(null, loading) ? loading : held();
    }

    private Mono<Held> load() {
        return database.read(Scope.nobody(), tx -> shelf.stand(tx).flatMap(stand -> shelf.read(tx).map(read -> new Held(stand, read))));
    }

    /** Follows what other processes change; also warms the snapshot up after the start. */
    @Scheduled(fixedDelayString = "${jucai.catalogue.look-every:5s}")
    Mono<Void> follow() {
        return held().flatMap(known -> database.read(Scope.nobody(), shelf::stand)
                .doOnNext(stand -> {
                    if (stand != known.stand()) forget();
                }))
                .then();
    }
}
