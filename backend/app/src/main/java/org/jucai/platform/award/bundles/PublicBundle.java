package org.jucai.platform.award.bundles;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.solving.ProblemWriter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An award as the public may see and check it (award-format.md): lots' figures, what was bought of whom by pseudonym and at which price,
 * the rules, and commitments to everything else. What a tonne short of a target counts as is a losing price in disguise, and so is an objective with
 * such tonnes in it: neither is shown. Pure; the same run gives the same bytes.
 */
final class PublicBundle {

    static final String FORMAT = "jucai-award-public/1";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** A certificate's tree is up to a thousand nodes deep. */
    private static final JsonMapper READER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(3_000).build()).build()).build();

    private final JsonNode problem;
    private final JsonNode result;
    private final Withheld withheld;
    private final Map<String, Map<String, JsonNode>> bids = new HashMap<>();

    /** @param losingShown whether the procedure makes losing prices public: 招标 does, 询比 does not; {@code gapMilliFen} as the checker found it */
    @SuppressWarnings("ArrayRecordComponent") // handed on, compared never
    record Source(byte[] problem, byte[] result, byte[] salt, boolean losingShown, @Nullable Long gapMilliFen) {

        Withheld withheld() {
            return new Withheld(READER.readTree(problem), READER.readTree(result), salt);
        }
    }

    private PublicBundle(Source source) {
        problem = READER.readTree(source.problem());
        result = READER.readTree(source.result());
        withheld = new Withheld(problem, result, source.salt());
        withheld.suppliers().forEach(supplier -> supplier.path("bids").valueStream().forEach(bid ->
                bids.computeIfAbsent(bid.path("lot").asString(), _ -> new HashMap<>()).put(supplier.path("id").asString(), bid)));
    }

    static byte[] of(Source source) {
        return new PublicBundle(source).bytes(source);
    }

    private byte[] bytes(Source source) {
        ObjectNode bundle = JSON.objectNode().put("format", FORMAT).put("round", problem.path("round").asString())
                .put("profile", source.losingShown() ? "TENDER" : "INQUIRY").put("gridKg", problem.path("gridKg").asLong())
                .put("engine", result.path("engine").asString()).put("engineVersion", result.path("engineVersion").asString())
                .put("workLimit", result.at("/run/workLimit").asLong()).put("status", result.path("status").asString())
                .put("totalFen", result.path("totalFen").asLong())
                .put("problemCommitment", withheld.problem().commitment()).put("resultCommitment", withheld.result().commitment());
        Long gap = source.gapMilliFen();
        if (gap != null) bundle.put("gapMilliFen", gap);
        bundle.set("rules", list(problem.path("rules").valueStream().map(PublicBundle::rule).toList()));
        bundle.set("lots", list(withheld.lots().map(this::lot).toList()));
        bundle.set("suppliers", list(withheld.suppliers().map(this::supplier).sorted(by("id")).toList()));
        bundle.set("awards", list(awards().stream().map(this::award).sorted(by("lot").thenComparing(by("supplier"))).toList()));
        bundle.set("failedLots", result.path("failedLots"));
        if (source.losingShown()) bundle.set("losing", list(losing()));
        return ProblemWriter.canonical(bundle.put("sha256", Commitments.digest(bundle)));
    }

    private List<JsonNode> awards() {
        return result.path("awards").valueStream().toList();
    }

    private static Comparator<JsonNode> by(String name) {
        return Comparator.comparing(node -> node.path(name).asString());
    }

    private static ArrayNode list(List<? extends JsonNode> items) {
        ArrayNode list = JSON.arrayNode();
        items.forEach(list::add);
        return list;
    }

    /** Who is excluded from a lot is known by name; the name beside a pseudonym would tell whose it is. */
    private static JsonNode rule(JsonNode rule) {
        ObjectNode shown = (ObjectNode) rule.deepCopy();
        shown.remove("supplier");
        return shown;
    }

    private JsonNode lot(JsonNode lot) {
        String id = lot.path("id").asString();
        List<JsonNode> own = awards().stream().filter(award -> award.path("lot").asString().equals(id)).toList();
        ObjectNode shown = JSON.objectNode().put("id", id).put("minimumKg", lot.path("minimumKg").asLong()).put("targetKg", lot.path("targetKg").asLong())
                .put("maximumKg", lot.path("maximumKg").asLong()).put("mustBeServed", lot.path("mustBeServed").asBoolean())
                .put("awardedKg", sum(own, "kg")).put("amountFen", sum(own, "amountFen")).put("commitment", withheld.lot(lot).commitment());
        ArrayNode lines = shown.putArray("lines");
        withheld.lines(lot).forEach(lines::add);
        return shown;
    }

    private static long sum(List<JsonNode> awards, String name) {
        return awards.stream().mapToLong(award -> award.path(name).asLong()).sum();
    }

    /** Of who won nothing, only that there is an offer. */
    private JsonNode supplier(JsonNode supplier) {
        String id = supplier.path("id").asString();
        ObjectNode shown = JSON.objectNode().put("id", withheld.pseudonym(id)).put("commitment", withheld.supplier(supplier).commitment());
        long won = sum(awards().stream().filter(award -> award.path("supplier").asString().equals(id)).toList(), "kg");
        if (won == 0) return shown;
        ObjectNode winner = shown.putObject("winner").put("totalKg", won).put("small", supplier.path("small").asBoolean());
        String group = withheld.group(supplier);
        if (group != null) winner.put("group", group);
        return shown;
    }

    private JsonNode award(JsonNode award) {
        JsonNode bid = bid(award);
        ObjectNode shown = JSON.objectNode().put("lot", award.path("lot").asString()).put("supplier", withheld.pseudonym(award.path("supplier").asString()))
                .put("kg", award.path("kg").asLong()).put("costMilliFen", award.path("costMilliFen").asLong()).put("amountFen", award.path("amountFen").asLong())
                .put("freightFenPerTonne", bid.path("freightFenPerTonne").asLong());
        if (bid.has("truck")) shown.set("truck", bid.path("truck"));
        shown.set("pieces", list(Pieces.of(bid, award.path("kg").asLong(), award.path("totalTier").asInt())));
        ObjectNode attributes = JSON.objectNode();
        Set<String> asked = problem.path("rules").valueStream().filter(rule -> rule.has("attribute")).map(rule -> rule.path("attribute").asString()).collect(Collectors.toSet());
        bid.path("attributesPpm").properties().stream().filter(each -> asked.contains(each.getKey())).forEach(each -> attributes.set(each.getKey(), each.getValue()));
        if (!attributes.isEmpty()) shown.set("attributesPpm", attributes);
        return shown;
    }

    private JsonNode bid(JsonNode award) {
        return java.util.Objects.requireNonNull(bids.getOrDefault(award.path("lot").asString(), Map.of()).get(award.path("supplier").asString()));
    }

    /** Offers that won nothing of their lot, with their prices. */
    private List<JsonNode> losing() {
        Set<String> won = awards().stream().map(award -> award.path("lot").asString() + " " + award.path("supplier").asString()).collect(Collectors.toCollection(HashSet::new));
        return withheld.suppliers().flatMap(supplier -> supplier.path("bids").valueStream()
                .filter(bid -> !won.contains(bid.path("lot").asString() + " " + supplier.path("id").asString()))
                .map(bid -> losing(supplier, bid))).sorted(by("lot").thenComparing(by("supplier"))).toList();
    }

    private JsonNode losing(JsonNode supplier, JsonNode bid) {
        ObjectNode shown = JSON.objectNode().put("lot", bid.path("lot").asString()).put("supplier", withheld.pseudonym(supplier.path("id").asString()))
                .put("ladder", bid.path("ladder").asString()).put("freightFenPerTonne", bid.path("freightFenPerTonne").asLong());
        shown.set("steps", bid.path("steps"));
        return shown;
    }
}
