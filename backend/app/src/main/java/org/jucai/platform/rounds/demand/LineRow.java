package org.jucai.platform.rounds.demand;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.rounds.DateWindow;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A demand line as a row, and back. */
final class LineRow {

    static final String COLUMNS = """
            id, round_id, code, association_id, enterprise_id, status, version, accepted_grades, or_better, minimum_kg, target_kg,
            maximum_kg, price_cap_fen_per_tonne, delivery_point_id, delivery_point_name, zone, from_on, to_on, window_from_on,
            window_to_on, kiln_type, size, packing, approved_sources, invoices, payment, spec_overrides, remark,
            entered_for_member, lot_id, submitted_at""";

    /** The columns as {@code jsonb_to_recordset} wants them. */
    static final String TYPED = """
            id uuid, round_id uuid, code text, association_id uuid, enterprise_id uuid, status text, version bigint,
            accepted_grades text[], or_better boolean, minimum_kg bigint, target_kg bigint, maximum_kg bigint,
            price_cap_fen_per_tonne bigint, delivery_point_id uuid, delivery_point_name text, zone text, from_on date, to_on date,
            window_from_on date, window_to_on date, kiln_type text, size text, packing text, approved_sources text[],
            invoices text, payment text, spec_overrides jsonb, remark text, entered_for_member boolean, lot_id uuid,
            submitted_at timestamptz""";

    private static final TypeReference<List<DemandTerms.SpecOverride>> OVERRIDES = new TypeReference<>() {};

    private LineRow() {}

    static Map<String, @Nullable Object> of(DemandLine line) {
        Map<String, @Nullable Object> row = new HashMap<>(64);
        row.put("id", line.id());
        row.put("round_id", line.roundId());
        row.put("code", line.code());
        row.put("association_id", line.associationId());
        row.put("enterprise_id", line.enterpriseId());
        row.put("status", line.status());
        row.put("version", line.version());
        row.put("accepted_grades", line.acceptedGrades());
        row.put("or_better", line.orBetter());
        row.put("minimum_kg", line.minimum().kg());
        row.put("target_kg", line.target().kg());
        row.put("maximum_kg", line.maximum().kg());
        row.put("price_cap_fen_per_tonne", line.priceCap().map(FenPerTonne::fen).orElse(null));
        row.put("lot_id", line.lotId().orElse(null));
        row.put("submitted_at", line.submittedAt());
        delivery(line, row);
        return row;
    }

    private static void delivery(DemandLine line, Map<String, @Nullable Object> row) {
        row.put("delivery_point_id", line.place().id());
        row.put("delivery_point_name", line.place().name());
        row.put("zone", line.place().zone());
        row.put("from_on", line.window().fromOn());
        row.put("to_on", line.window().toOn());
        row.put("window_from_on", line.shownUnder().fromOn());
        row.put("window_to_on", line.shownUnder().toOn());
        row.put("kiln_type", line.kilnType().orElse(null));
        row.put("size", line.size());
        row.put("packing", line.packing());
        row.put("approved_sources", line.approvedSources());
        row.put("invoices", line.invoices());
        row.put("payment", line.payment());
        row.put("spec_overrides", line.specOverrides());
        row.put("remark", line.remark());
        row.put("entered_for_member", line.enteredForMember());
    }

    @SuppressWarnings("NullAway") // columns declared not null
    static DemandLine read(Readable row, JsonMapper json) {
        return new DemandLine(
                row.get("id", UUID.class),
                row.get("code", String.class),
                row.get("round_id", UUID.class),
                row.get("association_id", UUID.class),
                row.get("enterprise_id", UUID.class),
                LineStatus.valueOf(row.get("status", String.class)),
                row.get("version", Long.class),
                List.of(row.get("accepted_grades", String[].class)),
                row.get("or_better", Boolean.class),
                new Kilograms(row.get("minimum_kg", Long.class)),
                new Kilograms(row.get("target_kg", Long.class)),
                new Kilograms(row.get("maximum_kg", Long.class)),
                Optional.ofNullable(row.get("price_cap_fen_per_tonne", Long.class)).map(FenPerTonne::new),
                new Member.Place(row.get("delivery_point_id", UUID.class), row.get("delivery_point_name", String.class), row.get("zone", String.class)),
                new DateWindow(row.get("from_on", LocalDate.class), row.get("to_on", LocalDate.class)),
                new DateWindow(row.get("window_from_on", LocalDate.class), row.get("window_to_on", LocalDate.class)),
                Optional.ofNullable(row.get("kiln_type", String.class)).map(KilnType::valueOf),
                GrainSize.valueOf(row.get("size", String.class)),
                Packing.valueOf(row.get("packing", String.class)),
                List.of(row.get("approved_sources", String[].class)),
                Invoices.valueOf(row.get("invoices", String.class)),
                Payment.valueOf(row.get("payment", String.class)),
                json.readValue(row.get("spec_overrides", Json.class).asArray(), OVERRIDES),
                row.get("remark", String.class),
                row.get("entered_for_member", Boolean.class),
                Optional.ofNullable(row.get("lot_id", UUID.class)),
                row.get("submitted_at", Instant.class));
    }
}
