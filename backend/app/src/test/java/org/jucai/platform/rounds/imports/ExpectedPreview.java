package org.jucai.platform.rounds.imports;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jucai.platform.rounds.workbook.DemandLine;
import org.jucai.platform.rounds.workbook.Payment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares a preview as it left by HTTP with the published outcome of every row and names each difference. */
final class ExpectedPreview {

    private final List<String> differences = new ArrayList<>();

    static List<String> differences(JsonNode preview, List<JsonNode> rows, Path expected) {
        ExpectedPreview compared = new ExpectedPreview();
        JsonNode file = new JsonMapper().readTree(expected.toFile());
        JsonNode totals = file.get("totals");
        compared.same("accepted", totals.get("accepted_lines").asInt(), preview.at("/counts/accepted").asInt());
        compared.same("confirm", totals.get("needs_confirmation_lines").asInt(), preview.at("/counts/needsConfirmation").asInt());
        compared.same("rejected", totals.get("rejected_lines").asInt(), preview.at("/counts/rejected").asInt());
        compared.same("not data", totals.get("not_data_rows").asInt(), preview.at("/counts/notData").asInt());
        compared.same("enterprises", totals.get("accepted_enterprises").asInt(), preview.at("/counts/enterprises").asInt());
        compared.same("kg", totals.get("accepted_qty_kg").asLong(), preview.at("/counts/targetKg").asLong());
        compared.same("grades", totals.get("accepted_by_grade").size(), preview.path("byGrade").size());
        List<JsonNode> wanted = new ArrayList<>();
        List<String> sheets = new ArrayList<>();
        file.get("sheets").forEach(sheet -> sheet.get("rows").forEach(row -> {
            wanted.add(row);
            sheets.add(sheet.get("name").asString());
        }));
        compared.same("rows", wanted.size(), rows.size());
        for (int i = 0; i < Math.min(wanted.size(), rows.size()); i++) compared.row(sheets.get(i), wanted.get(i), rows.get(i));
        return compared.differences;
    }

    private void row(String sheet, JsonNode expected, JsonNode row) {
        String where = "row " + expected.get("row").asInt() + " ";
        same(where, sheet, row.path("sheet").asString());
        same(where, expected.get("row").asInt(), row.path("row").asInt());
        same(where + "status", expected.get("status").asString(), row.path("status").asString());
        if (expected.has("reasons") || !expected.has("kind")) {
            same(where + "reasons", expected.has("reasons") ? expected.get("reasons").toString() : "[]", row.path("reasons").toString());
        }
        if (expected.has("kind")) same(where, expected.get("kind").asString(), row.path("kind").asString(""));
        if (expected.has("duplicate_of")) same(where, expected.get("duplicate_of").asInt(), row.path("duplicateOf").asInt());
        if (expected.has("line")) line(where + "line ", expected.get("line"), row.path("line"));
        if (expected.has("suggested") && !expected.get("suggested").isNull()) line(where + "suggested ", expected.get("suggested"), row.path("suggested"));
    }

    private void line(String where, JsonNode expected, JsonNode line) {
        same(where, expected.get("enterprise").asString(), line.path("enterpriseCode").asString(""));
        same(where, expected.get("uscc").asString(), line.path("uscc").asString(""));
        same(where, expected.get("name").asString(), line.path("enterpriseName").asString(""));
        same(where, expected.get("grade").asString(), line.path("grade").asString(""));
        same(where, expected.get("substitutes").toString(), line.path("substitutes").toString());
        same(where + "min", number(expected.get("min_kg")), number(line.path("minimumKg")));
        same(where + "qty", number(expected.get("qty_kg")), number(line.path("targetKg")));
        same(where + "max", number(expected.get("max_kg")), number(line.path("maximumKg")));
        same(where + "cap", number(expected.get("cap_fen_per_t")), number(line.path("priceCapFenPerTonne")));
        same(where, expected.get("delivery_place").asString(), line.path("deliveryPlace").asString(""));
        same(where, expected.get("delivery_from").asString(), line.path("deliveryFromOn").asString(""));
        same(where, expected.get("delivery_to").asString(), line.path("deliveryToOn").asString(""));
        same(where, expected.get("payment").asString(), payment(line) == null ? "" : payment(line).label());
        same(where, expected.get("remark").asString(), line.path("remark").asString(""));
    }

    private static Payment payment(JsonNode line) {
        return line.hasNonNull("payment") ? Payment.valueOf(line.path("payment").asString()) : null;
    }

    private static Long number(JsonNode node) {
        return node.isNumber() ? node.asLong() : null;
    }

    /** A line as the preview shows it, to be written into another workbook. */
    static DemandLine line(JsonNode line) {
        List<String> substitutes = new ArrayList<>();
        line.path("substitutes").forEach(grade -> substitutes.add(grade.asString()));
        return new DemandLine(line.path("enterpriseCode").asString(), line.path("uscc").asString(), line.path("enterpriseName").asString(),
                line.path("grade").asString(), substitutes, number(line.path("minimumKg")), line.path("targetKg").asLong(),
                number(line.path("maximumKg")), number(line.path("priceCapFenPerTonne")), line.path("deliveryPlace").asString(), null,
                LocalDate.parse(line.path("deliveryFromOn").asString()), LocalDate.parse(line.path("deliveryToOn").asString()), payment(line),
                line.path("remark").asString(""));
    }

    private void same(String what, Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) differences.add(what + ": expected " + expected + ", was " + actual);
    }
}
