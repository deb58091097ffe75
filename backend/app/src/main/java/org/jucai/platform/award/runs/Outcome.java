package org.jucai.platform.award.runs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.checking.CheckReport;

/**
 * What came of a computation, as the checker sees it.
 *
 * @param work done, in the engine's units
 * @param prices of each rule, where they were asked for; of the clashing ones where no award obeys the rules
 */
public record Outcome(String problemSha256, String engine, String engineVersion, long work, CheckReport report, @Nullable Clash clash, List<RulePrice> prices) {

    /** Rules that cannot all hold, as the engine says; whether it is proved the checker's report says. */
    public record Clash(List<String> rules, boolean irreducible, boolean smallest) {
        public Clash {
            rules = List.copyOf(rules);
        }
    }

    /**
     * The round without one rule.
     *
     * @param status of that computation
     * @param objectiveMilliFen what it costs then, as the checker recounts it; null where no award was found
     * @param boundMilliFen what it costs at least then
     */
    public record RulePrice(String rule, String status, @Nullable Long objectiveMilliFen, @Nullable Long boundMilliFen) {}

    public Outcome {
        prices = List.copyOf(prices);
    }
}
