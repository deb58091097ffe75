package org.jucai.platform.bidding.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.bidding.BidWorld;
import org.jucai.platform.bidding.Trustees;
import org.jucai.platform.bidding.bids.BidDesk;
import org.jucai.platform.bidding.bids.OpenedRound;
import org.jucai.platform.bidding.envelope.Envelope;
import org.jucai.platform.bidding.envelope.Forgeries;
import org.jucai.platform.bidding.envelope.Release;
import org.jucai.platform.bidding.envelope.ReleasedShare;
import org.jucai.platform.bidding.envelope.TrusteeSecret;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.testing.OpenedRoundStory;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What does not open as it should: who lied is named, what cannot be opened is listed, nothing is dropped. */
@PlatformTest
@Import({OpenedRoundStory.class, World.class})
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class DisputedOffersTest {

    @Autowired OpenedRoundStory story;
    @Autowired BidWorld bids;
    @Autowired Trustees trustees;
    @Autowired World world;
    @Autowired Database database;
    @Autowired BidDesk judging;
    @Autowired DisputeDesk disputes;
    @Autowired SecureRandom chance;

    private List<String> headers(OpenedRoundStory.Offered round) {
        return room(round).path("envelopes").valueStream().map(one -> one.path("header").asString()).toList();
    }

    private JsonNode room(OpenedRoundStory.Offered round) {
        return round.round().us().secretariat().get(round.path() + "/opening").ok();
    }

    private Map<String, Object> offer(OpenedRoundStory.Offered round, int lot) {
        return OpenedRoundStory.offer(round.round().terms().lots().get(lot), 190_000);
    }

    private List<JsonNode> bidsOf(OpenedRoundStory.Offered round, OpenedRoundStory.Offerer offerer) {
        return offerer.client().get(round.path() + "/bids").ok().path("items").valueStream().toList();
    }

    private List<Integer> lies(OpenedRoundStory.Offered round) {
        return room(round).path("envelopes").valueStream().flatMap(one -> one.path("wrongShares").valueStream()).map(lie -> lie.path("trustee").asInt()).toList();
    }

    private void says(OpenedRoundStory.Offered round, OpeningPhase phase, int trustee, List<Release> releases) {
        story.says(round, phase, round.round().trustees().actors().get(trustee), releases);
    }

    private TrusteeSecret secret(OpenedRoundStory.Offered round, int trustee) {
        return round.round().trustees().secrets().get(trustee);
    }

    private static Envelope envelope(OpenedRoundStory.Offered round, int offerer) {
        return round.offerers().get(offerer).sealed().envelope();
    }

    @Test
    void aLyingTrusteeStopsNothingAndIsNamedOnceTheThirdReleases() {
        OpenedRoundStory.Offered round = story.closed(story.offered(2));
        story.releases(round, OpeningPhase.HEADERS, 0);
        says(round, OpeningPhase.HEADERS, 1, List.of(Forgeries.says(secret(round, 1), envelope(round, 0), Forgeries.chance(List.of(0), chance)),
                Forgeries.says(secret(round, 1), envelope(round, 1), List.of(new ReleasedShare(0, null)))));
        org.awaitility.Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> headers(round).equals(List.of("DISPUTED", "DISPUTED")));
        story.releases(round, OpeningPhase.HEADERS, 2);
        story.releases(round, OpeningPhase.SECTIONS, 0, 2);
        story.awaits(round, "OPENED");
        assertThat(room(round).path("envelopes").valueStream().map(one -> one.at("/wrongShares/0/trustee").asInt() + one.at("/wrongShares/0/lie").asString()))
                .containsExactlyInAnyOrder("2RELEASED_ANOTHER", "2SAID_IT_DOES_NOT_OPEN");
        assertThat(story.book(round).offers()).as("nobody lost an offer by it").hasSize(2).allSatisfy(offer -> assertThat(offer.lots()).hasSize(2));
    }

    @Test
    void aTrusteeThatLiesAfterTheOpeningIsNamedAndChangesNothing() {
        OpenedRoundStory.Offered round = story.opened(story.offered(2));
        OpenedRound before = story.book(round);
        says(round, OpeningPhase.SECTIONS, 2, List.of(Forgeries.says(secret(round, 2), envelope(round, 0), Forgeries.chance(List.of(1, 2), chance))));
        story.releases(round, OpeningPhase.SECTIONS);
        org.awaitility.Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !lies(round).isEmpty());
        assertThat(lies(round)).containsOnly(3);
        assertThat(story.book(round)).isEqualTo(before);
    }

    @Test
    void aTwoFacedHeaderLeavesItsEnvelopeShutAndATwoFacedSectionItsOfferAndBothAreListed() {
        OpenedRoundStory.Offered round = story.offered(2);
        OpenedRoundStory.Offerer header = story.offers(round, Map.of(), List.of(offer(round, 0), offer(round, 1)), sealed -> Forgeries.twoFaced(sealed, 0, chance));
        OpenedRoundStory.Offerer section = story.offers(round, Map.of(), List.of(offer(round, 0), offer(round, 1)), sealed -> Forgeries.twoFaced(sealed, 2, chance));
        story.opened(round);
        JsonNode shut = room(round).path("envelopes").valueStream().filter(one -> one.path("supplierId").asString().equals(header.client().party().toString())).findFirst().orElseThrow();
        assertThat(shut.path("header").asString()).isEqualTo("TWO_FACED");
        assertThat(shut.path("deceit").asString()).isEqualTo("KEY_NOT_AS_COMMITTED");
        assertThat(shut.path("wrongShares")).as("no trustee that told the truth").isEmpty();
        assertThat(bidsOf(round, header)).isEmpty();
        assertThat(bidsOf(round, section)).extracting(bid -> bid.path("status").asString() + bid.path("unread").asString("")).containsExactlyInAnyOrder("OPENED", "REJECTEDTWO_FACED");
        assertThat(story.book(round).offers()).hasSize(3);
    }

    @Test
    void whatIsNoOfferIsRejectedWithItsFaultsAndNeverAdmitted() {
        OpenedRoundStory.Offered round = story.offered(2);
        Map<String, Object> falling = offer(round, 0);
        falling.put("pricing", Map.of("rule", "ALL_UNITS", "tiers", List.of(Map.of("fromKg", 0, "priceFenPerTonne", 190_000), Map.of("fromKg", 0, "priceFenPerTonne", 180_000))));
        Map<String, Object> greedy = offer(round, 1);
        greedy.put("maximumKg", 10);
        OpenedRoundStory.Offerer careless = story.offers(round, Map.of(), List.of(falling, greedy));
        Map<String, Object> free = offer(round, 0);
        free.put("pricing", Map.of("rule", "ALL_UNITS", "tiers", List.of(Map.of("fromKg", 0, "priceFenPerTonne", 0))));
        OpenedRoundStory.Offerer generous = story.offers(round, Map.of(), List.of(free));
        OpenedRoundStory.Offerer elsewhere = story.offers(round, Map.of("round", "another:1"), List.of(offer(round, 0)));
        story.opened(round);
        assertThat(bidsOf(round, careless)).allSatisfy(bid -> assertThat(bid.path("status").asString()).isEqualTo("REJECTED"));
        assertThat(bidsOf(round, careless)).extracting(bid -> bid.at("/faults/0/fault").asString()).containsExactlyInAnyOrder("TIERS_NOT_RISING", "CAPACITY_BELOW_MINIMUM");
        assertThat(bidsOf(round, generous)).extracting(bid -> bid.at("/faults/0/fault").asString()).containsExactly("PRICE_NOT_POSITIVE");
        JsonNode stray = room(round).path("envelopes").valueStream().filter(one -> one.path("supplierId").asString().equals(elsewhere.client().party().toString())).findFirst().orElseThrow();
        assertThat(stray.path("header").asString()).isEqualTo("UNREADABLE");
        assertThat(stray.at("/faults/0/fault").asString()).isEqualTo("OTHER_ENVELOPE");
        UUID bad = UUID.fromString(bidsOf(round, careless).getFirst().path("id").asString());
        var office = round.round().us().actor();
        assertThatThrownBy(() -> database.write(Scope.of(office), tx -> judging.judge(new Asking(tx, office, world.now()), round.id(),
                new BidDesk.Verdict(List.of(bad), true, ""))).block(Duration.ofSeconds(30))).hasMessageContaining("BID_CANNOT_BE_TAKEN");
        assertThat(story.book(round).offers().stream().filter(offer -> offer.supplierId().equals(careless.client().party())).findFirst().orElseThrow().lots()).isEmpty();
    }

    @Test
    void aBundleIsOpenedOnlyIfAllOfItsLotsAre() {
        OpenedRoundStory.Offered round = story.offered(0);
        List<String> lots = round.round().terms().lots();
        OpenedRoundStory.Offerer bundled = story.offers(round, Map.of("bundles", List.of(Map.of("lots", lots))), List.of(offer(round, 0), offer(round, 1)));
        story.offers(round, Map.of(), List.of(offer(round, 0)));
        story.offers(round, Map.of(), List.of(offer(round, 0)));
        story.opened(round);
        assertThat(bidsOf(round, bundled)).isEmpty();
        assertThat(bundled.client().get(round.path() + "/opening/lots?supplierId=" + bundled.client().party()).ok().path("items").valueStream()
                .map(line -> line.path("because").asString())).containsExactlyInAnyOrder("BUNDLE_NOT_WHOLE", "TOO_FEW_OFFERS");
        assertThat(story.lots(round)).containsEntry(lots.getFirst(), "TENDERED").containsEntry(lots.getLast(), "FAILED");
    }

    @Test
    void whereNoLotHasEnoughOffersOnceHeadersAreOpenTheCallFailsAndNoSectionIsAskedFor() {
        OpenedRoundStory.Offered round = story.offered(0);
        story.offers(round, Map.of(), List.of(offer(round, 0)));
        story.offers(round, Map.of(), List.of(offer(round, 1)));
        story.closed(round);
        story.releases(round, OpeningPhase.HEADERS, 1, 2);
        story.awaits(round, "POOLED");
        assertThat(room(round).path("status").asString()).isEqualTo("FAILED");
        assertThat(room(round).path("envelopes").valueStream().map(one -> one.path("sectionsAsked").asInt())).containsExactly(0, 0);
        assertThat(story.lots(round).values()).containsOnly("FROZEN");
    }

    @Test
    void aTenderUnderTheBiddingLawIsNotOpenedWithTwoEnvelopes() {
        World.Association us = world.association(2);
        OpenedRoundStory.Offered round = story.offered(bids.tendered(us, trustees.of(us), Map.of("profile", "TENDER", "minimumOffersPerLot", 3, "publicityWorkingDays", 3)), 2);
        story.closed(round);
        assertThat(story.status(round)).isEqualTo("POOLED");
        assertThat(room(round).path("status").asString()).isEqualTo("FAILED");
        assertThat(room(round).path("envelopes")).as("of envelopes that nobody opens it is not told whose they are").isEmpty();
    }

    @Test
    void whoSealedHonestlyProvesItWhereAllTrusteesLieAndWhoDoesNotIsLeftShut() {
        OpenedRoundStory.Offered round = story.closed(story.offered(3));
        for (int trustee = 0; trustee < 3; trustee++) {
            int liar = trustee;
            says(round, OpeningPhase.HEADERS, trustee, round.offerers().stream().map(offerer ->
                    Forgeries.says(secret(round, liar), offerer.sealed().envelope(), Forgeries.chance(List.of(0), chance))).toList());
        }
        story.releases(round, OpeningPhase.HEADERS);
        org.awaitility.Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> headers(round).equals(List.of("DISPUTED", "DISPUTED", "DISPUTED")));
        for (int honest = 0; honest < 2; honest++) {
            round.supplier(honest).does("shown-" + honest + round.id(), round.path() + "/opening/sealing-record", json(round.offerers().get(honest).sealed().record().bytes())).ok();
        }
        assertThat(round.supplier(2).does(round.path() + "/opening/sealing-record", json(round.offerers().getFirst().sealed().record().bytes())).refusal())
                .isEqualTo("sealing-record-proves-nothing");
        var office = round.round().us().actor();
        database.write(Scope.of(office), tx -> disputes.leaveShut(new Asking(tx, office, world.now()), round.id(), round.supplier(2).party(), "供应商未能证明")).block(Duration.ofSeconds(30));
        story.releases(round, OpeningPhase.HEADERS);
        story.releases(round, OpeningPhase.SECTIONS, 0, 1);
        story.awaits(round, "OPENED");
        assertThat(headers(round)).containsExactlyInAnyOrder("OPENED", "OPENED", "LEFT_SHUT");
        assertThat(room(round).path("envelopes").valueStream().filter(one -> one.path("header").asString().equals("OPENED"))
                .flatMap(one -> one.path("wrongShares").valueStream()).map(lie -> lie.path("trustee").asInt()).distinct()).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(story.book(round).offers()).hasSize(2);
        assertThat(round.supplier(0).does("shown-0" + round.id(), round.path() + "/opening/sealing-record", json(round.offerers().getFirst().sealed().record().bytes())).isOk())
                .as("the same key is answered alike, also when nothing is disputed any more").isTrue();
    }

    @Test
    void whileTheRoundIsSuspendedNothingIsOpened() {
        OpenedRoundStory.Offered round = story.closed(story.offered(2));
        round.round().us().secretariat().does(round.path() + "/suspend", Map.of("reason", "监管部门要求暂停")).ok();
        assertThatThrownBy(() -> story.releases(round, OpeningPhase.HEADERS, 0)).hasMessageContaining("ROUND_STATE_DOES_NOT_ALLOW");
        round.round().us().secretariat().does(round.path() + "/resume", Map.of("reason", "恢复")).ok();
        story.releases(round, OpeningPhase.HEADERS, 0, 1);
        org.awaitility.Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> headers(round).equals(List.of("OPENED", "OPENED")));
    }

    private static JsonNode json(byte[] bytes) {
        return new tools.jackson.databind.json.JsonMapper().readTree(bytes);
    }
}
