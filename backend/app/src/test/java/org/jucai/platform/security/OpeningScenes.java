package org.jucai.platform.security;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.bidding.BidWorld;
import org.jucai.platform.bidding.Trustees;
import org.jucai.platform.bidding.envelope.Forgeries;
import org.jucai.platform.bidding.envelope.Release;
import org.jucai.platform.bidding.opening.OpeningPhase;
import org.jucai.platform.testing.OpenedRoundStory;
import org.jucai.platform.testing.World;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The scenes of openings and of opened offers. */
@TestComponent
@Import(OpenedRoundStory.class)
class OpeningScenes {

    private static final Duration SOON = Duration.ofMinutes(2);

    private final OpenedRoundStory story;
    private final BidWorld bids;
    private final Trustees trustees;
    private final World world;
    private final SecureRandom chance;
    private World.@Nullable Association us;
    private @Nullable Visitor officer;
    private Trustees.@Nullable Three three;
    private OpenedRoundStory.@Nullable Offered closed;
    private OpenedRoundStory.@Nullable Offered disputed;
    private OpenedRoundStory.@Nullable Offered opened;

    OpeningScenes(OpenedRoundStory story, BidWorld bids, Trustees trustees, World world, SecureRandom chance) {
        this.story = story;
        this.bids = bids;
        this.trustees = trustees;
        this.world = world;
        this.chance = chance;
    }

    void set(Stage stage, Map<String, Supplier<Scene>> scenes) {
        for (String one : new String[] {"showOpening", "listSealedShares"}) scenes.put(one, () -> Scene.at("roundId", closed().id()).as(officer(stage)));
        scenes.put("releaseShares", () -> Scene.at("roundId", closed().id()).as(officer(stage)).putting(body -> put(body, "releases", truth(closed()))));
        scenes.put("leaveShut", () -> Scene.at("roundId", disputed().id()).as(officer(stage)).putting(body ->
                body.put("supplierId", disputed().supplier(0).party().toString())));
        scenes.put("showSealingRecord", () -> Scene.at("roundId", disputed().id()).as(stage.visitor(disputed().supplier(1).person())).putting(body ->
                body.setAll((ObjectNode) Stage.JSON.readTree(disputed().offerers().get(1).sealed().record().bytes()))));
        for (String one : new String[] {"listOpeningLots", "listBids", "openingRecordPaper"}) scenes.put(one, () -> Scene.at("roundId", opened().id()).as(officer(stage)));
        scenes.put("admitBids", () -> Scene.at("roundId", opened().id()).as(officer(stage)).putting(body -> put(body, "bidIds", bid(stage, 0))));
        scenes.put("rejectBids", () -> Scene.at("roundId", opened().id()).as(officer(stage)).putting(body -> put(body, "bidIds", bid(stage, 1))));
    }

    private static void put(ObjectNode body, String name, JsonNode one) {
        body.putArray(name).add(one);
    }

    private JsonNode bid(Stage stage, int which) {
        return Stage.JSON.readTree(officer(stage).get("/api/rounds/" + opened().id() + "/bids").expectBody().returnResult().getResponseBodyContent())
                .path("items").get(which).path("id");
    }

    /** The first trustee's word on the first envelope. */
    private JsonNode truth(OpenedRoundStory.Offered round) {
        return Stage.JSON.readTree(round.round().trustees().secrets().getFirst().release(round.offerers().getFirst().sealed().envelope(), List.of(0)).bytes());
    }

    private Visitor officer(Stage stage) {
        if (officer == null) officer = stage.signedInAgain(us().secretariat().person()).showsSecondFactor();
        return officer;
    }

    private World.Association us() {
        if (us == null) us = world.association(2);
        return us;
    }

    private OpenedRoundStory.Offered offered() {
        return story.offered(bids.tendered(us(), three(), Map.of(), SOON), 2);
    }

    /** A key that offers wait under stays, so the three are the same for all rounds. */
    private Trustees.Three three() {
        if (three == null) three = trustees.of(us());
        return three;
    }

    private OpenedRoundStory.Offered closed() {
        if (closed == null) closed = story.closed(offered());
        return closed;
    }

    private OpenedRoundStory.Offered opened() {
        if (opened == null) opened = story.opened(offered());
        return opened;
    }

    /** All three trustees said something that fits nothing. */
    private OpenedRoundStory.Offered disputed() {
        if (disputed == null) {
            OpenedRoundStory.Offered round = story.closed(offered());
            for (int trustee = 0; trustee < 3; trustee++) {
                var secret = round.round().trustees().secrets().get(trustee);
                List<Release> lies = round.offerers().stream().map(offerer ->
                        Forgeries.says(secret, offerer.sealed().envelope(), Forgeries.chance(List.of(0), chance))).toList();
                story.says(round, OpeningPhase.HEADERS, round.round().trustees().actors().get(trustee), lies);
            }
            story.releases(round, OpeningPhase.HEADERS);
            disputed = round;
        }
        return disputed;
    }
}
