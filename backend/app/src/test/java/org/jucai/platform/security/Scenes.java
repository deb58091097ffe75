package org.jucai.platform.security;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.membership.Founded;
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

    /**
     * Where an operation is called.
     *
     * @param places values of path variables
     * @param change puts into the body what only this world can know
     * @param who calls, or null for whoever the specification names first
     * @param version for If-Match, or null to read it where it is changed
     */
    record Scene(Map<String, String> places, Consumer<ObjectNode> change, @Nullable Visitor who, @Nullable String version) {

        static Scene at(String place, Object value) {
            return new Scene(Map.of(place, value.toString()), _ -> {}, null, null);
        }

        static Scene with(Consumer<ObjectNode> change) {
            return new Scene(Map.of(), change, null, null);
        }

        Scene as(Visitor visitor) {
            return new Scene(places, change, visitor, version);
        }

        Scene putting(Consumer<ObjectNode> more) {
            return new Scene(places, more, who, version);
        }

        Scene inVersion(JsonNode read) {
            return new Scene(places, change, who, "\"" + read.path("version").asString() + "\"");
        }
    }

    Scenes(Stage stage) {
        this.stage = stage;
        rounds();
        demand();
        enterprises();
        suppliers();
        people();
        door();
        catalogue();
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

    private void enterprises() {
        at("registerEnterprise", () -> Scene.with(body -> body.put("code", Founded.code("E"))));
        at("changeEnterprise", () -> Scene.at("enterpriseId", stage.another().party()).putting(body -> {
            body.putNull("uscc");
            body.put("usccOverrideReason", "测试企业没有代码");
        }));
        at("applyEnterprise", () -> {
            UUID left = stage.another().party();
            stage.does(stage.secretariat(), "/api/enterprises/" + left + "/leave", stage.example("leaveEnterprise"));
            return Scene.at("enterpriseId", left);
        });
        at("admitEnterprise", () -> Scene.at("enterpriseId", stage.applicant()));
        at("suspendEnterprise", () -> Scene.at("enterpriseId", stage.another().party()));
        at("leaveEnterprise", () -> Scene.at("enterpriseId", stage.another().party()));
        at("reinstateEnterprise", () -> {
            UUID suspended = stage.another().party();
            stage.does(stage.secretariat(), "/api/enterprises/" + suspended + "/suspend", stage.example("suspendEnterprise"));
            return Scene.at("enterpriseId", suspended);
        });
        at("addDeliveryPoint", () -> Scene.at("enterpriseId", stage.another().party()));
        at("retireDeliveryPoint", () -> {
            UUID enterprise = stage.another().party();
            String point = stage.read(stage.secretariat(), "/api/enterprises/" + enterprise + "/delivery-points").path("items").get(0).path("id").asString();
            return new Scene(Map.of("enterpriseId", enterprise.toString(), "deliveryPointId", point), _ -> {}, null, null);
        });
    }

    private void suppliers() {
        at("registerSupplier", () -> Scene.with(body -> body.put("code", Founded.code("S"))));
        at("changeSupplier", () -> Scene.at("supplierId", stage.supplier()).putting(body -> {
            body.putNull("uscc");
            body.put("usccOverrideReason", "测试企业没有代码");
        }));
        at("admitSupplier", () -> Scene.at("supplierId", stage.supplier()));
        at("leaveSupplier", () -> Scene.at("supplierId", stage.supplier()));
        at("suspendSupplier", () -> Scene.at("supplierId", after("admit")));
        at("reinstateSupplier", () -> Scene.at("supplierId", after("admit", "suspend")));
        at("applySupplier", () -> Scene.at("supplierId", after("leave")));
        at("recordConnectedParty", () -> Scene.with(body -> {
            body.put("partyAId", stage.another().party().toString());
            body.put("partyBId", stage.supplier().toString());
        }));
    }

    private UUID after(String... commands) {
        UUID supplier = stage.supplier();
        for (String command : commands) stage.does(stage.secretariat(), "/api/suppliers/" + supplier + "/" + command, stage.example(command + "Supplier"));
        return supplier;
    }

    private void people() {
        at("addPerson", () -> Scene.with(body -> body.put("partyId", stage.buyer().party().toString()).put("phone", Founded.phone())).as(stage.member()));
        at("invitePerson", () -> Scene.with(body -> body.put("partyId", stage.buyer().party().toString())).as(stage.member()));
        at("changePersonRoles", () -> {
            UUID party = stage.buyer().party();
            UUID person = stage.colleague();
            return Scene.at("personId", person).putting(body -> body.put("partyId", party.toString())).inVersion(
                    stage.read(stage.member(), "/api/people?partyId=" + party).path("items").valueStream()
                            .filter(one -> one.path("personId").asString(one.path("id").asString("")).equals(person.toString())).findFirst().orElseThrow()).as(stage.member());
        });
        at("deactivatePerson", () -> Scene.at("personId", stage.colleague()).as(stage.member()));
        for (String one : new String[] {"getInvitation", "acceptInvitation"}) {
            at(one, () -> {
                stage.does(stage.secretariat(), "/api/invitations", ((ObjectNode) stage.example("invitePerson"))
                        .put("partyId", stage.applicant().toString()).put("phone", Founded.phone()));
                return Scene.at("token", stage.texted("invitation")).putting(body -> body.put("account", Founded.account()));
            });
        }
        at("completePasswordReset", () -> {
            String account = stage.account(stage.another().person());
            stage.nobody().does("/api/password-resets", Map.of("accountOrPhone", account)).ok();
            return Scene.at("token", stage.texted("password-reset"));
        });
    }

    private void door() {
        at("signIn", () -> {
            UUID person = stage.person(stage.applicant());
            stage.account(person);
            stage.sql("update person set account = 'secretariat' where id = '" + person + "' returning account");
            return Scene.with(_ -> {});
        });
        at("switchParty", () -> {
            Client moving = stage.another();
            return Scene.with(body -> body.put("partyId", moving.party().toString())).as(stage.visitor(moving.person()));
        });
        at("showSecondFactor", () -> {
            UUID person = stage.another().person();
            Visitor visitor = stage.visitor(person);
            String secret = stage.does(visitor, "/api/session/second-factor/enrolment", null).path("secret").asString();
            stage.does(visitor, "/api/session/second-factor/enrolment/confirm", Map.of("code", Totp.code(secret, visitor.serverTime())));
            Visitor later = stage.signedInAgain(person);
            return Scene.with(body -> body.put("code", Totp.code(secret, stage.afterAMinute()))).as(later);
        });
        at("signOut", () -> Scene.with(_ -> {}).as(stage.visitor(stage.another().person())));
        at("beginSecondFactorEnrolment", () -> Scene.with(_ -> {}).as(stage.visitor(stage.another().person())));
        at("confirmSecondFactorEnrolment", () -> {
            Visitor visitor = stage.visitor(stage.another().person());
            String secret = stage.does(visitor, "/api/session/second-factor/enrolment", null).path("secret").asString();
            return Scene.with(body -> body.put("code", Totp.code(secret, visitor.serverTime()))).as(visitor);
        });
        at("revokeSession", () -> {
            Visitor visitor = stage.visitor(stage.another().person());
            return Scene.at("sessionId", stage.read(visitor, "/api/sessions").path("items").get(0).path("sessionId").asString()).as(visitor);
        });
        at("revokeApiToken", () -> Scene.at("tokenId", stage.made(stage.member(), "createApiToken", _ -> {})).as(stage.member()));
        at("registerParty", () -> Scene.with(body -> body.put("code", Founded.code("A"))).as(stage.admin()));
    }

    private void catalogue() {
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
