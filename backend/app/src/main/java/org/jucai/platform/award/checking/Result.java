package org.jucai.platform.award.checking;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An award and what is claimed of it, as written. What is absent is absent. */
record Result(String problemSha256, boolean exploratory, Status status, @Nullable BigInteger objectiveMilliFen,
              @Nullable BigInteger boundMilliFen, @Nullable BigInteger totalFen, @Nullable List<Award> awards,
              @Nullable List<String> failedLots, @Nullable Clash clash, @Nullable Certificate certificate) {

    enum Status {
        OPTIMAL, FEASIBLE, INFEASIBLE, UNKNOWN;

        boolean hasAwards() {
            return this == OPTIMAL || this == FEASIBLE;
        }
    }

    record Award(String lot, String supplier, long kg, long totalTier, long step, BigInteger costMilliFen, BigInteger amountFen) {}

    record Clash(List<String> rules, boolean irreducible, boolean smallest) {}

    record Certificate(BigInteger scale, Node tree) {}
}
