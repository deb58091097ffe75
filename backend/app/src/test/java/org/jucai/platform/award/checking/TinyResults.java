package org.jucai.platform.award.checking;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Results of tiny rounds, as an honest engine would write them. */
final class TinyResults {

    private TinyResults() {}

    static ObjectNode head(TinyRound round, String status) {
        ObjectNode result = TinyRound.JSON.createObjectNode().put("format", "jucai-award-result/1")
                .put("problemSha256", Canonical.sha256(Documents.read(round.bytes(), "problem")))
                .put("engine", "by hand").put("engineVersion", "1").put("status", status);
        result.putObject("run").put("kind", "DETERMINISTIC").put("workLimit", 1).put("work", 1);
        return result;
    }

    static ObjectNode award(TinyRound round, long[] kg, String status, @Nullable ObjectNode certificate) {
        ObjectNode result = head(round, status).put("objectiveMilliFen", TinyAwards.objective(round, kg));
        ArrayNode awards = result.putArray("awards");
        IntStream.range(0, kg.length).filter(b -> kg[b] > 0).boxed()
                .sorted(Comparator.comparing((Integer b) -> round.bids.get(b).lot()).thenComparing(b -> round.bids.get(b).supplier()))
                .forEach(b -> awards.addObject().put("lot", TinyRound.lotId(round.bids.get(b).lot()))
                        .put("supplier", TinyRound.supplierId(round.bids.get(b).supplier())).put("kg", kg[b])
                        .put("totalTier", TinyAwards.tier(round, kg, b)).put("step", TinyAwards.step(round, kg, b))
                        .put("costMilliFen", TinyAwards.cost(round, kg, b)).put("amountFen", (TinyAwards.cost(round, kg, b) + 500) / 1000));
        result.put("totalFen", IntStream.range(0, kg.length).mapToLong(b -> (TinyAwards.cost(round, kg, b) + 500) / 1000).sum());
        ArrayNode failed = result.putArray("failedLots");
        IntStream.range(0, round.lots.size()).filter(l -> TinyAwards.ofLot(round, kg, l) == 0 && !round.lots.get(l).must())
                .forEach(l -> failed.add(TinyRound.lotId(l)));
        if (certificate != null) {
            result.set("certificate", certificate);
            CheckReport report = check(round, result.put("boundMilliFen", 0));
            if (report.figures().boundMilliFen() == null) result.remove("boundMilliFen");
            else result.put("boundMilliFen", report.figures().boundMilliFen());
        }
        return result;
    }

    static CheckReport check(TinyRound round, ObjectNode result) {
        return AwardChecker.check(round.bytes(), TinyRound.JSON.writeValueAsBytes(result));
    }
}
