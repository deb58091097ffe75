package org.jucai.platform.award.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Long arithmetic says what fractions say. */
class FastEqualsPlainTest {

    private static final long SEED = 47L;

    private final RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    @Test
    void theFastValueOfATierIsThePlainOneWithTheLargestMassesAndOddTrucks() {
        int values = 0;
        for (int i = 0; i < 20_000; i++) {
            long most = chance.nextBoolean() ? 40 : ProblemReader.MOST_KG;
            List<Problem.Bid> bids = IntStream.range(0, 1 + chance.nextInt(6)).mapToObj(lot -> bid(lot, most)).toList();
            long grid = chance.nextBoolean() ? 1 : 1 + chance.nextInt(4);
            BigInteger scale = BigInteger.valueOf(1 + chance.nextInt(1_000_000));
            Ask ask = ask(bids, most, grid);
            long low = grid * (1 + chance.nextLong(2 * most / grid));
            Tier tier = new Tier(0, low, low + grid * chance.nextLong(2 * most / grid));
            @Nullable Ratio plain = new PlainTier(bids, grid, scale).least(ask, tier).orElse(null);
            FastTier.Answer fast = new FastTier(bids, grid, scale).least(ask, tier, null);
            if (!fast.computed()) continue;
            String told = "seed %d, case %d: %s".formatted(SEED, i, bids);
            if (plain == null) assertThat(fast.least()).as(told).isNull();
            else assertThat(fast.least()).as(told).isNotNull().isEqualByComparingTo(plain);
            if (plain != null) values++;
        }
        assertThat(values).isGreaterThan(5_000);
    }

    private Problem.Bid bid(int lot, long most) {
        List<Problem.Step> steps = chance.nextBoolean() ? List.of(step(0)) : List.of(step(0), step(1 + chance.nextLong(most)));
        long[] trucks = {1, 3, 7, 21};
        Problem.@Nullable Truck truck = chance.nextBoolean() ? null : new Problem.Truck(trucks[chance.nextInt(4)], chance.nextInt(1_000));
        long capacity = chance.nextLong(most);
        return new Problem.Bid(0, lot, chance.nextLong(1 + capacity), capacity, chance.nextBoolean(), steps, chance.nextInt(1_000), truck, java.util.Map.of());
    }

    private Problem.Step step(long from) {
        return new Problem.Step(from, List.of((long) chance.nextInt(chance.nextBoolean() ? 100 : 100_000_000)));
    }

    private Ask ask(List<Problem.Bid> bids, long most, long grid) {
        int size = bids.size();
        Ask ask = new Ask(chance.nextInt(8) == 0, new long[size], new long[size], new boolean[size], 0, Long.MAX_VALUE,
                new Ask.Multipliers(new long[size], new long[size], null, null));
        for (int i = 0; i < size; i++) {
            ask.multipliers().slope()[i] = chance.nextLong(-(1L << 59), 1L << (chance.nextBoolean() ? 10 : 59)) >> chance.nextInt(50);
            ask.multipliers().used()[i] = chance.nextBoolean() ? 0 : chance.nextLong(-(1L << 57), 1L << 57) >> chance.nextInt(57);
            ask.low()[i] = grid * (1 + chance.nextLong(most / grid));
            ask.high()[i] = grid * chance.nextLong(most / grid + 1);
            ask.zero()[i] = ask.low()[i] > ask.high()[i] || chance.nextInt(4) > 0;
        }
        return ask;
    }
}
