package org.jucai.platform.award.shares;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jucai.platform.kernel.FenPerTonne;
import org.junit.jupiter.api.Test;

class CoreTest {

    private static final long SEED = 307L;

    private final RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    private PriceSchedule schedule(boolean falling) {
        List<PriceSchedule.Step> steps = new ArrayList<>();
        long price = 1_000 + chance.nextInt(500);
        for (long from = 0; steps.size() < 4; from += 1 + chance.nextInt(30)) {
            steps.add(new PriceSchedule.Step(from, new FenPerTonne(price)));
            price = Math.max(1, price - chance.nextInt(150) + (falling ? 0 : chance.nextInt(200)));
        }
        return new PriceSchedule(chance.nextBoolean(), steps);
    }

    /** Charges times the whole mass, so that the average price stays whole; the curve likewise. */
    private static Core atAverage(PriceSchedule schedule, long[] kg) {
        long all = java.util.Arrays.stream(kg).sum();
        List<Core.Member> members = new ArrayList<>();
        for (int i = 0; i < kg.length; i++) members.add(new Core.Member("m" + i, kg[i], schedule.milliFen(all).multiply(BigInteger.valueOf(kg[i]))));
        return new Core(members, new Times(schedule, all));
    }

    private record Times(CostCurve curve, long times) implements CostCurve {
        @Override
        public BigInteger milliFen(long kg) {
            return curve.milliFen(kg).multiply(BigInteger.valueOf(times));
        }

        @Override
        public List<Long> breaks() {
            return curve.breaks();
        }
    }

    @Test
    void whereThePriceNeverRisesWithVolumeTheAveragePriceIsInTheCore() {
        for (int i = 0; i < 1_000; i++) {
            PriceSchedule falling = schedule(true);
            assertThat(falling.averageNeverRises()).isTrue();
            Core core = atAverage(falling, chance.longs(1 + chance.nextInt(10), 1, 40).toArray());
            assertThat(core.answer().orElseThrow().inCore()).as("seed %d, case %d: %s", SEED, i, core).isTrue();
        }
    }

    @Test
    void theAnswerIsThatOfTryingEveryGroup() {
        int blocked = 0;
        for (int i = 0; i < 1_000; i++) {
            PriceSchedule schedule = schedule(false);
            List<Core.Member> members = new ArrayList<>();
            for (int m = 0; m < 1 + i % 9; m++) members.add(new Core.Member("m" + m, 1 + chance.nextInt(40), BigInteger.valueOf(chance.nextInt(50_000))));
            Core.Answer answer = new Core(members, schedule).answer().orElseThrow();
            BigInteger most = mostSaved(members, schedule);
            assertThat(answer.savingMilliFen()).as("seed %d, case %d", SEED, i).isEqualTo(most);
            assertThat(saved(members.stream().filter(member -> answer.ids().contains(member.id())).toList(), schedule)).isEqualTo(most);
            if (!answer.inCore()) blocked++;
        }
        assertThat(blocked).isBetween(100, 990);
    }

    private static BigInteger saved(List<Core.Member> group, CostCurve curve) {
        return group.stream().map(Core.Member::chargeMilliFen).reduce(BigInteger.ZERO, BigInteger::add)
                .subtract(curve.milliFen(group.stream().mapToLong(Core.Member::kg).sum()));
    }

    private static BigInteger mostSaved(List<Core.Member> members, CostCurve curve) {
        BigInteger most = BigInteger.ZERO;
        for (int bits = 1; bits < 1 << members.size(); bits++) {
            List<Core.Member> group = new ArrayList<>();
            for (int m = 0; m < members.size(); m++) if ((bits >> m & 1) == 1) group.add(members.get(m));
            most = most.max(saved(group, curve));
        }
        return most;
    }

    @Test
    void fortyMembersOfAnyMassAreAnsweredOrNotAtAll() {
        long[] tonnes = chance.longs(40, 1, 500).map(each -> each * 1_000).toArray();
        assertThat(atAverage(schedule(true), tonnes).answer()).isPresent();
    }
}
