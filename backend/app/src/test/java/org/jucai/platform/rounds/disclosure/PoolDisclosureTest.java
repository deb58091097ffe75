package org.jucai.platform.rounds.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.rounds.disclosure.Attacker.Guess;
import org.junit.jupiter.api.Test;

class PoolDisclosureTest {

    private static final int K = PoolDisclosure.USUAL_K;
    private static final Crowd CROWD = Crowd.ofStrangers(K);
    private static final int ROUNDS = 2_000;

    @Test
    void noMemberCanPinDownAnotherFromAllThatIsPublishedAndItsOwnLines() {
        int published = 0;
        int parts = 0;
        int heldBack = 0;
        for (long seed = 1; seed <= ROUNDS; seed++) {
            List<Share> world = Competitors.round(seed);
            Optional<Cell> cells = PoolDisclosure.cells(world, CROWD);
            if (cells.isEmpty()) continue;
            published++;
            parts += count(cells.get());
            heldBack += held(cells.get());
            assertThat(pinned(cells.get(), world)).as("seed " + seed).isEmpty();
        }
        System.out.printf("%d rounds, %d published, %d cells, %d rests%n", ROUNDS, published, parts, heldBack);
        assertThat(published).as("the claim is about something").isGreaterThan(ROUNDS / 2);
        assertThat(parts).isGreaterThan(ROUNDS);
        assertThat(heldBack).isGreaterThan(ROUNDS / 4);
    }

    @Test
    void theAttackerWouldFindAPublisherThatOnlyHidesSmallCells() {
        assertThat(caught(masses -> masses.size() > K)).isGreaterThan(50);
    }

    @Test
    void theAttackerWouldFindAPublisherThatForgetsWhatIsLeftWhenCellsAreHidden() {
        assertThat(caught(masses -> CellRule.isSafe(masses, K))).isGreaterThan(50);
    }

    private static int caught(Predicate<List<Long>> tells) {
        int caught = 0;
        for (long seed = 1; seed <= 500; seed++) {
            List<Share> world = Competitors.round(seed);
            if (!tells.test(masses(world))) continue;
            if (!pinned(naive("", world, 0, tells), world).isEmpty()) caught++;
        }
        return caught;
    }

    private static Cell naive(String code, List<Share> shares, int level, Predicate<List<Long>> tells) {
        long whole = shares.stream().mapToLong(share -> share.mass().kg()).sum();
        Map<String, List<Share>> below = level == 3 ? Map.of() : shares.stream().collect(Collectors.groupingBy(
                share -> List.of(share.grade(), share.zone(), share.window()).get(level), TreeMap::new, Collectors.toList()));
        List<Cell> parts = below.entrySet().stream()
                .filter(part -> tells.test(masses(part.getValue())))
                .map(part -> naive(part.getKey(), part.getValue(), level + 1, tells))
                .toList();
        long told = parts.stream().mapToLong(part -> part.mass().kg()).sum();
        return new Cell(code, new Kilograms(whole), parts, new Kilograms(below.isEmpty() ? 0 : whole - told));
    }

    private static List<Long> masses(List<Share> shares) {
        return List.copyOf(shares.stream()
                .collect(Collectors.groupingBy(Share::party, Collectors.summingLong(share -> share.mass().kg())))
                .values());
    }

    @Test
    void noMemberCanPinDownWhatAnotherAddedByComparingTheTwoPublications() {
        int restated = 0;
        for (long seed = 1; seed <= ROUNDS; seed++) {
            List<Share> before = Competitors.round(seed);
            List<Share> now = Competitors.grown(before, seed);
            Cell first = PoolDisclosure.cells(before, CROWD).orElse(null);
            if (first == null) continue;
            Cell second = PoolDisclosure.restated(first, before, now, CROWD);
            if (second.equals(first)) continue;
            restated++;
            assertThat(pinned(second, now)).as("seed " + seed).isEmpty();
            assertThat(pinned(difference(second, first), added(before, now))).as("what was added, seed " + seed).isEmpty();
        }
        System.out.printf("%d restated%n", restated);
        assertThat(restated).isGreaterThan(ROUNDS / 10);
    }

    /** Connected members look as one and are hidden as one. */
    @Test
    void noCircleOfConnectedMembersCanPinDownAnotherFromAllThatIsPublished() {
        int published = 0;
        int connected = 0;
        for (long seed = 1; seed <= ROUNDS; seed++) {
            List<Share> world = Competitors.round(seed);
            Crowd crowd = new Crowd(K, Competitors.circles(world, seed));
            Optional<Cell> cells = PoolDisclosure.cells(world, crowd);
            if (cells.isEmpty()) continue;
            published++;
            connected += crowd.circles().size();
            assertThat(pinned(cells.get(), crowd.together(world))).as("seed " + seed).isEmpty();
        }
        assertThat(published).as("the claim is about something").isGreaterThan(ROUNDS / 3);
        assertThat(connected).isGreaterThan(ROUNDS);
    }

    @Test
    void theCircleWouldFindAPublisherThatTakesConnectedMembersForStrangers() {
        int caught = 0;
        for (long seed = 1; seed <= 500; seed++) {
            List<Share> world = Competitors.round(seed);
            List<Share> together = new Crowd(K, Competitors.circles(world, seed)).together(world);
            Cell cells = PoolDisclosure.cells(world, CROWD).orElse(null);
            if (cells != null && !pinned(cells, together).isEmpty()) caught++;
        }
        assertThat(caught).isGreaterThan(20);
    }

    @Test
    void sixMembersOfWhomTwoAreConnectedMayNotBeTold() {
        Map<UUID, UUID> circles = Map.of(Competitors.member(0), Competitors.member(0), Competitors.member(1), Competitors.member(0));
        assertThat(PoolDisclosure.cells(equal(6, "G1"), new Crowd(K, circles))).isEmpty();
        assertThat(PoolDisclosure.cells(equal(7, "G1"), new Crowd(K, circles))).isPresent();
    }

    private static List<Share> added(List<Share> before, List<Share> now) {
        Map<List<Object>, Long> change = new java.util.HashMap<>();
        now.forEach(share -> change.merge(List.of(share.party(), share.grade(), share.zone(), share.window()), share.mass().kg(), Long::sum));
        before.forEach(share -> change.merge(List.of(share.party(), share.grade(), share.zone(), share.window()), -share.mass().kg(), Long::sum));
        return change.entrySet().stream()
                .map(each -> new Share((UUID) each.getKey().get(0), (String) each.getKey().get(1), (String) each.getKey().get(2),
                        (String) each.getKey().get(3), new Kilograms(each.getValue())))
                .toList();
    }

    private static Cell difference(Cell second, Cell first) {
        List<Cell> parts = second.parts().stream()
                .map(part -> difference(part, first.parts().stream().filter(old -> old.code().equals(part.code())).findFirst().orElseThrow()))
                .toList();
        Kilograms mass = second.mass().minus(first.mass());
        long told = parts.stream().mapToLong(part -> part.mass().kg()).sum();
        boolean leaf = parts.isEmpty() && second.rolledUp().kg() == 0;
        return new Cell(second.code(), mass, parts, new Kilograms(leaf ? 0 : mass.kg() - told));
    }

    private static List<Guess> pinned(Cell cells, List<Share> world) {
        Set<UUID> viewers = world.stream().map(Share::party).collect(Collectors.toSet());
        List<Guess> pinned = new ArrayList<>();
        viewers.forEach(viewer -> pinned.addAll(Attacker.guesses(cells, world, viewer).stream().filter(Guess::isPinned).toList()));
        pinned.addAll(Attacker.guesses(cells, world, new UUID(9, 9)).stream().filter(Guess::isPinned).toList());
        return pinned;
    }

    private static int count(Cell cell) {
        return cell.parts().size() + cell.parts().stream().mapToInt(PoolDisclosureTest::count).sum();
    }

    private static int held(Cell cell) {
        return (cell.rolledUp().kg() > 0 ? 1 : 0) + cell.parts().stream().mapToInt(PoolDisclosureTest::held).sum();
    }

    @Test
    void publishedPartsAndWhatIsRolledUpAddUpToTheKilogram() {
        for (long seed = 1; seed <= 500; seed++) {
            List<Share> world = Competitors.round(seed);
            long whole = world.stream().mapToLong(share -> share.mass().kg()).sum();
            PoolDisclosure.cells(world, CROWD).ifPresent(total -> {
                assertThat(total.mass().kg()).isEqualTo(whole);
                requireSums(total, 0);
            });
        }
    }

    private static void requireSums(Cell cell, int level) {
        if (level == 3) return;
        long parts = cell.parts().stream().mapToLong(part -> part.mass().kg()).sum();
        assertThat(cell.mass().kg()).isEqualTo(parts + cell.rolledUp().kg());
        cell.parts().forEach(part -> requireSums(part, level + 1));
    }

    @Test
    void theOrderOfSharesChangesNothing() {
        for (long seed = 1; seed <= 200; seed++) {
            List<Share> world = Competitors.round(seed);
            List<Share> shuffled = new ArrayList<>(world);
            Collections.shuffle(shuffled, java.util.Random.from(Competitors.random(seed)));
            assertThat(PoolDisclosure.cells(shuffled, CROWD)).isEqualTo(PoolDisclosure.cells(world, CROWD));
        }
    }

    @Test
    void sixEqualMembersMayBeToldFiveMayNot() {
        assertThat(PoolDisclosure.cells(equal(6, "G1"), CROWD)).isPresent();
        assertThat(PoolDisclosure.cells(equal(5, "G1"), CROWD)).isEmpty();
    }

    @Test
    void aGiantHidesTheCellWhateverTheNumberOfMembers() {
        List<Share> world = equal(30, "G1");
        world.add(new Share(Competitors.member(99), "G1", "Z1", "W1", Kilograms.tonnes(10_000)));
        assertThat(PoolDisclosure.cells(world, CROWD)).isEmpty();
    }

    @Test
    void aSmallGradeTakesASecondGradeWithItIntoTheRest() {
        List<Share> world = equal(20, "G1");
        world.addAll(equal(10, "G2"));
        world.addAll(equal(2, "G3"));
        Cell total = PoolDisclosure.cells(world, CROWD).orElseThrow();
        assertThat(total.parts()).extracting(Cell::code).containsExactly("G1");
        assertThat(total.rolledUp()).isEqualTo(Kilograms.tonnes(1_200));
    }

    private static List<Share> equal(int members, String grade) {
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < members; i++) shares.add(new Share(Competitors.member(i), grade, "Z1", "W1", Kilograms.tonnes(100)));
        return shares;
    }
}
