package org.jucai.platform.award.checking;

import java.lang.management.ManagementFactory;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import tools.jackson.databind.node.ObjectNode;

/** Measures the checker; not a test, for a busy machine would fail it. */
final class Measure {

    private Measure() {}

    public static void main(String[] arguments) {
        int suppliers = Integer.parseInt(arguments[0]);
        int leaves = Integer.parseInt(arguments[1]);
        boolean rich = Boolean.parseBoolean(arguments[2]);
        RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        LargeRounds rounds = new LargeRounds(chance, suppliers, 100, 5);
        ObjectNode problem = rounds.problem(rich);
        byte[] bytes = TinyRound.JSON.writeValueAsBytes(problem);
        ObjectNode result = TinyRound.JSON.createObjectNode().put("format", "jucai-award-result/1")
                .put("problemSha256", Canonical.sha256(Documents.read(bytes, "problem"))).put("engine", "x").put("engineVersion", "1").put("status", "UNKNOWN").put("boundMilliFen", 0);
        result.putObject("run").put("kind", "DETERMINISTIC").put("workLimit", 1).put("work", 1);
        result.set("certificate", rounds.certificate(problem, leaves, rich));
        byte[] resultBytes = TinyRound.JSON.writeValueAsBytes(result);
        System.out.printf("%d suppliers, %d leaves, rich %s: %d kB and %d kB%n", suppliers, leaves, rich, bytes.length / 1000, resultBytes.length / 1000);
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            CheckReport report = AwardChecker.check(bytes, resultBytes);
            System.out.printf("%d ms, of which %d on a processor, bound %s, leaves %d, closed %d%n", (System.nanoTime() - start) / 1_000_000,
                    (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1_000_000,
                    report.figures().boundMilliFen(), report.figures().leaves(), report.figures().closedLeaves());
        }
    }
}
