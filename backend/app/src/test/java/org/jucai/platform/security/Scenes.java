package org.jucai.platform.security;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.files.Photos;
import org.jucai.platform.membership.Founded;
import org.jucai.platform.testing.AgreeingGates;
import org.jucai.platform.testing.Client;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** For each operation: who calls it where, and what of its example only this world can know (ids, codes that were sent). */
final class Scenes {

    private static final java.util.Set<String> PLACES = java.util.Set.of("roundId", "lineId", "lotId", "enterpriseId", "partyId", "supplierId", "personId",
            "code", "aliasId", "entryId");

    private final Stage stage;
    private final Map<String, Supplier<Scene>> scenes = new HashMap<>();
    private final Map<String, String> shared = new HashMap<>();

    Scenes(Stage stage, AgreeingGates gates, BiddingScenes bidding) {
        this.stage = stage;
        rounds();
        demand();
        catalogue();
        new MembershipScenes(stage, scenes).set();
        new DoorScenes(stage, scenes).set();
        new TenderScenes(stage, gates, scenes).set();
        bidding.set(stage, scenes);
        new FormulaScenes(stage, scenes).set();
        new NoticeScenes(stage, scenes).set();
    }

    /** Set after the others. */
    void add(AwardScenes awards) {
        awards.set(scenes);
    }

    Scene of(Written operation) {
        return scenes.getOrDefault(operation.id(), () -> Scene.with(_ -> {})).get();
    }

    /** The example, ready to be sent. */
    Ready ready(Written operation) {
        Scene scene = of(operation);
        String path = operation.path();
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.path("name").asString();
            if (parameter.path("in").asString().equals("path")) path = path.replace("{" + name + "}", scene.places().getOrDefault(name, known(name)));
            JsonNode example = parameter.has("example") ? parameter.path("example") : parameter.path("schema").path("example");
            if (!parameter.path("in").asString().equals("query") || example.isMissingNode()) continue;
            for (JsonNode one : example.isArray() ? example : java.util.List.of(example)) {
                query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(one.asString());
            }
        }
        JsonNode body = operation.sent().map(JsonNode::deepCopy).orElse(null);
        if (body != null) scene.change().accept((ObjectNode) body);
        Visitor who = scene.who() == null ? caller(operation) : scene.who();
        String version = operation.needs("If-Match") ? scene.version() == null ? version(who, path) : scene.version() : null;
        return new Ready(operation, who, path + query, body, version);
    }

    /** @param who calls, or null for nobody */
    record Ready(Written operation, @Nullable Visitor who, String path, @Nullable JsonNode body, @Nullable String version) {}

    private String known(String variable) {
        return shared.containsKey(variable) || PLACES.contains(variable) ? place(variable) : "{" + variable + "}";
    }

    private static String version(@Nullable Visitor who, String path) {
        if (who == null) throw new AssertionError("nobody changes " + path);
        return String.valueOf(who.get(path).expectStatus().isOk().expectBody().returnResult().getResponseHeaders().getETag());
    }

    private @Nullable Visitor caller(Written operation) {
        if (operation.allowed().contains("ANYONE")) return null;
        if (operation.allowed().contains("SECRETARIAT")) return stage.secretariat();
        if (operation.allowed().contains("MEMBER_BUYER") || operation.allowed().contains("SIGNED_IN")) return stage.member();
        return stage.admin();
    }

    /** The value of a path variable where the scene says none: something of this kind that may be read. */
    String place(String variable) {
        return shared.computeIfAbsent(variable, this::made);
    }

    private String made(String variable) {
        return switch (variable) {
            case "roundId" -> stage.collecting().toString();
            case "lineId" -> stage.line(UUID.fromString(place("roundId"))).toString();
            case "lotId" -> stage.us().secretariat().get("/api/rounds/" + stage.pooled() + "/lots").ok().path("items").get(0).path("id").asString();
            case "enterpriseId", "partyId" -> stage.buyer().party().toString();
            case "supplierId" -> stage.supplier().toString();
            case "personId" -> stage.buyer().person().toString();
            case "code" -> "GL-85A";
            case "aliasId" -> stage.nobody().get("/api/grade-aliases?limit=1").ok().path("items").get(0).path("aliasId").asString();
            case "entryId" -> stage.nobody().get("/api/price-index?limit=1").ok().path("items").get(0).path("entryId").asString();
            default -> throw new AssertionError("nobody says what stands for {" + variable + "}");
        };
    }

    private void at(String operation, Supplier<Scene> scene) {
        scenes.put(operation, scene);
    }

    private void rounds() {
        for (String one : new String[] {"announceRound", "editRound", "cancelRound"}) at(one, () -> Scene.at("roundId", stage.round()));
        at("openRound", () -> Scene.at("roundId", stage.round("announce")));
        for (String one : new String[] {"extendRound", "lockRound", "suspendRound"}) at(one, () -> Scene.at("roundId", stage.collecting()));
        at("resumeRound", () -> Scene.at("roundId", stage.round("announce", "open", "suspend")));
        at("poolRound", () -> Scene.at("roundId", stage.round("announce", "open", "demand", "lock")));
        for (String one : new String[] {"reopenRound", "freezeRound", "listLots", "poolingReport"}) at(one, () -> Scene.at("roundId", stage.pooled()));
        at("remindMembers", () -> Scene.at("roundId", stage.collecting()).putting(body ->
                body.putArray("enterpriseIds").add(stage.buyer().party().toString())));
        at("declineRound", () -> Scene.at("roundId", stage.collecting()));
        at("signAgreement", () -> {
            UUID round = stage.pooled();
            return Scene.at("roundId", round).putting(body -> body.put("sha256",
                    stage.read(stage.member(), "/api/rounds/" + round + "/agreement").path("sha256").asString()));
        });
    }

    private void demand() {
        at("changeDemandLine", () -> Scene.at("lineId", stage.line(stage.collecting())).as(stage.member()));
        at("submitDemandLine", () -> Scene.at("roundId", stage.collecting()).as(stage.member()));
        at("withdrawDemandLine", () -> Scene.at("lineId", stage.line(stage.collecting())).as(stage.member()));
        at("confirmDemandLine", () -> Scene.at("lineId", stage.entered(stage.collecting())).as(stage.member()));
        for (String one : new String[] {"readConfirmationLink", "answerConfirmationLink"}) {
            at(one, () -> {
                stage.entered(stage.collecting());
                return Scene.at("token", stage.texted("confirmation-link"));
            });
        }
        at("getDemandImport", () -> Scene.at("importId", stage.imported()).as(stage.member()));
        at("decideImportRows", () -> Scene.at("importId", stage.imported()).as(stage.member()));
        at("confirmDemandImport", () -> Scene.at("importId", stage.imported()).as(stage.member()));
        at("discardDemandImport", () -> Scene.at("importId", stage.imported()).as(stage.member()));
        at("decideImportRow", () -> new Scene(Map.of("importId", stage.imported().toString(), "row", "2"),
                body -> ((ObjectNode) body.path("line")).put("grade", "GL-85A").remove("enterpriseCode"), stage.member(), null));
    }

    private void catalogue() {
        for (String one : new String[] {"getFile", "downloadFile"}) {
            at(one, () -> Scene.at("fileId", stage.buyer().uploads("/api/files", "车尾.jpg", Photos.jpeg(1, 5_000)).id()));
        }
        at("addGrade", () -> Scene.with(_ -> {}));
        at("reviseGradeAlias", () -> {
            JsonNode alias = stage.nobody().get("/api/grade-aliases?limit=1").ok().path("items").get(0);
            return Scene.at("aliasId", alias.path("aliasId").asString()).inVersion(alias);
        });
        at("addPriceIndexEntry", () -> Scene.with(body -> body.put("place", "山西阳泉平定")));
        at("correctPriceIndexEntry", () -> Scene.at("entryId", stage.made(stage.secretariat(), "addPriceIndexEntry",
                body -> body.put("place", "山西孝义"))).putting(body -> body.put("place", "山西孝义")));
    }
}
