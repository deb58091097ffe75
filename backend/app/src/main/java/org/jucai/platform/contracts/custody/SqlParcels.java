package org.jucai.platform.contracts.custody;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The shelf of parcels: rows are added and ended, never changed. */
@Component
class SqlParcels {

    private static final String ADD = """
            insert into custody_parcel (id, delivery_id, mass_kg, place, keeper_id, owner_id, pledgee_id, under_test, made_by)
            values (:id, :delivery, :mass, :place, :keeper, :owner, :pledgee, :underTest, :by)
            """;

    private static final String END = "update custody_parcel set ended_by = :by where id = any(:ids) and delivery_id = :delivery and ended_by is null";

    private static final String STANDING = """
            select id, delivery_id, mass_kg, place, keeper_id, owner_id, pledgee_id, under_test from custody_parcel
            where delivery_id = any(:deliveries) and ended_by is null order by id
            """;

    /** The number of the delivery's last move; 0 where none was. */
    Mono<Long> moves(Tx tx, UUID delivery) {
        return tx.sql("select coalesce(max(greatest(made_by, coalesce(ended_by, 0))), 0) from custody_parcel where delivery_id = :delivery")
                .bind("delivery", delivery).mapValue(Long.class).one();
    }

    /** How many of those that should end did. */
    Mono<Long> end(Tx tx, UUID delivery, List<UUID> ids, long by) {
        if (ids.isEmpty()) return Mono.just(0L);
        return tx.sql(END).bind("by", by).bind("ids", ids.toArray(UUID[]::new)).bind("delivery", delivery).fetch().rowsUpdated();
    }

    Mono<Void> add(Tx tx, List<Parcel> parcels, long by) {
        return Flux.fromIterable(parcels).concatMap(parcel -> add(tx, parcel, by)).then();
    }

    private static Mono<Long> add(Tx tx, Parcel parcel, long by) {
        Standing standing = parcel.standing();
        return tx.sql(ADD)
                .bind("id", parcel.id()).bind("delivery", parcel.deliveryId()).bind("mass", parcel.mass().kg())
                .bind("place", standing.place().kind().name()).bind("keeper", standing.place().keeperId()).bind("owner", standing.ownerId())
                .bind("pledgee", Bind.maybe(standing.pledgeeId().orElse(null), UUID.class)).bind("underTest", standing.underTest()).bind("by", by)
                .fetch().rowsUpdated();
    }

    Mono<List<Parcel>> standing(Tx tx, Set<UUID> deliveries) {
        if (deliveries.isEmpty()) return Mono.just(List.of());
        return tx.sql(STANDING).bind("deliveries", deliveries.toArray(UUID[]::new)).map(SqlParcels::parcel).all().collectList();
    }

    /** As it stood, also where it ended long ago. */
    Mono<Parcel> find(Tx tx, UUID id) {
        return tx.sql("select id, delivery_id, mass_kg, place, keeper_id, owner_id, pledgee_id, under_test from custody_parcel where id = :id").bind("id", id)
                .map(SqlParcels::parcel).one();
    }

    /** A move that ends several parcels at once may have made any of what it made of any of them. */
    Mono<List<Parcel>> became(Tx tx, UUID id) {
        return tx.sql("""
                with recursive made as (
                    select id, delivery_id, ended_by from custody_parcel where id = :id
                    union
                    select next.id, next.delivery_id, next.ended_by from custody_parcel next join made on next.delivery_id = made.delivery_id and next.made_by = made.ended_by)
                select p.id, p.delivery_id, p.mass_kg, p.place, p.keeper_id, p.owner_id, p.pledgee_id, p.under_test
                from made join custody_parcel p on p.id = made.id where p.ended_by is null order by p.id limit 500
                """).bind("id", id).map(SqlParcels::parcel).all().collectList();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Parcel parcel(Readable row) {
        Place place = new Place(Place.Kind.valueOf(row.get("place", String.class)), row.get("keeper_id", UUID.class));
        Standing standing = new Standing(place, row.get("owner_id", UUID.class), Optional.ofNullable(row.get("pledgee_id", UUID.class)),
                Boolean.TRUE.equals(row.get("under_test", Boolean.class)));
        return new Parcel(row.get("id", UUID.class), row.get("delivery_id", UUID.class), new Kilograms(row.get("mass_kg", Long.class)), standing);
    }
}
