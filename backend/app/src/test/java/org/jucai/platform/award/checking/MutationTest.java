package org.jucai.platform.award.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One thing changed in a result that holds, and the checker names what is wrong. */
class MutationTest {

    private static final long SEED = 20_261_124L;
    private static final int ROUNDS = 120;
    private static final String LESS = "less of a certificate: ";

    private final RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    /** A change, and the findings of which one at least must be made; none means that the result cannot even be read. */
    private record Mutation(Predicate<ObjectNode> change, Breach... caught) {}

    @Test
    void anyOneCorruptionOfAnOptimalResultIsCaughtAndNamed() {
        Map<String, Integer> tried = new LinkedHashMap<>();
        mutations().keySet().forEach(name -> tried.put(name, 0));
        for (int i = 0, optimal = 0; optimal < ROUNDS; i++) {
            TinyRound round = new TinyRounds(chance).draw();
            TinyAwards.Best best = TinyAwards.best(round);
            if (!best.feasible() || round.bids.isEmpty()) continue;
            optimal++;
            ObjectNode result = TinyResults.award(round, best.kg(), "OPTIMAL", new TinyCertificates(round, 1).complete());
            assertThat(TinyResults.check(round, result).findings()).as("seed %d, round %d", SEED, i).isEmpty();
            mutations().forEach((name, mutation) -> {
                ObjectNode changed = result.deepCopy();
                if (!mutation.change().test(changed)) return;
                if (name.startsWith(LESS) && stillProves(round, changed, best)) return;
                assertCaught("seed %d: %s in %s of %s".formatted(SEED, name, changed, round.json()), round, changed, mutation);
                tried.merge(name, 1, Integer::sum);
            });
        }
        assertThat(tried).allSatisfy((name, times) -> assertThat(times).as(name).isPositive());
    }

    /** A certificate may do without what was taken from it: then it proves the optimum, and what it proves is true. */
    private static boolean stillProves(TinyRound round, ObjectNode changed, TinyAwards.Best best) {
        CheckReport report = TinyResults.check(round, changed);
        return report.holds() && BigInteger.valueOf(best.milliFen()).equals(report.figures().boundMilliFen());
    }

    private static void assertCaught(String told, TinyRound round, ObjectNode changed, Mutation mutation) {
        if (mutation.caught().length == 0) {
            assertThatThrownBy(() -> TinyResults.check(round, changed)).as(told).isInstanceOf(UnreadableException.class);
        } else {
            assertThat(TinyResults.check(round, changed).findings()).as(told).extracting(Finding::breach).containsAnyOf(mutation.caught());
        }
    }

    private static Map<String, Mutation> mutations() {
        Map<String, Mutation> all = new LinkedHashMap<>();
        figures(all);
        awards(all);
        claims(all);
        certificates(all);
        return all;
    }

    private static void figures(Map<String, Mutation> all) {
        all.put("one milli-fen off the objective", new Mutation(result -> add(result, "objectiveMilliFen", -1), Breach.WRONG_OBJECTIVE));
        all.put("one fen more in all", new Mutation(result -> add(result, "totalFen", 1), Breach.WRONG_TOTAL));
        all.put("a better bound", new Mutation(result -> add(result, "boundMilliFen", 1), Breach.BOUND_TOO_HIGH));
        all.put("a lower bound and still optimal", new Mutation(result -> add(result, "boundMilliFen", -1), Breach.OPTIMAL_NOT_PROVED));
        all.put("one milli-fen off a cost", new Mutation(first(award -> add(award, "costMilliFen", -1)), Breach.WRONG_COST));
        all.put("one fen off an amount", new Mutation(first(award -> add(award, "amountFen", 1)), Breach.WRONG_AMOUNT));
        all.put("another tier", new Mutation(first(award -> add(award, "totalTier", 1)), Breach.WRONG_TOTAL_TIER));
        all.put("another step", new Mutation(first(award -> add(award, "step", 1)), Breach.WRONG_STEP));
        all.put("stale digest", new Mutation(result -> result.put("problemSha256", "0".repeat(64)) != null, Breach.DIGEST_DIFFERS));
    }

    private static void awards(Map<String, Mutation> all) {
        Breach[] moved = {Breach.WRONG_COST, Breach.WRONG_OBJECTIVE, Breach.WRONG_TOTAL, Breach.BID_ABOVE_CAPACITY, Breach.LOT_ABOVE_MAXIMUM};
        all.put("one kilogram more", new Mutation(first(award -> add(award, "kg", 1)), moved));
        all.put("half a kilogram", new Mutation(first(award -> award.put("kg", 1.5) != null)));
        all.put("no kilogram", new Mutation(first(award -> award.put("kg", 0) != null)));
        all.put("another supplier", new Mutation(first(award -> award.put("supplier", "S9") != null), Breach.NO_SUCH_BID));
        all.put("awards in another order", new Mutation(MutationTest::swap, Breach.AWARDS_NOT_SORTED));
        all.put("an award twice", new Mutation(result -> result.get("awards").size() > 0 && ((ArrayNode) result.get("awards")).insert(0, result.get("awards").get(0).deepCopy()) != null,
                Breach.AWARD_TWICE));
        all.put("an award missing", new Mutation(result -> result.get("awards").size() > 0 && ((ArrayNode) result.get("awards")).remove(0) != null,
                Breach.WRONG_TOTAL, Breach.WRONG_OBJECTIVE, Breach.LOT_BELOW_MINIMUM, Breach.FAILED_LOT_NOT_NAMED, Breach.WRONG_COST));
        all.put("a failed lot not named", new Mutation(result -> result.get("failedLots").size() > 0 && ((ArrayNode) result.get("failedLots")).remove(0) != null, Breach.FAILED_LOT_NOT_NAMED));
        all.put("a served lot named as failed", new Mutation(result -> result.get("awards").size() > 0 && result.get("failedLots").isEmpty()
                && ((ArrayNode) result.get("failedLots")).add(result.get("awards").get(0).get("lot")) != null, Breach.NOT_A_FAILED_LOT));
    }

    private static void claims(Map<String, Mutation> all) {
        for (String part : List.of("awards", "failedLots", "objectiveMilliFen", "totalFen", "boundMilliFen")) {
            all.put("without " + part, new Mutation(result -> result.remove(part) != null, Breach.STATUS_LACKS));
        }
        all.put("without certificate", new Mutation(result -> result.remove("certificate") != null, Breach.BOUND_WITHOUT_CERTIFICATE));
        all.put("said to have no award", new Mutation(result -> result.put("status", "INFEASIBLE") != null, Breach.INFEASIBLE_NOT_PROVED));
        all.put("said to be unknown", new Mutation(result -> result.put("status", "UNKNOWN") != null, Breach.STATUS_FORBIDS));
        all.put("an unknown field", new Mutation(result -> result.put("note", "x") != null));
        all.put("a clash beside an award", new Mutation(result -> {
            result.putObject("clash").put("irreducible", false).put("smallest", true).putArray("rules").add("r9").add("r8");
            return true;
        }, Breach.STATUS_FORBIDS));
    }

    private static void certificates(Map<String, Mutation> all) {
        Breach[] worse = {Breach.BOUND_TOO_HIGH, Breach.OPTIMAL_NOT_PROVED, Breach.RAY_PROVES_NOTHING};
        all.put("a branch missing", new Mutation(result -> inner(result) != null && inner(result).remove("no") != null));
        all.put("a leaf that takes all", new Mutation(result -> {
            ((ObjectNode) result.get("certificate")).putObject("tree").put("ray", true).putObject("lots");
            ((ObjectNode) result.get("certificate").get("tree")).putObject("rules");
            return true;
        }, Breach.RAY_PROVES_NOTHING));
        all.put("another lot's multiplier", new Mutation(leaf(leaf -> ((ObjectNode) leaf.get("lots")).put("L9", 1) != null), Breach.NO_SUCH_MULTIPLIER));
        all.put("a rule that does not exist", new Mutation(leaf(leaf -> ((ObjectNode) leaf.get("rules")).put("r9@L0", 1) != null), Breach.NO_SUCH_MULTIPLIER));
        all.put("a negative multiplier", new Mutation(leaf(leaf -> ((ObjectNode) leaf.get("rules")).put("r0", -1) != null), Breach.NEGATIVE_MULTIPLIER));
        all.put(LESS + "every leaf a ray", new Mutation(MutationTest::onlyRays, worse));
        all.put(LESS + "no multipliers", new Mutation(MutationTest::withoutMultipliers, worse));
        all.put(LESS + "one branch for all", new Mutation(MutationTest::forgotten, worse));
        all.put("a split of a bid that does not exist", new Mutation(result -> inner(result) != null && inner(result).has("bid")
                && inner(result).putArray("bid").add("S9").add("L0") != null, Breach.NO_SUCH_SPLIT));
    }

    private static boolean onlyRays(ObjectNode result) {
        for (ObjectNode leaf : leaves(result)) leaf.put("ray", true);
        return true;
    }

    /** A ray without multipliers proves nothing. */
    private static boolean withoutMultipliers(ObjectNode result) {
        for (ObjectNode leaf : leaves(result)) leaf.putObject("lots");
        return true;
    }

    /** The first inner node that can be replaced by one of its branches is. */
    private static boolean forgotten(ObjectNode result) {
        ObjectNode tree = inner(result);
        if (tree == null) return false;
        ((ObjectNode) result.get("certificate")).set("tree", tree.get("no"));
        return true;
    }

    private static boolean add(ObjectNode node, String name, long by) {
        node.put(name, node.get(name).longValue() + by);
        return true;
    }

    private static Predicate<ObjectNode> first(Predicate<ObjectNode> change) {
        return result -> result.get("awards").size() > 0 && change.test((ObjectNode) result.get("awards").get(0));
    }

    private static Predicate<ObjectNode> leaf(Predicate<ObjectNode> change) {
        return result -> change.test(leaves(result).getLast());
    }

    private static boolean swap(ObjectNode result) {
        ArrayNode awards = (ArrayNode) result.get("awards");
        if (awards.size() < 2) return false;
        JsonNode first = awards.get(0).deepCopy();
        awards.set(0, awards.get(1).deepCopy());
        awards.set(1, first);
        return true;
    }

    private static @Nullable ObjectNode inner(ObjectNode result) {
        ObjectNode tree = (ObjectNode) result.get("certificate").get("tree");
        return tree.has("no") ? tree : null;
    }

    private static List<ObjectNode> leaves(ObjectNode result) {
        List<ObjectNode> leaves = new ArrayList<>();
        List<JsonNode> open = new ArrayList<>(List.of(result.get("certificate").get("tree")));
        while (!open.isEmpty()) {
            JsonNode node = open.removeLast();
            if (node.has("lots")) leaves.add((ObjectNode) node);
            else open.addAll(List.of(node.get("yes"), node.get("no")));
        }
        return leaves;
    }
}
