package org.jucai.platform.award.solving;

import static org.jucai.platform.award.solving.ProblemRefusedException.Reason.CAPACITY_BELOW_MINIMUM;
import static org.jucai.platform.award.solving.ProblemRefusedException.Reason.LINES_DO_NOT_ADD_UP;
import static org.jucai.platform.award.solving.ProblemRefusedException.Reason.MASSES_OUT_OF_ORDER;
import static org.jucai.platform.award.solving.ProblemRefusedException.Reason.NOT_JSON;
import static org.jucai.platform.award.solving.ProblemRefusedException.Reason.OUT_OF_BOUNDS;
import static org.jucai.platform.award.solving.ProblemRefusedException.Reason.PRICES_DO_NOT_MATCH_TIERS;
import static org.jucai.platform.award.solving.ProblemRefusedException.Reason.THRESHOLDS_NOT_RISING;
import static org.jucai.platform.award.solving.ProblemRefusedException.Reason.TOO_LONG;
import static org.jucai.platform.award.solving.ProblemRefusedException.Reason.UNKNOWN_LOT;
import static org.jucai.platform.award.solving.ProblemRefusedException.Reason.WRONG_FORMAT;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jucai.platform.award.solving.AwardProblem.Bid;
import org.jucai.platform.award.solving.AwardProblem.Ladder;
import org.jucai.platform.award.solving.AwardProblem.Line;
import org.jucai.platform.award.solving.AwardProblem.Lot;
import org.jucai.platform.award.solving.AwardProblem.Step;
import org.jucai.platform.award.solving.AwardProblem.Supplier;
import org.jucai.platform.award.solving.AwardProblem.Truck;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads an award problem strictly: a document that breaks a bound or a law of the format is refused by name and place. */
public final class ProblemReader {

    private static final int LONGEST = 256 << 20;
    private static final int MANY = 2_000;
    private static final int STEPS = 20;
    private static final long KG = 100_000_000_000L;
    private static final long PRICE = 100_000_000;
    private static final long MILLION = 1_000_000;
    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private final Set<String> lots = new HashSet<>();

    private ProblemReader() {}

    /** @throws ProblemRefusedException where the document is not an award problem */
    public static AwardProblem read(byte[] document) {
        if (document.length > LONGEST) throw new ProblemRefusedException(TOO_LONG, "the document");
        try {
            return read(JSON.readTree(document));
        } catch (JacksonException broken) {
            throw new ProblemRefusedException(NOT_JSON, "the document");
        }
    }

    static AwardProblem read(JsonNode tree) {
        StrictNode root = new StrictNode(tree, "").object(Set.of("format", "round", "gridKg", "lots", "suppliers", "rules"), Set.of());
        if (!root.get("format").text().equals(ProblemWriter.FORMAT)) throw root.get("format").refuse(WRONG_FORMAT);
        return new ProblemReader().problem(root);
    }

    private AwardProblem problem(StrictNode root) {
        List<Lot> pooled = root.get("lots").ascending(MANY, this::lot, Lot::id);
        if (pooled.isEmpty()) throw root.get("lots").refuse(OUT_OF_BOUNDS);
        List<Supplier> suppliers = root.get("suppliers").ascending(MANY, this::supplier, Supplier::id);
        Set<String> names = new HashSet<>();
        for (Supplier supplier : suppliers) names.add(supplier.id());
        List<Rule> rules = root.get("rules").ascending(MANY, new RuleReader(lots, names)::rule, Rule::id);
        AwardProblem problem = new AwardProblem(root.get("round").id(), root.get("gridKg").whole(1, MILLION), pooled, suppliers, rules,
                Canonical.sha256(Canonical.bytes(root.json())));
        Worth.check(problem, root);
        return problem;
    }

    private Lot lot(StrictNode node) {
        node.object(Set.of("id", "minimumKg", "targetKg", "maximumKg", "mustBeServed", "outsideFenPerTonne"), Set.of("lines"));
        List<Line> lines = node.has("lines") ? node.get("lines").ascending(MANY, ProblemReader::line, Line::id) : List.of();
        Line own = masses(node, node.get("id").id());
        if (!lines.isEmpty() && (sum(lines, Line::minimumKg) != own.minimumKg() || sum(lines, Line::targetKg) != own.targetKg()
                || sum(lines, Line::maximumKg) != own.maximumKg())) throw node.get("lines").refuse(LINES_DO_NOT_ADD_UP);
        lots.add(own.id());
        return new Lot(own.id(), own.minimumKg(), own.targetKg(), own.maximumKg(), node.get("mustBeServed").truth(),
                node.get("outsideFenPerTonne").whole(0, PRICE), lines);
    }

    private static long sum(List<Line> lines, ToLongFunction<Line> mass) {
        return lines.stream().mapToLong(mass).sum();
    }

    private static Line line(StrictNode node) {
        return masses(node.object(Set.of("id", "minimumKg", "targetKg", "maximumKg"), Set.of()), node.get("id").id());
    }

    private static Line masses(StrictNode node, String id) {
        Line line = new Line(id, kg(node, "minimumKg"), kg(node, "targetKg"), kg(node, "maximumKg"));
        if (line.minimumKg() > line.targetKg() || line.targetKg() > line.maximumKg()) throw node.refuse(MASSES_OUT_OF_ORDER);
        return line;
    }

    private static long kg(StrictNode node, String name) {
        return node.get(name).whole(0, KG);
    }

    private Supplier supplier(StrictNode node) {
        node.object(Set.of("id", "small", "minimumKg", "capacityKg", "totalTiersFromKg", "bids", "bundles"), Set.of("group"));
        List<Long> tiers = node.get("totalTiersFromKg").list(1, STEPS, each -> each.whole(0, KG));
        rising(tiers, node.get("totalTiersFromKg"));
        List<Bid> bids = node.get("bids").ascending(MANY, each -> bid(each, tiers.size()), Bid::lot);
        List<List<String>> bundles = node.get("bundles").list(0, 200, this::bundle);
        Supplier supplier = new Supplier(node.get("id").id(), node.idIfThere("group"), node.get("small").truth(), kg(node, "minimumKg"), kg(node, "capacityKg"), tiers, bids, bundles);
        if (supplier.capacityKg() < supplier.minimumKg()) throw node.refuse(CAPACITY_BELOW_MINIMUM);
        return supplier;
    }

    private List<String> bundle(StrictNode node) {
        List<String> bundle = node.ascending(200, this::knownLot, name -> name);
        if (bundle.size() < 2) throw node.refuse(OUT_OF_BOUNDS);
        return bundle;
    }

    private String knownLot(StrictNode node) {
        if (!lots.contains(node.id())) throw node.refuse(UNKNOWN_LOT);
        return node.id();
    }

    private static void rising(List<Long> thresholds, StrictNode node) {
        if (thresholds.getFirst() != 0) throw node.item(0).refuse(THRESHOLDS_NOT_RISING);
        for (int i = 1; i < thresholds.size(); i++) if (thresholds.get(i) <= thresholds.get(i - 1)) throw node.item(i).refuse(THRESHOLDS_NOT_RISING);
    }

    private Bid bid(StrictNode node, int tiers) {
        node.object(Set.of("lot", "minimumKg", "capacityKg", "ladder", "steps", "freightFenPerTonne"), Set.of("truck", "attributesPpm"));
        List<Step> steps = node.get("steps").list(1, STEPS, each -> step(each, tiers));
        rising(steps.stream().map(Step::fromKg).toList(), node.get("steps"));
        Bid bid = new Bid(knownLot(node.get("lot")), kg(node, "minimumKg"), kg(node, "capacityKg"), node.get("ladder").oneOf(Ladder.class), steps,
                node.get("freightFenPerTonne").whole(0, PRICE), truck(node), attributes(node));
        if (bid.capacityKg() < bid.minimumKg()) throw node.refuse(CAPACITY_BELOW_MINIMUM);
        return bid;
    }

    private static Step step(StrictNode node, int tiers) {
        node.object(Set.of("fromKg", "fenPerTonne"), Set.of());
        List<Long> prices = node.get("fenPerTonne").list(1, STEPS, each -> each.whole(0, PRICE));
        if (prices.size() != tiers) throw node.get("fenPerTonne").refuse(PRICES_DO_NOT_MATCH_TIERS);
        return new Step(kg(node, "fromKg"), prices);
    }

    private static @Nullable Truck truck(StrictNode node) {
        if (!node.has("truck")) return null;
        StrictNode truck = node.get("truck").object(Set.of("kg", "fen"), Set.of());
        return new Truck(truck.get("kg").whole(1, MILLION), truck.get("fen").whole(0, 1_000 * MILLION));
    }

    private static Map<String, Long> attributes(StrictNode node) {
        if (!node.has("attributesPpm")) return Map.of();
        StrictNode attributes = node.get("attributesPpm");
        Map<String, Long> values = new TreeMap<>();
        if (!attributes.json().isObject()) throw attributes.refuse(ProblemRefusedException.Reason.WRONG_TYPE);
        if (attributes.json().size() > 40) throw attributes.refuse(OUT_OF_BOUNDS);
        for (String name : attributes.json().propertyNames()) {
            new StrictNode(JsonNodeFactory.instance.stringNode(name), attributes.path()).id();
            values.put(name, attributes.get(name).whole(0, MILLION));
        }
        return values;
    }
}
