package org.jucai.platform.rounds.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jucai.platform.kernel.Kilograms;
import org.junit.jupiter.api.Test;

class PoolStepsTest {

    private static final Instant OPEN = Instant.parse("2026-03-02T01:00:00Z");
    private static final int K = PoolDisclosure.USUAL_K;
    private static final Crowd CROWD = Crowd.ofStrangers(K);

    private static Map<UUID, Kilograms> each(int members, long tonnes) {
        Map<UUID, Kilograms> masses = new HashMap<>();
        for (int i = 0; i < members; i++) masses.put(Competitors.member(i), Kilograms.tonnes(tonnes));
        return masses;
    }

    private static PoolStep step(PoolStep last, Map<UUID, Kilograms> masses, long hours) {
        return PoolDisclosure.step(last, masses, OPEN.plus(Duration.ofHours(hours)), CROWD);
    }

    @Test
    void theBandStepsWhenFiveBesidesAnyViewerChangedAndNotBefore() {
        PoolStep opening = PoolStep.opening(OPEN);
        assertThat(step(opening, each(5, 150), 2)).isSameAs(opening);
        assertThat(step(opening, each(6, 150), 2).band()).isEqualTo(Band.FROM_500_T);
    }

    @Test
    void theBandNeverStepsTwiceInAnHour() {
        PoolStep first = step(PoolStep.opening(OPEN), each(6, 150), 1);
        Instant early = first.at().plus(Duration.ofMinutes(59)).plusSeconds(59);
        assertThat(PoolDisclosure.step(first, each(20, 150), early, CROWD)).isSameAs(first);
        assertThat(PoolDisclosure.step(first, each(20, 150), first.at().plus(Duration.ofHours(1)), CROWD).band()).isEqualTo(Band.FROM_3000_T);
    }

    @Test
    void whoChangesToAndFroHasNotChanged() {
        PoolStep first = step(PoolStep.opening(OPEN), each(6, 150), 1);
        Map<UUID, Kilograms> back = each(6, 150);
        back.put(Competitors.member(7), Kilograms.tonnes(800));
        assertThat(step(first, back, 9)).isSameAs(first);
    }

    @Test
    void aLookThatFindsTheSameBandCountsAsAStep() {
        PoolStep first = step(PoolStep.opening(OPEN), each(6, 150), 1);
        PoolStep second = step(first, each(6, 160), 2);
        assertThat(second.band()).isEqualTo(first.band());
        Map<UUID, Kilograms> one = each(6, 160);
        one.put(Competitors.member(8), Kilograms.tonnes(50));
        assertThat(step(second, one, 3)).isSameAs(second);
    }

    @Test
    void thatEverybodyLeftIsNotTold() {
        PoolStep first = step(PoolStep.opening(OPEN), each(6, 150), 1);
        assertThat(step(first, Map.of(), 2).band()).isEqualTo(Band.UNDER_500_T);
    }

    @Test
    void whoFillsTheBandAloneDoesNotLearnThatTheOthersAreNextToNothing() {
        Map<UUID, Kilograms> masses = each(6, 1);
        masses.put(Competitors.member(9), Kilograms.tonnes(480));
        PoolStep opening = PoolStep.opening(OPEN);
        assertThat(step(opening, masses, 2)).isSameAs(opening);
    }

    @Test
    void everyPublishedChangeCoversAtLeastFiveOthersForEveryViewerOverManyRounds() {
        int steps = 0;
        for (long seed = 1; seed <= 400; seed++) {
            RandomGenerator random = Competitors.random(seed);
            Map<UUID, Kilograms> masses = new HashMap<>();
            PoolStep last = PoolStep.opening(OPEN);
            for (int minutes = 0; minutes < 14 * 24 * 60; minutes += random.nextInt(1, 90)) {
                UUID member = Competitors.member(random.nextInt(40));
                if (random.nextInt(6) == 0) masses.remove(member);
                else masses.put(member, Competitors.mass(random));
                PoolStep next = PoolDisclosure.step(last, masses, OPEN.plus(Duration.ofMinutes(minutes)), CROWD);
                if (next == last) continue;
                steps++;
                requireCover(last, next, "seed " + seed);
                last = next;
            }
        }
        assertThat(steps).isGreaterThan(1_000);
    }

    @Test
    void connectedMembersAreOneAmongThoseWhoChanged() {
        PoolStep opening = PoolStep.opening(OPEN);
        Map<UUID, UUID> circles = Map.of(Competitors.member(0), Competitors.member(0), Competitors.member(5), Competitors.member(0));
        Instant later = OPEN.plus(Duration.ofHours(2));
        assertThat(PoolDisclosure.step(opening, each(6, 150), later, new Crowd(K, circles))).as("six, two of them connected").isSameAs(opening);
        assertThat(PoolDisclosure.step(opening, each(7, 150), later, new Crowd(K, circles)).band()).isEqualTo(Band.FROM_1000_T);
    }

    @Test
    void whoMovesDemandToAConnectedMemberHasNotChanged() {
        PoolStep first = step(PoolStep.opening(OPEN), each(8, 150), 1);
        Map<UUID, Kilograms> moved = each(8, 150);
        for (int i = 0; i < 8; i++) moved.put(Competitors.member(i), Kilograms.tonnes(i % 2 == 0 ? 140 : 160));
        Map<UUID, UUID> pairs = new HashMap<>();
        for (int i = 0; i < 8; i++) pairs.put(Competitors.member(i), Competitors.member(i - i % 2));
        Instant later = first.at().plus(Duration.ofHours(1));
        assertThat(PoolDisclosure.step(first, moved, later, CROWD)).as("to strangers it would be a change").isNotSameAs(first);
        assertThat(PoolDisclosure.step(first, moved, later, new Crowd(K, pairs))).isSameAs(first);
    }

    @Test
    void aBandLeavesRoomBesidesAllThatConnectedMembersHaveTogether() {
        Map<UUID, Kilograms> masses = each(8, 1);
        masses.put(Competitors.member(8), Kilograms.tonnes(240));
        masses.put(Competitors.member(9), Kilograms.tonnes(240));
        PoolStep opening = PoolStep.opening(OPEN);
        Map<UUID, UUID> circles = Map.of(Competitors.member(8), Competitors.member(8), Competitors.member(9), Competitors.member(8));
        assertThat(step(opening, masses, 2).band()).isEqualTo(Band.UNDER_500_T);
        assertThat(PoolDisclosure.step(opening, masses, OPEN.plus(Duration.ofHours(2)), new Crowd(K, circles))).isSameAs(opening);
    }

    private static void requireCover(PoolStep last, PoolStep next, String about) {
        assertThat(Duration.between(last.at(), next.at())).as(about).isGreaterThanOrEqualTo(Duration.ofHours(1));
        List<UUID> changed = Stream.concat(last.counted().keySet().stream(), next.counted().keySet().stream()).distinct()
                .filter(party -> !last.counted().getOrDefault(party, Kilograms.ZERO).equals(next.counted().getOrDefault(party, Kilograms.ZERO)))
                .toList();
        for (int viewer = 0; viewer < 40; viewer++) {
            UUID self = Competitors.member(viewer);
            assertThat(changed.stream().filter(party -> !party.equals(self)).count()).as(about).isGreaterThanOrEqualTo(K);
            long own = next.counted().getOrDefault(self, Kilograms.ZERO).kg();
            assertThat(next.band().below().kg() - own).as(about).isGreaterThanOrEqualTo(PoolSteps.LEAST_ROOM.kg());
        }
    }

    @Test
    void theDistanceFollowsFromThePublishedBandAndOnesOwnLinesAlone() {
        Kilograms viable = Kilograms.tonnes(800);
        assertThat(PoolDisclosure.toViable(Band.FROM_500_T, viable, Kilograms.ZERO).atMost()).isEqualTo(Kilograms.tonnes(300));
        assertThat(PoolDisclosure.toViable(Band.UNDER_500_T, viable, Kilograms.tonnes(40)).atMost()).isEqualTo(Kilograms.tonnes(760));
        assertThat(PoolDisclosure.toViable(Band.FROM_1000_T, viable, Kilograms.ZERO).isReached()).isTrue();
        assertThat(PoolDisclosure.toNextVolumeStep(Band.FROM_500_T, Kilograms.ZERO).orElseThrow())
                .isEqualTo(new Distance(Kilograms.tonnes(1_000), Kilograms.tonnes(500)));
        assertThat(PoolDisclosure.toNextVolumeStep(Band.FROM_10000_T, Kilograms.ZERO)).isEmpty();
    }

    @Test
    void everyTotalHasExactlyOneBand() {
        for (long tonnes : new long[] {0, 1, 499, 500, 999, 1_000, 2_999, 3_000, 9_999, 10_000, 5_000_000}) {
            Band band = Band.of(Kilograms.tonnes(tonnes));
            assertThat(band.from().kg() <= tonnes * 1_000 && tonnes * 1_000 < band.below().kg()).as("%d t", tonnes).isTrue();
        }
        assertThat(Band.of(new Kilograms(499_999))).isEqualTo(Band.UNDER_500_T);
        assertThat(Band.of(new Kilograms(500_000))).isEqualTo(Band.FROM_500_T);
    }
}
