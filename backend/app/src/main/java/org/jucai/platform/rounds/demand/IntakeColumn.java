package org.jucai.platform.rounds.demand;

import java.lang.reflect.Array;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.FenPerTonne;
import tools.jackson.databind.json.JsonMapper;

/**
 * One column of a batch: its values travel as one typed array, which the database unfolds for a third of what reading the
 * rows as JSON costs it.
 *
 * @param sent what an element is as it travels
 * @param meant what it is in the row; an array in an array travels as its text
 */
record IntakeColumn(String name, Class<?> element, String sent, String meant, Function<Intake.Entry, @Nullable Object> of) {

    private static IntakeColumn text(String name, Function<Intake.Entry, @Nullable Object> of) {
        return new IntakeColumn(name, String.class, "text", "text", of);
    }

    private static IntakeColumn date(String name, Function<Intake.Entry, @Nullable Object> of) {
        return new IntakeColumn(name, String.class, "text", "date", entry -> String.valueOf(of.apply(entry)));
    }

    private static IntakeColumn texts(String name, Function<Intake.Entry, List<String>> of) {
        return new IntakeColumn(name, String.class, "text", "text[]", entry -> literal(of.apply(entry)));
    }

    private static IntakeColumn id(String name, Function<Intake.Entry, UUID> of) {
        return new IntakeColumn(name, UUID.class, "uuid", "uuid", of::apply);
    }

    private static IntakeColumn number(String name, Function<Intake.Entry, @Nullable Long> of) {
        return new IntakeColumn(name, Long.class, "bigint", "bigint", of::apply);
    }

    private static IntakeColumn truth(String name, Function<Intake.Entry, Boolean> of) {
        return new IntakeColumn(name, Boolean.class, "boolean", "boolean", of::apply);
    }

    /** All columns of a batch, in the order in which they are sent. */
    static List<IntakeColumn> all(JsonMapper json) {
        return Stream.of(command(json), asked(), delivered(json)).flatMap(List::stream).toList();
    }

    private static List<IntakeColumn> command(JsonMapper json) {
        return List.of(
                number("round_version", Intake.Entry::roundVersion),
                id("actor_id", entry -> entry.asked().actor()),
                id("party_id", entry -> entry.asked().caller().actor().partyId()),
                text("entry", entry -> entry.asked().caller().actor().entry().name()),
                text("key", entry -> entry.asked().key()),
                new IntakeColumn("body_hash", String.class, "text", "bytea",
                        entry -> "\\x" + HexFormat.of().formatHex(entry.asked().bodyHash())),
                text("type", entry -> entry.event().type()),
                new IntakeColumn("body", String.class, "text", "jsonb", entry -> json.writeValueAsString(entry.event())));
    }

    private static List<IntakeColumn> asked() {
        return List.of(
                id("id", entry -> line(entry).id()),
                id("round_id", entry -> line(entry).roundId()),
                text("code", entry -> line(entry).code()),
                id("enterprise_id", entry -> line(entry).enterpriseId()),
                text("status", entry -> line(entry).status().name()),
                number("version", entry -> line(entry).version()),
                texts("accepted_grades", entry -> line(entry).acceptedGrades()),
                truth("or_better", entry -> line(entry).orBetter()),
                number("minimum_kg", entry -> line(entry).minimum().kg()),
                number("target_kg", entry -> line(entry).target().kg()),
                number("maximum_kg", entry -> line(entry).maximum().kg()),
                number("price_cap_fen_per_tonne", entry -> line(entry).priceCap().map(FenPerTonne::fen).orElse(null)));
    }

    private static List<IntakeColumn> delivered(JsonMapper json) {
        return List.of(
                id("delivery_point_id", entry -> line(entry).place().id()),
                text("delivery_point_name", entry -> line(entry).place().name()),
                text("zone", entry -> line(entry).place().zone()),
                date("from_on", entry -> line(entry).window().fromOn()),
                date("to_on", entry -> line(entry).window().toOn()),
                date("window_from_on", entry -> line(entry).shownUnder().fromOn()),
                date("window_to_on", entry -> line(entry).shownUnder().toOn()),
                text("kiln_type", entry -> line(entry).kilnType().map(Enum::name).orElse(null)),
                text("size", entry -> line(entry).size().name()),
                text("packing", entry -> line(entry).packing().name()),
                texts("approved_sources", entry -> line(entry).approvedSources()),
                text("invoices", entry -> line(entry).invoices().name()),
                text("payment", entry -> line(entry).payment().name()),
                new IntakeColumn("spec_overrides", String.class, "text", "jsonb", entry -> json.writeValueAsString(line(entry).specOverrides())),
                text("remark", entry -> line(entry).remark()),
                truth("entered_for_member", entry -> line(entry).enteredForMember()),
                new IntakeColumn("submitted_at", String.class, "text", "timestamptz", entry -> line(entry).submittedAt().toString()));
    }

    private static DemandLine line(Intake.Entry entry) {
        return entry.event().line();
    }

    /** The columns as a row source: {@code select … from unnest(…) with ordinality}. */
    static String unfolded(List<IntakeColumn> columns) {
        return "select g.ord, " + columns.stream().map(one -> "g." + one.name() + (one.sent().equals(one.meant()) ? "" : "::" + one.meant()))
                .collect(Collectors.joining(", "))
                + " from unnest(" + columns.stream().map(one -> ":" + one.name() + "::" + one.sent() + "[]").collect(Collectors.joining(", "))
                + ") with ordinality as g(" + columns.stream().map(IntakeColumn::name).collect(Collectors.joining(", ")) + ", ord)";
    }

    /** The column of these entries. */
    Object values(List<Intake.Entry> entries) {
        Object values = Array.newInstance(element, entries.size());
        for (int i = 0; i < entries.size(); i++) Array.set(values, i, of.apply(entries.get(i)));
        return values;
    }

    /** An array as the database writes it: each text in quotes, quotes and backslashes escaped. */
    private static String literal(List<String> texts) {
        return texts.stream()
                .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
