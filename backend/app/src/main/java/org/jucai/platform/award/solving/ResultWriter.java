package org.jucai.platform.award.solving;

import static org.jucai.platform.award.solving.ProblemWriter.array;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a result as its document. */
final class ResultWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ResultWriter() {}

    static JsonNode tree(AwardResult result) {
        ObjectNode node = JSON.objectNode().put("format", "jucai-award-result/1").put("problemSha256", result.problemSha256())
                .put("engine", result.run().engine()).put("engineVersion", result.run().engineVersion()).put("status", result.status().name());
        node.set("run", run(result.run()));
        if (result.objectiveMilliFen() != null) {
            node.put("objectiveMilliFen", result.objectiveMilliFen()).put("totalFen", result.totalFen());
            node.set("awards", array(result.awards(), ResultWriter::award));
            node.set("failedLots", array(result.failedLots(), JSON::stringNode));
        }
        if (result.boundMilliFen() != null) node.put("boundMilliFen", result.boundMilliFen());
        if (result.clash() != null) node.set("clash", clash(result.clash()));
        if (result.certificate() != null) node.set("certificate", result.certificate());
        return node;
    }

    private static JsonNode run(AwardResult.Run run) {
        return JSON.objectNode().put("kind", run.exploratory() ? "EXPLORATORY" : "DETERMINISTIC").put("workLimit", run.workLimit()).put("work", run.work());
    }

    private static JsonNode award(AwardResult.Award award) {
        return JSON.objectNode().put("lot", award.lot()).put("supplier", award.supplier()).put("kg", award.kg()).put("totalTier", award.totalTier())
                .put("step", award.step()).put("costMilliFen", award.costMilliFen()).put("amountFen", award.amountFen());
    }

    private static JsonNode clash(AwardResult.Clash clash) {
        ObjectNode node = JSON.objectNode().put("irreducible", clash.irreducible()).put("smallest", clash.smallest());
        node.set("rules", array(clash.rules(), JSON::stringNode));
        return node;
    }
}
