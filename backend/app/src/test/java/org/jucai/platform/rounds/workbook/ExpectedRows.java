package org.jucai.platform.rounds.workbook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Compares a preview with the published outcome of every row and names each difference. */
final class ExpectedRows {

    private final List<String> differences = new ArrayList<>();

    static List<String> differences(Preview preview, Path expected) {
        ExpectedRows compared = new ExpectedRows();
        JsonNode file = new ObjectMapper().readTree(expected.toFile());
        compared.totals(preview.totals(), file.get("totals"));
        for (int i = 0; i < Math.min(file.get("sheets").size(), preview.sheets().size()); i++) compared.sheet(preview.sheets().get(i), file.get("sheets").get(i));
        if (preview.sheets().size() != file.get("sheets").size()) compared.differences.add("sheets: " + preview.sheets().size());
        return compared.differences;
    }

    private void totals(Preview.Totals totals, JsonNode expected) {
        same("accepted", expected.get("accepted_lines").asInt(), totals.accepted());
        same("confirm", expected.get("needs_confirmation_lines").asInt(), totals.needsConfirmation());
        same("rejected", expected.get("rejected_lines").asInt(), totals.rejected());
        same("not data", expected.get("not_data_rows").asInt(), totals.notData());
        same("enterprises", expected.get("accepted_enterprises").asInt(), totals.acceptedEnterprises());
        same("kg", expected.get("accepted_qty_kg").asLong(), totals.all().targetKg());
        same("grades", expected.get("accepted_by_grade").size(), totals.byGrade().size());
        expected.get("accepted_by_grade").properties().forEach(grade -> same(grade.getKey(),
                new Preview.Sum(grade.getValue().get("lines").asInt(), grade.getValue().get("qty_kg").asLong()), totals.byGrade().get(grade.getKey())));
        same("reasons", expected.get("reason_counts").size(), totals.reasons().size());
        expected.get("reason_counts").properties().forEach(reason ->
                same(reason.getKey(), reason.getValue().asInt(), totals.reasons().get(Reason.valueOf(reason.getKey()))));
    }

    private void sheet(SheetPreview sheet, JsonNode expected) {
        same("sheet", expected.get("name").asString(), sheet.name());
        same("role", expected.get("role").asString(), sheet.role().name().toLowerCase(Locale.ROOT));
        same("rows of " + sheet.name(), expected.get("rows").size(), sheet.rows().size());
        for (int i = 0; i < Math.min(expected.get("rows").size(), sheet.rows().size()); i++) row(sheet.rows().get(i), expected.get("rows").get(i));
    }

    private void row(RowPreview row, JsonNode expected) {
        String where = "row " + expected.get("row").asInt() + " " + row.texts();
        same(where, expected.get("row").asInt(), row.at().row());
        same(where + " status " + row.reasons(), expected.get("status").asString(), row.status().name().toLowerCase(Locale.ROOT));
        same(where + " reasons", texts(expected.path("reasons")).stream().filter(r -> !r.equals("NOT_DATA")).toList(), row.reasons().stream().map(Enum::name).toList());
        if (expected.has("kind")) same(where, expected.get("kind").asString(), row instanceof RowPreview.NotData n ? n.kind().name().toLowerCase(Locale.ROOT) : "");
        JsonNode line = expected.has("line") ? expected.get("line") : expected.get("suggested");
        if (line == null) same(where + " has no line", null, row.line());
        else line(where, line, row.line());
        if (expected.get("status").asString().equals("accepted"))
            same(where + " warnings", texts(expected.path("warnings")), row.warnings().stream().map(Enum::name).sorted().toList());
        same(where + " duplicate", expected.has("duplicate_of") ? expected.get("duplicate_of").asInt() : null, row.duplicateOf() == null ? null : row.duplicateOf().row());
    }

    private void line(String where, JsonNode expected, DemandLine line) {
        if (line == null) {
            differences.add(where + ": no line");
            return;
        }
        same(where, expected.get("enterprise").asString(), line.enterpriseId());
        same(where, expected.get("uscc").asString(), line.uscc());
        same(where, expected.get("name").asString(), line.enterpriseName());
        same(where, expected.get("grade").asString(), line.grade());
        same(where, texts(expected.get("substitutes")), line.substitutes());
        same(where + " min", number(expected.get("min_kg")), line.minimumKg());
        same(where + " qty", number(expected.get("qty_kg")), line.targetKg());
        same(where + " max", number(expected.get("max_kg")), line.maximumKg());
        same(where + " cap", number(expected.get("cap_fen_per_t")), line.priceCapFenPerTonne());
        same(where, expected.get("delivery_place").asString(), line.deliveryPlace());
        same(where, expected.get("delivery_from").asString(), line.deliveryFrom().toString());
        same(where, expected.get("delivery_to").asString(), line.deliveryTo().toString());
        same(where, expected.get("payment").asString(), line.payment() == null ? "" : line.payment().label());
        same(where, expected.get("remark").asString(), line.remark());
    }

    private static Long number(JsonNode node) {
        return node.isNull() ? null : node.asLong();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asString()));
        return texts;
    }

    private void same(String what, Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) differences.add(what + ": expected " + expected + ", was " + actual);
    }
}
