package org.jucai.platform.award.solving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongFunction;
import org.jucai.platform.award.checking.AwardChecker;
import org.jucai.platform.award.solving.AwardResult.Status;
import org.junit.jupiter.api.Test;

/**
 * Against a general engine that gets the same rounds in words of its own, where there are too many awards to try them all. {@code -Djucai.seed}, {@code -Djucai.small-rounds} and
 * {@code -Djucai.large-rounds} ask for others, and for more.
 */
class SecondEngineTest {

    private static final int SMALL = Integer.getInteger("jucai.small-rounds", 300);
    private static final int LARGE = Integer.getInteger("jucai.large-rounds", 16);
    private static final long SEED = Long.getLong("jucai.seed", 20_261_126);
    private static final long MILLI = 1_000;

    private int same;
    private int proved;
    private int none;

    @Test
    void ofManySmallRoundsBothFindTheSameOptimumToTheFenOrBothFindNone() {
        compare(SMALL, MidRounds::small, 5_000_000, 5);
        assertThat(same).as("rounds whose optimum both found and proved").isGreaterThanOrEqualTo(SMALL / 2);
        assertThat(same + none).as("or of which both proved that no award obeys the rules").isGreaterThanOrEqualTo(SMALL * 95 / 100);
    }

    @Test
    void aSecondEngineFindsNothingCheaperAndTheSameOptimumToTheFen() {
        compare(LARGE, MidRounds::large, 20_000_000, 2);
        assertThat(same).as("rounds whose optimum both found").isGreaterThanOrEqualTo(3);
        assertThat(proved).as("rounds proved to be optimal").isGreaterThanOrEqualTo(3);
    }

    /** @param work of our engine, and for how many {@code seconds} of the clock the other may look */
    private void compare(int rounds, LongFunction<AwardProblem> round, long work, int seconds) {
        System.out.printf("seeds %d to %d%n", SEED, SEED + rounds - 1);
        for (long seed = SEED; seed < SEED + rounds; seed++) compare(seed, round.apply(seed), work, seconds);
        System.out.printf("%d rounds: both proved the same optimum of %d and that there is no award of %d%n", rounds, same, none);
    }

    private void compare(long seed, AwardProblem problem, long work, int seconds) {
        AwardResult result = new ColumnEngine().solve(problem, work, Engine.Watcher.PATIENT);
        assertThat(AwardChecker.check(ProblemWriter.write(problem), result.document()).findings()).as("seed %d", seed).isEmpty();
        PlainMip.Answer other = new PlainMip(problem).solve(seconds);
        String told = "seed %d: %s against %s, bound %d".formatted(seed, result.objectiveMilliFen(), other, result.boundMilliFen());
        if (other.none()) assertThat(result.objectiveMilliFen()).as(told).isNull();
        if (result.status() == Status.INFEASIBLE) assertThat(other.found()).as(told).isFalse();
        if (other.none() && result.status() == Status.INFEASIBLE) none++;
        if (!other.found() || result.objectiveMilliFen() == null) return;
        assertThat(other.fen() * MILLI).as(told).isGreaterThanOrEqualTo(result.boundMilliFen());
        if (other.proved()) assertThat(result.objectiveMilliFen()).as(told).isGreaterThanOrEqualTo(other.fen() * MILLI);
        boolean equal = result.objectiveMilliFen() == other.fen() * MILLI;
        if (other.proved() && result.status() == Status.OPTIMAL) assertThat(equal).as(told).isTrue();
        if (other.proved() && equal) same++;
        if (result.status() == Status.OPTIMAL) proved++;
    }
}
