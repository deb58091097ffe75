package org.jucai.platform.recovery.swaps;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The shelf of swaps. */
@Component
class SqlSwaps {

    private static final String COLUMNS = """
            id, code, round_id, association_id, group_id, seller_id, lot_id, lot_code, grade, seller_agrees, mass_kg, to_id, status, offered_at, taker_id, confirmed, agreed,
            ended_party, ended_at, ended_words, version""";

    private static final String ADD = """
            insert into swap (id, code, round_id, association_id, group_id, seller_id, lot_id, lot_code, grade, seller_agrees, mass_kg, to_id, status, offered_at, confirmed, agreed, version)
            values (:id, :code, :round, :association, :group, :seller, :lot, :lotCode, :grade, :sellerAgrees, :mass, :to, 'OFFERED', :at, false, false, 1)
            """;

    private static final String MOVE = """
            update swap set status = :status, taker_id = :taker, confirmed = :confirmed, agreed = :agreed, ended_party = :party, ended_at = :ended, ended_words = :words, version = :version
            where id = :id and version = :version - 1
            """;

    private static final String ADD_SIDE = """
            insert into swap_side (swap_id, side, party_id, person_id, item_id, line_id, line_code, allocation_id, at)
            values (:swap, :side, :party, :person, :item, :line, :lineCode, :allocation, :at)
            """;

    private static final String LIST = "select " + COLUMNS + """
             from swap where (:status::text is null or status = :status) and (:before::uuid is null or id < :before) order by id desc limit :limit
            """;

    /** The mark first: by it whoever offers reads the row. */
    Mono<Void> add(Tx tx, Swap it) {
        Swap.Of of = it.of();
        return tx.sql(ADD).bind("id", it.id()).bind("code", it.code()).bind("round", of.roundId()).bind("association", of.associationId()).bind("group", of.groupId())
                .bind("seller", of.sellerId()).bind("lot", of.lotId()).bind("lotCode", of.lotCode()).bind("grade", of.grade()).bind("sellerAgrees", of.sellerAgrees())
                .bind("mass", it.mass().kg()).bind("to", Bind.maybe(it.to().orElse(null), UUID.class)).bind("at", Bind.at(it.offeredAt())).fetch().rowsUpdated()
                .then(side(tx, it.id(), "GIVER", it.giver().orElseThrow()));
    }

    /** Who is second finds it taken. */
    Mono<Void> side(Tx tx, UUID swap, String side, Swap.Side of) {
        return tx.sql("insert into swap_own (swap_id, party_id) values (:swap, :party)").bind("swap", swap).bind("party", of.partyId()).fetch().rowsUpdated()
                .then(tx.sql(ADD_SIDE).bind("swap", swap).bind("side", side).bind("party", of.partyId()).bind("person", of.personId()).bind("item", of.itemId()).bind("line", of.lineId())
                        .bind("lineCode", of.lineCode()).bind("allocation", of.allocationId()).bind("at", Bind.at(of.at())).fetch().rowsUpdated())
                .onErrorMap(DuplicateKeyException.class, first -> new RefusedException(CommonRefusal.VERSION_CONFLICT)).then();
    }

    /** False where somebody was first. */
    Mono<Boolean> move(Tx tx, Swap after) {
        Swap.State state = after.state();
        return tx.sql(MOVE).bind("status", state.status().name()).bind("taker", Bind.maybe(state.takerId().orElse(null), UUID.class)).bind("confirmed", state.confirmed())
                .bind("agreed", state.agreed()).bind("party", Bind.maybe(state.ended().map(Swap.Ended::partyId).orElse(null), UUID.class))
                .bind("ended", Bind.maybe(state.ended().map(end -> Bind.at(end.at())).orElse(null), OffsetDateTime.class))
                .bind("words", Bind.maybe(state.ended().map(Swap.Ended::words).orElse(null), String.class)).bind("version", after.version()).bind("id", after.id())
                .fetch().rowsUpdated().map(rows -> rows == 1);
    }

    Mono<Swap> find(Tx tx, UUID id) {
        return tx.sql("select " + COLUMNS + " from swap where id = :id").bind("id", id).map(SqlSwaps::swap).one().flatMap(found -> sides(tx, List.of(found)).map(List::getFirst));
    }

    Mono<Page<Swap>> list(Tx tx, Optional<Swap.Status> status, @Nullable String cursor, int limit) {
        return tx.sql(LIST).bind("status", Bind.maybe(status.map(Enum::name).orElse(null), String.class)).bind("before", Bind.cursor(cursor)).bind("limit", limit + 1)
                .map(SqlSwaps::swap).all().collectList().map(rows -> Page.cut(rows, limit, last -> last.id().toString()))
                .flatMap(page -> sides(tx, page.items()).map(items -> new Page<>(items, page.nextCursor())));
    }

    private record Sided(UUID swapId, String side, Swap.Side of) {}

    /** As far as the reader may know them. */
    private Mono<List<Swap>> sides(Tx tx, List<Swap> bare) {
        Set<UUID> ids = bare.stream().map(Swap::id).collect(Collectors.toSet());
        return tx.sql("select swap_id, side, party_id, person_id, item_id, line_id, line_code, allocation_id, at from swap_side where swap_id = any(:ids)")
                .bind("ids", ids.toArray(UUID[]::new)).map(SqlSwaps::side).all().collectList()
                .map(found -> {
                    Map<UUID, Map<String, Swap.Side>> by = found.stream().collect(Collectors.groupingBy(Sided::swapId, Collectors.toMap(Sided::side, Sided::of)));
                    return bare.stream().map(it -> it.between(Optional.ofNullable(by.getOrDefault(it.id(), Map.of()).get("GIVER")),
                            Optional.ofNullable(by.getOrDefault(it.id(), Map.of()).get("TAKER")))).toList();
                });
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Sided side(Readable row) {
        return new Sided(row.get("swap_id", UUID.class), row.get("side", String.class), new Swap.Side(row.get("party_id", UUID.class), row.get("person_id", UUID.class),
                row.get("item_id", UUID.class), row.get("line_id", UUID.class), row.get("line_code", String.class), row.get("allocation_id", UUID.class), row.get("at", Instant.class)));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Swap swap(Readable row) {
        Swap.Of of = new Swap.Of(row.get("round_id", UUID.class), row.get("association_id", UUID.class), row.get("group_id", UUID.class), row.get("seller_id", UUID.class),
                row.get("lot_id", UUID.class), row.get("lot_code", String.class), row.get("grade", String.class), Boolean.TRUE.equals(row.get("seller_agrees", Boolean.class)));
        Optional<Swap.Ended> ended = Optional.ofNullable(row.get("ended_at", Instant.class))
                .map(at -> new Swap.Ended(row.get("ended_party", UUID.class), at, Optional.ofNullable(row.get("ended_words", String.class)).orElse("")));
        Swap.State state = new Swap.State(Swap.Status.valueOf(row.get("status", String.class)), Optional.ofNullable(row.get("taker_id", UUID.class)),
                Boolean.TRUE.equals(row.get("confirmed", Boolean.class)), Boolean.TRUE.equals(row.get("agreed", Boolean.class)), ended);
        return new Swap(row.get("id", UUID.class), row.get("code", String.class), of, new Kilograms(row.get("mass_kg", Long.class)), Optional.ofNullable(row.get("to_id", UUID.class)),
                row.get("offered_at", Instant.class), state, Optional.empty(), Optional.empty(), row.get("version", Long.class));
    }
}
