package org.jucai.platform.award.bundles;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What of an award the public is not shown, document by document, each with its commitment; and how suppliers are called there. Pure. */
final class Withheld {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonNode problem;
    private final JsonNode result;
    private final Commitments commitments;
    private final Map<String, String> pseudonyms = new HashMap<>();
    private final Map<String, String> groups = new HashMap<>();

    Withheld(JsonNode problem, JsonNode result, byte[] salt) {
        this.problem = problem;
        this.result = result;
        commitments = new Commitments(salt);
        call(pseudonyms, "S%03d", suppliers().map(each -> each.path("id").asString()));
        call(groups, "G%03d", suppliers().filter(each -> each.has("group")).map(each -> each.path("group").asString()));
    }

    /** In an order drawn from the salt: it says nothing of who they are. */
    private void call(Map<String, String> names, String form, Stream<String> ids) {
        List<String> drawn = ids.distinct().sorted((one, other) -> commitments.place(one).compareTo(commitments.place(other))).toList();
        for (int i = 0; i < drawn.size(); i++) names.put(drawn.get(i), form.formatted(i + 1));
    }

    Stream<JsonNode> suppliers() {
        return problem.path("suppliers").valueStream();
    }

    Stream<JsonNode> lots() {
        return problem.path("lots").valueStream();
    }

    Set<UUID> lineIds() {
        return lots().flatMap(lot -> lot.path("lines").valueStream()).map(line -> UUID.fromString(line.path("id").asString())).collect(Collectors.toSet());
    }

    String pseudonym(String supplier) {
        return Optional.ofNullable(pseudonyms.get(supplier)).orElseThrow();
    }

    @Nullable String group(JsonNode supplier) {
        return supplier.has("group") ? groups.get(supplier.path("group").asString()) : null;
    }

    Commitments.Opening problem() {
        return commitments.of("problem", document("PROBLEM").set("problem", problem));
    }

    Commitments.Opening result() {
        return commitments.of("result", document("RESULT").set("result", result));
    }

    /** All that a supplier offers. */
    Commitments.Opening supplier(JsonNode supplier) {
        String id = supplier.path("id").asString();
        return commitments.of("supplier " + id, document("SUPPLIER").put("pseudonym", pseudonym(id)).set("supplier", supplier));
    }

    /** A lot with its lines. */
    Commitments.Opening lot(JsonNode lot) {
        return commitments.of("lot " + lot.path("id").asString(), document("LOT").set("lot", lot));
    }

    /** One line of a lot: for its owner, who sees no other. */
    Commitments.Opening line(JsonNode lot, JsonNode line) {
        return commitments.of("line " + line.path("id").asString(), document("LINE").put("lot", lot.path("id").asString()).set("line", line));
    }

    List<String> lines(JsonNode lot) {
        return commitments.hidden(lot.path("id").asString(), lot.path("lines").valueStream().map(line -> line(lot, line).commitment()).toList());
    }

    private ObjectNode document(String kind) {
        return JSON.objectNode().put("kind", kind).put("round", problem.path("round").asString());
    }
}
