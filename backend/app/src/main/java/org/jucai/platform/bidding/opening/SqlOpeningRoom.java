package org.jucai.platform.bidding.opening;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jucai.platform.bidding.offer.Faulty;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The shelf of the opening room, as those see it who may watch. */
@Component
class SqlOpeningRoom {

    private static final String ENVELOPES = """
            select e.supplier_id, e.position, e.version, e.sha256, e.received_at, e.log_position, e.header_state, e.header_faults, e.header_deceit,
                   e.header_wrong, e.wrong, cardinality(e.asked) as asked, e.settled, e.left_because,
                   (select count(*)::int from opening_section s where s.round_id = e.round_id and s.call = e.call and s.supplier_id = e.supplier_id
                    and s.state = 'DISPUTED') as disputed,
                   array(select r.trustee from opening_release r where r.round_id = e.round_id and r.call = e.call and r.supplier_id = e.supplier_id
                         and r.phase = 'HEADERS' order by r.trustee) as headers_by,
                   array(select r.trustee from opening_release r where r.round_id = e.round_id and r.call = e.call and r.supplier_id = e.supplier_id
                         and r.phase = 'SECTIONS' order by r.trustee) as sections_by
            from opening_envelope e where e.round_id = :round and e.call = :call order by e.position limit 2000
            """;

    private static final String LOTS = """
            select supplier_id, section, lot, state, because, deceit from opening_section
            where round_id = :round and call = :call and (:supplier::uuid is null or supplier_id = :supplier)
              and (supplier_id, section) > (:after_supplier::uuid, :after_section)
            order by supplier_id, section limit :limit
            """;

    private static final Pattern CURSOR = Pattern.compile("([0-9a-f-]{36})\\.([0-9]{1,4})");
    private static final UUID FIRST = new UUID(0, 0);

    private final JsonMapper json;

    SqlOpeningRoom(JsonMapper json) {
        this.json = json;
    }

    private record Place(UUID supplier, int section) {}

    Mono<List<OpeningEnvelope>> envelopes(Tx tx, RoundOpening opening) {
        return tx.sql(ENVELOPES).bind("round", opening.roundId()).bind("call", opening.call()).map(this::envelope).all().collectList();
    }

    Mono<Page<OpeningLot>> lots(Tx tx, int call, OpeningBoard.Question asked) {
        Place after = after(asked.cursor());
        return tx.sql(LOTS).bind("round", asked.roundId()).bind("call", call).bind("supplier", Bind.maybe(asked.supplierId(), UUID.class))
                .bind("after_supplier", after.supplier()).bind("after_section", after.section()).bind("limit", asked.limit() + 1)
                .map(SqlOpeningRoom::lot).all().collectList()
                .map(rows -> Page.cut(rows, asked.limit(), last -> last.supplierId() + "." + last.section()));
    }

    private static Place after(@org.jspecify.annotations.Nullable String cursor) {
        if (cursor == null) return new Place(FIRST, 0);
        Matcher place = CURSOR.matcher(cursor);
        if (!place.matches()) throw new RefusedException(CommonRefusal.BAD_REQUEST);
        try {
            return new Place(UUID.fromString(place.group(1)), Integer.parseInt(place.group(2)));
        } catch (IllegalArgumentException foreign) {
            throw new RefusedException(CommonRefusal.BAD_REQUEST);
        }
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private OpeningEnvelope envelope(Readable row) {
        List<Lie> lies = Stream.concat(lies(row, "header_wrong"), lies(row, "wrong")).toList();
        return new OpeningEnvelope(row.get("supplier_id", UUID.class), row.get("position", Integer.class), row.get("version", Integer.class),
                row.get("sha256", String.class), row.get("received_at", Instant.class), row.get("log_position", Long.class),
                SealState.valueOf(row.get("header_state", String.class)),
                List.of(json.readValue(row.get("header_faults", Json.class).asString(), Faulty[].class)), Optional.ofNullable(row.get("header_deceit", String.class)),
                row.get("asked", Integer.class), row.get("settled", Integer.class), row.get("disputed", Integer.class), List.of(row.get("headers_by", Integer[].class)),
                List.of(row.get("sections_by", Integer[].class)), lies, Optional.ofNullable(row.get("left_because", String.class)));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private Stream<Lie> lies(Readable row, String column) {
        return Stream.of(json.readValue(row.get(column, Json.class).asString(), Lie[].class));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static OpeningLot lot(Readable row) {
        return new OpeningLot(row.get("supplier_id", UUID.class), row.get("section", Integer.class), row.get("lot", String.class),
                SealState.valueOf(row.get("state", String.class)), Optional.ofNullable(row.get("because", String.class)).map(LotsToOpen.Because::valueOf),
                Optional.ofNullable(row.get("deceit", String.class)));
    }
}
