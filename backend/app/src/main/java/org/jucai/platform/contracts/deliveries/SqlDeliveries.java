package org.jucai.platform.contracts.deliveries;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.contracts.DeliveryTerms;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The shelf of deliveries. */
@Component
class SqlDeliveries {

    private static final String COLUMNS = """
            id, code, contract_id, item_id, round_id, association_id, seller_id, buyer_id, member_id, store_id, grade, size, packing, zone, place, window_from_on, window_to_on,
            settling_ticket, difference_permille, planned_kg, planned_on, trip_id, planned_at, status, version, plate, driver, phone, loaded_kg, expected_at,
            notified_at, arrived_at, settled_kg, report, said""";

    private static final String ADD = """
            insert into delivery (id, code, contract_id, item_id, round_id, association_id, seller_id, buyer_id, member_id, store_id, grade, size, packing, zone, place,
                window_from_on, window_to_on, settling_ticket, difference_permille, planned_kg, planned_on, trip_id, planned_at, status, version)
            values (:id, :code, :contract, :item, :round, :association, :seller, :buyer, :member, :store, :grade, :size, :packing, :zone, :place,
                :from, :to, :ticket, :permille, :planned, :on, :trip, :at, 'PLANNED', 1)
            """;

    private static final String MOVE = """
            update delivery set status = :status, version = :version, plate = :plate, driver = :driver, phone = :phone, loaded_kg = :loaded, expected_at = :expected,
                notified_at = :notified, arrived_at = :arrived, settled_kg = :settled, report = :report, said = :said
            where id = :id and version = :version - 1
            """;

    private static final String LIST = "select " + COLUMNS + """
             from delivery where (:contract::uuid is null or contract_id = :contract) and (:statuses::text[] is null or status = any(:statuses))
               and (:code::text is null or code = :code or plate = :code)
               and (:after::uuid is null or (planned_on, id) > (select d.planned_on, d.id from delivery d where d.id = :after))
            order by planned_on, id limit :limit
            """;

    private static final String ON_ITS_WAY = "select " + COLUMNS + """
             from delivery where status in ('NOTIFIED', 'ARRIVED', 'GATE_CHECKED') and id = any(:ids) order by id limit 2 for update
            """;

    /** More than a batch can name, but for a plate that stands on very many. */
    private static final int MOST_HELD = 1_000;

    private static final String HOLD_ALL = "select " + COLUMNS + """
             from delivery where code = any(:codes) or plate = any(:plates) and status in ('NOTIFIED', 'ARRIVED', 'GATE_CHECKED')
            order by id limit :limit for update
            """;

    /** What stayed of deliveries, and what is still to come. */
    private static final String SUMS = """
            select item_id, coalesce(sum(settled_kg) filter (where status in ('WEIGHED', 'UNLOADED', 'AT_MEMBER', 'IN_STORE', 'RELEASED')), 0)::bigint as delivered,
                   count(*) filter (where status in ('PLANNED', 'NOTIFIED', 'ARRIVED', 'GATE_CHECKED'))::int as coming,
                   count(*) filter (where status in ('PLANNED', 'NOTIFIED', 'ARRIVED', 'GATE_CHECKED', 'WEIGHED', 'UNLOADED', 'IN_STORE')
                       or status = 'AT_MEMBER' and buyer_id <> member_id)::int as open
            from delivery where contract_id = :contract group by item_id
            """;

    /** @param coming deliveries that are planned or on their way; {@code open}: those and all whose goods are not yet the member's own */
    record Sum(UUID itemId, Kilograms delivered, int coming, int open) {}

    Mono<Void> add(Tx tx, Delivery delivery, Instant at) {
        Delivery.Agreed agreed = delivery.agreed();
        Concerned concerned = delivery.concerned();
        return tx.sql(ADD)
                .bind("id", delivery.id()).bind("code", delivery.code()).bind("contract", delivery.of().contractId()).bind("item", delivery.of().itemId())
                .bind("round", delivery.of().roundId()).bind("association", delivery.of().associationId()).bind("seller", concerned.sellerId()).bind("buyer", concerned.buyerId()).bind("member", concerned.memberId())
                .bind("store", Bind.maybe(concerned.storeId().orElse(null), UUID.class))
                .bind("grade", agreed.grade()).bind("size", agreed.size()).bind("packing", agreed.packing()).bind("zone", agreed.zone()).bind("place", agreed.place())
                .bind("from", agreed.fromOn()).bind("to", agreed.toOn()).bind("ticket", agreed.ticket().name()).bind("permille", agreed.differencePermille())
                .bind("planned", delivery.planned().mass().kg()).bind("on", delivery.planned().on())
                .bind("trip", Bind.maybe(delivery.planned().tripId().orElse(null), UUID.class)).bind("at", Bind.at(at))
                .fetch().rowsUpdated().then();
    }

    Mono<Boolean> move(Tx tx, Delivery after) {
        Optional<Delivery.Notice> notice = after.notice();
        return tx.sql(MOVE)
                .bind("status", after.status().name()).bind("version", after.version()).bind("id", after.id())
                .bind("plate", text(notice.map(Delivery.Notice::plate))).bind("driver", text(notice.map(Delivery.Notice::driver)))
                .bind("phone", text(notice.map(Delivery.Notice::phone))).bind("loaded", mass(notice.map(Delivery.Notice::loaded)))
                .bind("expected", at(notice.map(Delivery.Notice::expectedAt))).bind("notified", at(notice.map(Delivery.Notice::notifiedAt)))
                .bind("arrived", at(after.arrivedAt())).bind("settled", mass(after.settled()))
                .bind("report", text(after.passedBy())).bind("said", text(after.said()))
                .fetch().rowsUpdated().map(rows -> rows == 1);
    }

    private static Parameter text(Optional<String> text) {
        return Bind.maybe(text.orElse(null), String.class);
    }

    private static Parameter mass(Optional<Kilograms> mass) {
        return Bind.maybe(mass.map(Kilograms::kg).orElse(null), Long.class);
    }

    private static Parameter at(Optional<Instant> instant) {
        return Bind.maybe(instant.map(Bind::at).orElse(null), OffsetDateTime.class);
    }

    Mono<Delivery> find(Tx tx, UUID id) {
        return tx.sql("select " + COLUMNS + " from delivery where id = :id").bind("id", id).map(SqlDeliveries::delivery).one();
    }

    Mono<List<Delivery>> all(Tx tx, Set<UUID> ids) {
        return tx.sql("select " + COLUMNS + " from delivery where id = any(:ids) order by id").bind("ids", ids.toArray(UUID[]::new)).map(SqlDeliveries::delivery).all().collectList();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    Mono<Set<UUID>> came(Tx tx, UUID contractId) {
        return tx.sql("select id from delivery where contract_id = :contract and status in ('WEIGHED', 'UNLOADED', 'AT_MEMBER', 'IN_STORE', 'RELEASED')").bind("contract", contractId)
                .map(row -> row.get("id", UUID.class)).all().collectList().map(HashSet::new);
    }

    Mono<Delivery> findByCode(Tx tx, String code) {
        return tx.sql("select " + COLUMNS + " from delivery where code = :code").bind("code", code).map(SqlDeliveries::delivery).one();
    }

    /** Held until the transaction ends. */
    Mono<Delivery> hold(Tx tx, UUID id) {
        return tx.sql("select " + COLUMNS + " from delivery where id = :id for update").bind("id", id).map(SqlDeliveries::delivery).one();
    }

    /** Those with these codes, and those on their way or at the gate with these plates; held by their ids' order, as everybody does. */
    Mono<List<Delivery>> holdAll(Tx tx, Set<String> codes, Set<String> plates) {
        return tx.sql(HOLD_ALL).bind("codes", codes.toArray(String[]::new)).bind("plates", plates.toArray(String[]::new)).bind("limit", MOST_HELD)
                .map(SqlDeliveries::delivery).all().collectList();
    }

    /** Of those that are held. Two at most: who asks wants to know whether it is one. */
    Mono<List<Delivery>> onTheirWay(Tx tx, List<UUID> held) {
        return tx.sql(ON_ITS_WAY).bind("ids", held.toArray(UUID[]::new)).map(SqlDeliveries::delivery).all().collectList();
    }

    Mono<Page<Delivery>> list(Tx tx, DeliveryBoard.Wanted wanted) {
        String[] statuses = wanted.statuses().isEmpty() ? null : wanted.statuses().stream().map(Enum::name).toArray(String[]::new);
        return tx.sql(LIST)
                .bind("contract", Bind.maybe(wanted.contractId().orElse(null), UUID.class)).bind("statuses", Bind.maybe(statuses, String[].class))
                .bind("code", text(wanted.codeOrPlate())).bind("after", Bind.cursor(wanted.cursor())).bind("limit", wanted.limit() + 1)
                .map(SqlDeliveries::delivery).all().collectList()
                .map(rows -> Page.cut(rows, wanted.limit(), last -> last.id().toString()));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    Mono<List<Sum>> sums(Tx tx, UUID contractId) {
        return tx.sql(SUMS).bind("contract", contractId)
                .map(row -> new Sum(row.get("item_id", UUID.class), new Kilograms(row.get("delivered", Long.class)), row.get("coming", Integer.class), row.get("open", Integer.class)))
                .all().collectList();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Delivery delivery(Readable row) {
        Delivery.Item of = new Delivery.Item(row.get("contract_id", UUID.class), row.get("item_id", UUID.class), row.get("round_id", UUID.class),
                row.get("association_id", UUID.class));
        Delivery.Agreed agreed = new Delivery.Agreed(row.get("grade", String.class), row.get("size", String.class), row.get("packing", String.class),
                row.get("zone", String.class), row.get("place", String.class), row.get("window_from_on", LocalDate.class), row.get("window_to_on", LocalDate.class),
                DeliveryTerms.Ticket.valueOf(row.get("settling_ticket", String.class)), row.get("difference_permille", Integer.class));
        Concerned concerned = new Concerned(row.get("seller_id", UUID.class), row.get("buyer_id", UUID.class), row.get("member_id", UUID.class),
                Optional.ofNullable(row.get("store_id", UUID.class)));
        Delivery.Planned planned = new Delivery.Planned(new Kilograms(row.get("planned_kg", Long.class)), row.get("planned_on", LocalDate.class),
                Optional.ofNullable(row.get("trip_id", UUID.class)));
        return new Delivery(row.get("id", UUID.class), row.get("code", String.class), of, agreed, concerned, planned,
                DeliveryStatus.valueOf(row.get("status", String.class)), row.get("version", Long.class), notice(row),
                Optional.ofNullable(row.get("arrived_at", Instant.class)), Optional.ofNullable(row.get("settled_kg", Long.class)).map(Kilograms::new),
                Optional.ofNullable(row.get("report", String.class)), Optional.ofNullable(row.get("said", String.class)));
    }

    @SuppressWarnings("NullAway") // a notice stands as a whole
    private static Optional<Delivery.Notice> notice(Readable row) {
        return Optional.ofNullable(row.get("plate", String.class)).map(plate -> new Delivery.Notice(plate, row.get("driver", String.class),
                row.get("phone", String.class), new Kilograms(row.get("loaded_kg", Long.class)), row.get("expected_at", Instant.class),
                row.get("notified_at", Instant.class)));
    }
}
