package org.jucai.platform.award.bundles;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jucai.platform.award.solving.ProblemWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What opens commitments of a public bundle: salts and documents, for those whose documents they are. Pure. */
final class OpeningFile {

    static final String FORMAT = "jucai-award-opening/1";

    private OpeningFile() {}

    /** A supplier's own. */
    static List<Commitments.Opening> ofSupplier(Withheld withheld, String supplier) {
        return withheld.suppliers().filter(each -> each.path("id").asString().equals(supplier)).map(withheld::supplier).toList();
    }

    /** A member's own lines, each by itself. */
    static List<Commitments.Opening> ofLines(Withheld withheld, Set<String> lines) {
        return withheld.lots().flatMap(lot -> lot.path("lines").valueStream().filter(line -> lines.contains(line.path("id").asString()))
                .map(line -> withheld.line(lot, line))).toList();
    }

    /** Everything: for whoever sees everything. */
    static List<Commitments.Opening> ofAll(Withheld withheld) {
        return Stream.of(Stream.of(withheld.problem(), withheld.result()), withheld.lots().map(withheld::lot), withheld.suppliers().map(withheld::supplier))
                .flatMap(each -> each).toList();
    }

    static byte[] write(String round, List<Commitments.Opening> openings) {
        ObjectNode file = JsonNodeFactory.instance.objectNode().put("format", FORMAT).put("round", round);
        ArrayNode list = file.putArray("openings");
        for (Commitments.Opening opening : openings) {
            JsonNode document = opening.document();
            list.add(JsonNodeFactory.instance.objectNode().put("salt", opening.saltHex()).set("document", document));
        }
        return ProblemWriter.canonical(file);
    }
}
