package org.jucai.platform.award.solving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Against every award there is; {@code -Djucai.seed} and {@code -Djucai.tiny-rounds} ask for others, and for more. */
class SmallRoundsTest {

    private static final int ROUNDS = Integer.getInteger("jucai.tiny-rounds", 3_000);
    private static final long SEED = Long.getLong("jucai.seed", 20_261_123);

    @Test
    void theSolverFindsTheCheapestOfAllAwardsAndProvesIt() {
        System.out.printf("seeds %d to %d%n", SEED, SEED + ROUNDS - 1);
        int allowed = 0;
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            AwardProblem problem = TinyRounds.of(seed);
            OptionalLong least = EveryAward.least(problem);
            AwardResult result = new ColumnEngine().solve(problem, 50_000_000, Engine.Watcher.PATIENT);
            if (least.isPresent()) {
                allowed++;
                assertThat(result.objectiveMilliFen()).as("seed %d: %s", seed, problem).isEqualTo(least.getAsLong());
                assertThat(result.status()).as("seed %d, bound %d: %s", seed, result.boundMilliFen(), problem).isEqualTo(AwardResult.Status.OPTIMAL);
            } else {
                assertThat(result.status()).as("seed %d: %s", seed, problem).isEqualTo(AwardResult.Status.INFEASIBLE);
            }
        }
        assertThat(allowed).as("most rounds have an award, some have none").isBetween(ROUNDS / 2, ROUNDS - ROUNDS / 20);
    }
}
