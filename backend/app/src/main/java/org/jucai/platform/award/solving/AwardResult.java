package org.jucai.platform.award.solving;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An award, what is claimed of it and the certificate of the claim.
 *
 * @param objectiveMilliFen null where there is no award
 * @param boundMilliFen what no award costs less than; null where nothing is claimed
 * @param certificate as the document has it; null where nothing is claimed
 */
public record AwardResult(
        String problemSha256, Run run, Status status, @Nullable Long objectiveMilliFen, @Nullable Long boundMilliFen, List<Award> awards, List<String> failedLots,
        @Nullable Clash clash, @Nullable JsonNode certificate) {

    public AwardResult {
        awards = List.copyOf(awards);
        failedLots = List.copyOf(failedLots);
    }

    /** What is known of the award. */
    public enum Status {
        /** Nothing costs less. */
        OPTIMAL,
        /** An award that may not be the cheapest. */
        FEASIBLE,
        /** No award obeys the rules. */
        INFEASIBLE,
        /** None was found within the limit. */
        UNKNOWN
    }

    /** How it was come by. @param exploratory stopped by clock or hand: another run may say otherwise, and it cannot be proposed */
    public record Run(String engine, String engineVersion, boolean exploratory, long workLimit, long work) {}

    /** A supplier's part of a lot. */
    public record Award(String lot, String supplier, long kg, int totalTier, int step, long costMilliFen) {

        private static final long MILLI = 1_000;

        /** Half up, once. */
        public long amountFen() {
            return Math.floorDiv(costMilliFen + MILLI / 2, MILLI);
        }
    }

    /** Rules that cannot all hold. @param irreducible without any one of them the others can @param smallest no smaller set clashes */
    public record Clash(List<String> rules, boolean irreducible, boolean smallest) {

        public Clash {
            rules = List.copyOf(rules);
        }
    }

    /** Sum of the awards' amounts. */
    public long totalFen() {
        return awards.stream().mapToLong(Award::amountFen).sum();
    }

    /** The document's canonical bytes. */
    public byte[] document() {
        return Canonical.bytes(ResultWriter.tree(this));
    }

    AwardResult proved(@Nullable JsonNode by) {
        return new AwardResult(problemSha256, run, status, objectiveMilliFen, boundMilliFen, awards, failedLots, clash, by);
    }

    AwardResult with(Clash found) {
        return new AwardResult(problemSha256, run, status, objectiveMilliFen, boundMilliFen, awards, failedLots, found, certificate);
    }
}
