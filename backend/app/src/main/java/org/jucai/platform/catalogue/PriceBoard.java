package org.jucai.platform.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers what the price index says. */
@Component
public class PriceBoard {

    public static final int MOST_VERSIONS = 50;
    public static final int MOST_POINTS = 2_000;
    private static final UUID LAST = new UUID(-1L, -1L);

    private final Database database;
    private final SqlPrices shelf;

    PriceBoard(Database database, SqlPrices shelf) {
        this.database = database;
        this.shelf = shelf;
    }

    /** Entries in force, newest first. */
    public Mono<Page<PriceEntry>> page(@Nullable GradeCode grade, @Nullable String cursor, int limit) {
        Place after = cursor == null ? new Place(LocalDate.of(9999, 12, 31), LAST) : Place.read(cursor);
        return database.read(Scope.nobody(), tx -> shelf.page(tx, grade, after.on(), after.entry(), limit + 1).collectList())
                .map(rows -> Page.cut(rows, limit, entry -> new Place(entry.price().observedOn(), entry.id()).toString()));
    }

    /** The versions of an entry, newest first; refused where there is none. */
    public Mono<List<PriceEntry>> versions(UUID entry) {
        return database.read(Scope.nobody(), tx -> shelf.versions(tx, entry, MOST_VERSIONS).collectList())
                .filter(versions -> !versions.isEmpty())
                .switchIfEmpty(Mono.error(() -> new RefusedException(CatalogueRefusal.PRICE_ENTRY_NOT_FOUND)));
    }

    /** Entries in force of some grades within a span of days, newest first, one more than fit where there are more. */
    public Mono<List<PriceEntry>> span(List<GradeCode> grades, LocalDate from, LocalDate to) {
        return database.read(Scope.nobody(), tx -> shelf.series(tx, grades, from, to, MOST_POINTS + 1).collectList());
    }

    private record Place(LocalDate on, UUID entry) {

        static Place read(String cursor) {
            try {
                String[] parts = cursor.split("_", 2);
                return new Place(LocalDate.parse(parts[0]), UUID.fromString(parts[parts.length - 1]));
            } catch (DateTimeException | IllegalArgumentException unreadable) {
                throw new RefusedException(CommonRefusal.BAD_REQUEST);
            }
        }

        @Override
        public String toString() {
            return on + "_" + entry;
        }
    }
}
