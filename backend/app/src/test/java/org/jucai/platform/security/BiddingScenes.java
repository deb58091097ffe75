package org.jucai.platform.security;

import java.security.SecureRandom;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.bidding.BidWorld;
import org.jucai.platform.bidding.Trustees;
import org.jucai.platform.bidding.envelope.Possession;
import org.jucai.platform.bidding.envelope.TrusteeCard;
import org.jucai.platform.bidding.envelope.TrusteeSecret;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.World;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The scenes of trustees and of sealed offers. */
@TestComponent
@Import({BidWorld.class, Trustees.class, OpeningScenes.class})
class BiddingScenes {

    private static final java.util.List<String> TENDERED = java.util.List.of("tenderRound", "postponeTender", "closeRound", "evaluateRound",
            "publiciseRound", "finaliseRound", "revokeRound", "failRound", "callSecondQuote");

    private final BidWorld bids;
    private final Trustees trustees;
    private final World world;
    private final SecureRandom chance;
    private final OpeningScenes openings;
    private BidWorld.@Nullable Tendered tendered;
    private Trustees.@Nullable Three three;
    private @Nullable Client bank;
    private @Nullable Visitor officer;

    BiddingScenes(BidWorld bids, Trustees trustees, World world, SecureRandom chance, OpeningScenes openings) {
        this.openings = openings;
        this.bids = bids;
        this.trustees = trustees;
        this.world = world;
        this.chance = chance;
    }

    /** Set after the others: where offers are asked for, trustees' keys are in force first. */
    void set(Stage stage, Map<String, Supplier<Scene>> scenes) {
        for (String tender : TENDERED) scenes.computeIfPresent(tender, (_, scene) -> () -> {
            trustees(stage);
            return scene.get();
        });
        scenes.put("registerTrusteeKey", () -> Scene.with(body -> fill(body, card(fresh(bank())))).as(officer(stage)));
        scenes.put("showTrusteeKey", () -> shown(stage));
        scenes.put("revokeTrusteeKey", () -> Scene.at("keyId", registered(stage, fresh(bank())).at("/key/id").asString()).as(officer(stage)));
        scenes.put("nameTrustees", () -> named(stage));
        scenes.put("sealingTerms", () -> Scene.at("roundId", tendered().round()));
        scenes.put("sealBid", () -> {
            Client supplier = bids.supplier(tendered());
            return Scene.at("roundId", tendered().round()).putting(body -> fill(body, Stage.JSON.readTree(
                    bids.sealed(tendered(), supplier.party(), 1, 1, 185_000)))).as(stage.visitor(supplier.person()));
        });
        openings.set(stage, scenes);
        scenes.put("ownBid", () -> offered(stage));
        scenes.put("withdrawBid", () -> offered(stage));
        scenes.put("askQuestion", () -> Scene.at("roundId", tendered().round()).as(stage.visitor(bids.supplier(tendered()).person())));
        scenes.put("answerQuestion", () -> Scene.at("questionId", bids.supplier(tendered())
                .does("/api/rounds/" + tendered().round() + "/questions", Map.of("text", "何时开启？")).id()).as(stage.visitor(tendered().us().secretariat().person())));
        scenes.put("registerSample", () -> Scene.at("roundId", tendered().round()).putting(body -> body.put("lotId", tendered().terms().lots().getFirst()))
                .as(stage.visitor(bids.supplier(tendered()).person())));
        scenes.put("receiveSample", () -> sample(stage.visitor(tendered().us().secretariat().person()), bids.supplier(tendered())));
        scenes.put("cancelSample", () -> {
            Client supplier = bids.supplier(tendered());
            return sample(stage.visitor(supplier.person()), supplier);
        });
    }

    /** The three of the stage's association: without them it asks for no offers. */
    Trustees.Three trustees(Stage stage) {
        if (three == null) three = trustees.of(stage.us());
        return three;
    }

    private BidWorld.Tendered tendered() {
        if (tendered == null) tendered = bids.tendered();
        return tendered;
    }

    private Scene offered(Stage stage) {
        Client supplier = bids.supplier(tendered());
        supplier.sends(org.springframework.http.HttpMethod.PUT, tendered().envelope(), bids.sealed(tendered(), supplier.party(), 1, 1, 185_000)).ok();
        return Scene.at("roundId", tendered().round()).as(stage.visitor(supplier.person()));
    }

    private Scene sample(Visitor who, Client supplier) {
        Map<String, Object> parcel = Map.of("lotId", tendered().terms().lots().getFirst(), "massKg", 5, "courier", "顺丰", "courierNumber", "SF1234567890", "sentOn", "2027-03-01");
        return Scene.at("sampleId", supplier.does("/api/rounds/" + tendered().round() + "/samples", parcel).id()).as(who);
    }

    private Scene named(Stage stage) {
        UUID round = stage.round();
        Trustees.Three three = trustees(stage);
        return Scene.at("roundId", round).putting(body -> {
            var ids = body.putArray("trusteeIds");
            three.parties().forEach(party -> ids.add(party.toString()));
        });
    }

    private Scene shown(Stage stage) {
        TrusteeSecret secret = fresh(bank());
        JsonNode made = registered(stage, secret);
        String answer = Possession.read(made.path("challenge").toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)).answer(secret).text();
        return Scene.at("keyId", made.at("/key/id").asString()).putting(body -> body.put("answer", answer)).as(officer(stage));
    }

    private JsonNode registered(Stage stage, TrusteeSecret secret) {
        return stage.does(officer(stage), "/api/trustee-keys", card(secret));
    }

    private Client bank() {
        if (bank == null) bank = world.other(PartyKind.BANK, Role.BANK_RISK_OFFICER);
        return bank;
    }

    private Visitor officer(Stage stage) {
        if (officer == null) officer = stage.signedInAgain(bank().person()).showsSecondFactor();
        return officer;
    }

    private TrusteeSecret fresh(Client trustee) {
        return TrusteeSecret.fresh(trustee.party().toString(), chance);
    }

    private static JsonNode card(TrusteeSecret secret) {
        return Stage.JSON.readTree(TrusteeCard.of(secret).bytes());
    }

    private static void fill(ObjectNode body, JsonNode with) {
        body.removeAll();
        body.setAll((ObjectNode) with);
    }
}
