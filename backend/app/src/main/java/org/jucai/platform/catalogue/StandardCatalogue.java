package org.jucai.platform.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lays the grades, spellings and prices that come with the product, through the desk, so that each has its event. What
 * is there already stays as it is: a person may have revised it.
 */
@Component
class StandardCatalogue {

    /** The product itself, no person and no party. */
    private static final Actor PRODUCT = new Actor(
            new UUID(0, 0), new UUID(0, 0), PartyKind.PLATFORM, Set.of(Role.PLATFORM_ADMIN), Set.of(), Actor.Entry.CLOCK, false);

    private final Mono<Void> laid;
    private final Database database;
    private final CatalogueDesk desk;
    private final SqlCatalogue shelf;
    private final SqlPrices prices;
    private final Clock clock;

    StandardCatalogue(Database database, CatalogueDesk desk, SqlCatalogue shelf, SqlPrices prices, Clock clock) {
        this.database = database;
        this.desk = desk;
        this.shelf = shelf;
        this.prices = prices;
        this.clock = clock;
        this.laid = Mono.defer(this::lay)
                .cache(_ -> Duration.ofMillis(Long.MAX_VALUE), _ -> Duration.ZERO, () -> Duration.ZERO)
                .then();
    }

    /** Completes when the standard catalogue is there; lays it on the first call in this process, again after a failure. */
    Mono<Void> laid() {
        return laid;
    }

    private Mono<Boolean> lay() {
        StandardFiles files = StandardFiles.read();
        return database.write(Scope.background(), tx -> shelf.oneLays(tx)
                .then(shelf.read(tx))
                .flatMap(here -> lay(tx, Flux.fromIterable(files.missingFrom(here)), here))
                .flatMap(here -> lay(tx, Flux.fromIterable(files.prices()).filterWhen(asked -> prices.wasEntered(tx, asked.price()).map(was -> !was)), here))
                .thenReturn(true));
    }

    private Mono<Catalogue> lay(Tx tx, Flux<? extends CatalogueCommand> commands, Catalogue here) {
        Instant now = clock.instant();
        return commands.cast(CatalogueCommand.class).collectList().flatMap(all -> {
            Mono<Catalogue> laying = Mono.just(here);
            for (CatalogueCommand command : all) {
                laying = laying.flatMap(so -> desk.handle(tx, PRODUCT, now, command, so)).map(CatalogueDesk.Done::catalogue);
            }
            return laying;
        });
    }
}
