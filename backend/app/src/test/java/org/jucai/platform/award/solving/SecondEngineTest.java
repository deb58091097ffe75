package org.jucai.platform.award.solving;

import static org.assertj.core.api.Assertions.assertThat;

import org.jucai.platform.award.checking.AwardChecker;
import org.jucai.platform.award.solving.AwardResult.Status;
import org.junit.jupiter.api.Test;

/** Against a general engine that gets the same rounds in words of its own. */
class SecondEngineTest {

    private static final int ROUNDS = Integer.getInteger("jucai.mid-rounds", 16);
    private static final long SEED = Long.getLong("jucai.seed", 20_261_126);
    private static final long WORK = 20_000_000;
    private static final int SECONDS = 2;
    private static final long MILLI = 1_000;

    @Test
    void aSecondEngineFindsNothingCheaperAndTheSameOptimumToTheFen() {
        int same = 0;
        int proved = 0;
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            AwardProblem problem = MidRounds.of(seed);
            AwardResult result = new ColumnEngine().solve(problem, WORK, Engine.Watcher.PATIENT);
            assertThat(AwardChecker.check(ProblemWriter.write(problem), result.document()).findings()).as("seed %d", seed).isEmpty();
            PlainMip.Answer other = new PlainMip(problem).solve(SECONDS);
            String told = "seed %d: %s against %s, bound %d".formatted(seed, result.objectiveMilliFen(), other, result.boundMilliFen());
            if (other.none()) assertThat(result.objectiveMilliFen()).as(told).isNull();
            if (result.status() == Status.INFEASIBLE) assertThat(other.found()).as(told).isFalse();
            if (!other.found() || result.objectiveMilliFen() == null) continue;
            assertThat(other.fen() * MILLI).as(told).isGreaterThanOrEqualTo(result.boundMilliFen());
            if (other.proved()) assertThat(result.objectiveMilliFen()).as(told).isGreaterThanOrEqualTo(other.fen() * MILLI);
            boolean equal = result.objectiveMilliFen() == other.fen() * MILLI;
            if (other.proved() && result.status() == Status.OPTIMAL) assertThat(equal).as(told).isTrue();
            if (other.proved() && equal) same++;
            if (result.status() == Status.OPTIMAL) proved++;
        }
        assertThat(same).as("rounds whose optimum both found").isGreaterThanOrEqualTo(3);
        assertThat(proved).as("rounds proved to be optimal").isGreaterThanOrEqualTo(3);
    }
}
