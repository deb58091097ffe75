package org.jucai.platform.contracts.weighing;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The shelf of weigh tickets. */
@Component
class SqlWeighTickets {

    private static final String COLUMNS = "id, delivery_id, side, bridge, number, gross_kg, tare_kg, stated_at, entered_at, entered_by";

    /** Who enters the same ticket at the same moment waits for the other and then adds nothing. */
    private static final String ADD = """
            insert into weigh_ticket (id, delivery_id, position, side, bridge, number, bridge_key, number_key, gross_kg, tare_kg, stated_at, entered_at, entered_by)
            values (:id, :delivery, :position, :side, :bridge, :number, :bridgeKey, :numberKey, :gross, :tare, :stated, :entered, :by)
            on conflict on constraint weigh_ticket_counts_once_ever do nothing
            """;

    /** The names of tickets are taken before they are entered, lowest first: who enters many at once waits for nobody who waits for it. */
    private static final String HOLD = """
            select count(pg_advisory_xact_lock(one.name)) from (
                select distinct hashtextextended(name, 3) as name from unnest(:names::text[]) name order by 1) one
            """;

    private static final String LIST = "select " + COLUMNS + " from weigh_ticket where delivery_id = any(:deliveries) order by delivery_id, position";

    /** @param position its place among the delivery's tickets; the delivery is held, so no two have the same */
    Mono<Boolean> add(Tx tx, WeighTicket ticket, int position) {
        Weighing weighing = ticket.weighing();
        return tx.sql(ADD)
                .bind("id", ticket.id()).bind("delivery", ticket.deliveryId()).bind("position", position).bind("side", weighing.side().name())
                .bind("bridge", weighing.bridge()).bind("number", weighing.number())
                .bind("bridgeKey", WeighingRules.key(weighing.bridge())).bind("numberKey", WeighingRules.key(weighing.number()))
                .bind("gross", weighing.gross().kg()).bind("tare", weighing.tare().kg())
                .bind("stated", Bind.at(weighing.statedAt())).bind("entered", Bind.at(ticket.enteredAt())).bind("by", ticket.enteredBy())
                .fetch().rowsUpdated().map(rows -> rows == 1);
    }

    /** No blank stands in a key, so the line break keeps weighbridge and number apart. */
    Mono<Void> hold(Tx tx, List<Weighing> weighings) {
        String[] names = weighings.stream().map(each -> WeighingRules.key(each.bridge()) + "\n" + WeighingRules.key(each.number())).distinct().toArray(String[]::new);
        return tx.sql(HOLD).bind("names", names).mapValue(Long.class).one().then();
    }

    Mono<List<WeighTicket>> of(Tx tx, Set<UUID> deliveries) {
        if (deliveries.isEmpty()) return Mono.just(List.of());
        return tx.sql(LIST).bind("deliveries", deliveries.toArray(UUID[]::new)).map(SqlWeighTickets::ticket).all().collectList();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static WeighTicket ticket(Readable row) {
        Weighing weighing = new Weighing(Side.valueOf(row.get("side", String.class)), row.get("bridge", String.class), row.get("number", String.class),
                new Kilograms(row.get("gross_kg", Long.class)), new Kilograms(row.get("tare_kg", Long.class)), row.get("stated_at", Instant.class));
        return new WeighTicket(row.get("id", UUID.class), row.get("delivery_id", UUID.class), weighing, row.get("entered_at", Instant.class),
                row.get("entered_by", UUID.class));
    }
}
