package org.jucai.platform.bidding.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jucai.platform.bidding.BidWorld;
import org.jucai.platform.bidding.Trustees;
import org.jucai.platform.bidding.envelope.Envelope;
import org.jucai.platform.bidding.envelope.Forgeries;
import org.jucai.platform.bidding.envelope.Release;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.security.Officers;
import org.jucai.platform.security.Visitor;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.OpenedRoundStory;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.TestClock;
import org.jucai.platform.testing.Together;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Trustees at their desks, by HTTP: when they may release, what, and what they and others are told. */
@PlatformTest
@Import({OpenedRoundStory.class, World.class, Officers.class})
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class OpeningApiTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration SOON = Duration.ofMinutes(2);

    @Autowired OpenedRoundStory story;
    @Autowired BidWorld bids;
    @Autowired Trustees trustees;
    @Autowired Officers officers;
    @Autowired World world;
    @Autowired TestClock clock;
    @Autowired Platform platform;
    @Autowired OpeningTicks ticks;
    @Autowired SecureRandom chance;

    private OpenedRoundStory.Offered round;
    private List<Visitor> desks;

    /** Three trustees in front of their browsers, and two suppliers that have offered for both lots. */
    @BeforeEach
    void offered() {
        World.Association us = world.association(2);
        Client bank = world.other(PartyKind.BANK, Role.BANK_RISK_OFFICER);
        Client supervisor = world.other(PartyKind.SUPERVISOR, Role.SUPERVISOR);
        Trustees.Three three = trustees.of(List.of(us.actor(), actor(bank, PartyKind.BANK, Role.BANK_RISK_OFFICER), actor(supervisor, PartyKind.SUPERVISOR, Role.SUPERVISOR)));
        round = story.offered(bids.tendered(us, three, Map.of(), SOON), 2);
        desks = List.of(officers.officer(us.secretariat().person()), officers.officer(bank.person()), officers.officer(supervisor.person()));
    }

    private static Actor actor(Client client, PartyKind kind, Role role) {
        return new Actor(client.person(), client.party(), kind, java.util.Set.of(role), java.util.Set.of(), Actor.Entry.SESSION, true);
    }

    private void closes() {
        clock.set(round.round().dueAt());
        world.deadlinesAreKept();
    }

    private Envelope envelope(int supplier) {
        return round.offerers().get(supplier).sealed().envelope();
    }

    private Release release(int trustee, int supplier, Integer... sections) {
        return round.round().trustees().secrets().get(trustee).release(envelope(supplier), List.of(sections));
    }

    private Client.Answer says(int trustee, OpeningPhase phase, Release... releases) {
        return says(Client.newKey(), trustee, phase, releases);
    }

    private Client.Answer says(String key, int trustee, OpeningPhase phase, Release... releases) {
        return Officers.does(desks.get(trustee), key, round.path() + "/opening-shares", Map.of("phase", phase.name(),
                "releases", java.util.Arrays.stream(releases).map(one -> JSON.readTree(one.bytes())).toList()));
    }

    private JsonNode room() {
        return Officers.gets(desks.getFirst(), round.path() + "/opening").ok();
    }

    @Test
    void aMillisecondBeforeThePublishedTimeNothingIsReleasedAndAtItItIs() {
        closes();
        clock.set(round.round().opensAt().minusMillis(1));
        ticks.tick();
        assertThat(says(0, OpeningPhase.HEADERS, release(0, 0, 0)).refusal()).isEqualTo("opening-not-begun");
        assertThat(Officers.gets(desks.get(1), round.path() + "/opening/sealed-shares?phase=HEADERS").refusal()).isEqualTo("opening-not-begun");
        assertThat(room().path("status").asString()).isEqualTo("NOT_DUE");
        assertThat(room().path("envelopes")).isEmpty();
        clock.set(round.round().opensAt());
        assertThat(Officers.gets(desks.get(1), round.path() + "/opening/sealed-shares?phase=HEADERS").ok().path("left").asInt()).isEqualTo(2);
        JsonNode taken = says(0, OpeningPhase.HEADERS, release(0, 0, 0)).ok();
        assertThat(taken.path("taken").asInt()).isEqualTo(1);
        assertThat(taken.path("left").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsAskedOfATrusteeIsAllItNeedsAndNoMore() {
        story.closed(round);
        JsonNode asked = Officers.gets(desks.get(1), round.path() + "/opening/sealed-shares?phase=HEADERS").ok();
        assertThat(asked.path("trustee").asInt()).isEqualTo(2);
        assertThat(asked.path("items").valueStream().map(one -> one.path("envelopeSha256").asString()))
                .containsExactlyInAnyOrder(envelope(0).digest().hex(), envelope(1).digest().hex());
        JsonNode first = asked.path("items").valueStream().filter(one -> one.path("envelopeSha256").asString().equals(envelope(0).digest().hex())).findFirst().orElseThrow();
        assertThat(first.path("shares")).hasSize(1);
        Envelope.Addressed own = envelope(0).sealedTo(2, 0);
        assertThat(first.at("/shares/0/sealed").asString()).isEqualTo(own.sealed().text());
        assertThat(first.at("/shares/0/encapsulated").asString()).isEqualTo(own.encapsulated().text());
        assertThat(first.at("/shares/0/commitment").asString()).isEqualTo(own.commitment().text());
        assertThat(first.at("/head/sections").asInt()).isEqualTo(envelope(0).shape().sections());
        assertThat(Officers.gets(desks.get(1), round.path() + "/opening/sealed-shares?phase=SECTIONS").ok().path("items")).as("no section is asked for yet").isEmpty();
    }

    @Test
    void aTrusteeReleasesForItselfAndOnlyWhatIsAskedFor() {
        story.closed(round);
        assertThat(says(0, OpeningPhase.HEADERS, release(1, 0, 0)).refusal()).as("a stolen word").isEqualTo("release-of-another-trustee");
        assertThat(says(0, OpeningPhase.HEADERS, release(0, 0, 0, 1)).refusal()).as("a section that nobody asks for").isEqualTo("release-of-other-sections");
        assertThat(says(0, OpeningPhase.HEADERS, release(0, 0, 1)).refusal()).isEqualTo("release-of-other-sections");
        assertThat(says(0, OpeningPhase.SECTIONS, release(0, 0, 1)).refusal()).isEqualTo("release-of-other-sections");
        OpenedRoundStory.Offered other = story.offered(1);
        Release elsewhere = other.round().trustees().secrets().getFirst().release(other.offerers().getFirst().sealed().envelope(), List.of(0));
        assertThat(says(0, OpeningPhase.HEADERS, elsewhere).refusal()).as("of another round").isEqualTo("envelope-is-another");
        Release confused = Forgeries.says(round.round().trustees().secrets().getFirst(), envelope(0), List.of(Forgeries.moved(release(0, 0, 3), 3, 0)));
        assertThat(says(0, OpeningPhase.HEADERS, confused).refusal()).isEqualTo("share-of-another-section");
        assertThat(rows("opening_release")).as("nothing of it was kept").isZero();
        Visitor stranger = officers.officer(world.other(PartyKind.BANK, Role.BANK_RISK_OFFICER).person());
        assertThat(Officers.gets(stranger, round.path() + "/opening/sealed-shares?phase=HEADERS").refusal()).isEqualTo("not-a-trustee-of-the-round");
    }

    private long rows(String table) {
        try (var all = platform.databaseAs("postgres", "postgres");
                var found = all.createStatement().executeQuery("select count(*) from " + table + " where round_id = '" + round.id() + "'")) {
            found.next();
            return found.getLong(1);
        } catch (java.sql.SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void aChangedWordDoesNotHoldAndAWordOnceSaidIsNotTakenBack() {
        story.closed(round);
        JsonNode honest = JSON.readTree(release(0, 0, 0).bytes());
        ((tools.jackson.databind.node.ObjectNode) honest.path("shares").get(0)).remove("share");
        Client.Answer changed = Officers.does(desks.getFirst(), round.path() + "/opening-shares", Map.of("phase", "HEADERS", "releases", List.of(honest)));
        assertThat(changed.refusal()).as("who changed it on the way has nobody blamed").isEqualTo("signature-does-not-hold");
        String key = Client.newKey();
        JsonNode once = says(key, 0, OpeningPhase.HEADERS, release(0, 0, 0)).ok();
        assertThat(says(key, 0, OpeningPhase.HEADERS, release(0, 0, 0)).ok()).as("the same key is answered alike").isEqualTo(once);
        assertThat(says(0, OpeningPhase.HEADERS, release(0, 0, 0)).ok().path("taken").asInt()).as("the same word changes nothing").isZero();
        Release another = Forgeries.says(round.round().trustees().secrets().getFirst(), envelope(0), Forgeries.chance(List.of(0), chance));
        assertThat(says(0, OpeningPhase.HEADERS, another).refusal()).isEqualTo("shares-already-released");
    }

    @Test
    void whoeverAsksInTheMomentItBeginsIsAnswered() throws Exception {
        closes();
        clock.set(round.round().opensAt());
        List<Callable<Integer>> acts = java.util.stream.IntStream.range(0, 9).<Callable<Integer>>mapToObj(i -> () ->
                Officers.gets(desks.get(i % 3), round.path() + "/opening/sealed-shares?phase=HEADERS").ok().path("items").size()).toList();
        assertThat(Together.all(acts)).as("one of them begins it, all are told what to release").hasSize(9).containsOnly(2);
    }

    @Test
    void twoTrusteesAtOnceOpenOnceAndTheThirdMayStillSpeak() throws Exception {
        story.closed(round);
        List<Callable<Integer>> acts = java.util.stream.IntStream.range(0, 6).<Callable<Integer>>mapToObj(i -> () ->
                says(i % 2, OpeningPhase.HEADERS, release(i % 2, 0, 0), release(i % 2, 1, 0)).ok().path("taken").asInt()).toList();
        assertThat(Together.all(acts).stream().mapToInt(taken -> taken).sum()).as("each word was taken once").isEqualTo(4);
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            ticks.tick();
            return room().path("status").asString().equals("SECTIONS");
        });
        assertThat(says(2, OpeningPhase.HEADERS, release(2, 0, 0)).ok().path("left").asInt()).isEqualTo(1);
        story.releases(round, OpeningPhase.SECTIONS, 0, 2);
        story.awaits(round, "OPENED");
        assertThat(says(1, OpeningPhase.SECTIONS, release(1, 0, 1, 2)).ok().path("taken").asInt()).isEqualTo(1);
        JsonNode room = room();
        assertThat(room.path("envelopes").valueStream().map(one -> one.path("header").asString())).containsExactly("OPENED", "OPENED");
        assertThat(room.path("envelopes").valueStream().map(one -> one.path("position").asInt())).containsExactly(1, 2);
        JsonNode first = room.path("envelopes").valueStream().filter(one -> one.path("supplierId").asString().equals(round.supplier(0).party().toString())).findFirst().orElseThrow();
        assertThat(first.path("sectionsReleasedBy").valueStream().map(JsonNode::asInt)).as("those received in one instant are listed in any order").containsExactly(1, 2, 3);
        assertThat(rows("bid")).isEqualTo(4);
    }

    @Test
    void onceItHasBegunWhoOfferedIsToldToThoseItConcernsAndToNobodyElse() {
        Client auditor = world.other(PartyKind.AUDITOR, Role.AUDITOR);
        Client bystander = bids.supplier(round.round());
        Client bank = world.other(PartyKind.BANK, Role.BANK_RISK_OFFICER);
        assertThat(auditor.get(round.path() + "/opening").ok().path("envelopes")).isEmpty();
        story.closed(round);
        for (Client watcher : List.of(auditor, round.supplier(0), round.supplier(1), round.round().us().secretariat())) {
            assertThat(watcher.get(round.path() + "/opening").ok().path("envelopes").valueStream().map(one -> one.path("supplierId").asString()))
                    .containsExactlyInAnyOrder(round.supplier(0).party().toString(), round.supplier(1).party().toString());
        }
        for (Client other : List.of(bystander, bank)) assertThat(other.get(round.path() + "/opening").refusal()).isEqualTo("not-allowed");
        assertThat(bystander.get(round.path() + "/opening/lots").ok().path("items")).isEmpty();
    }

    @Test
    void everyOfferIsJudgedBeforeTheRoundIsEvaluatedAndASupplierReadsItsOwn() {
        story.opened(round);
        Visitor office = desks.getFirst();
        JsonNode all = Officers.gets(office, round.path() + "/bids?limit=3").ok();
        assertThat(all.path("items")).hasSize(3);
        assertThat(Officers.gets(office, round.path() + "/bids?limit=3&cursor=" + all.path("nextCursor").asString()).ok().path("items")).hasSize(1);
        JsonNode own = round.supplier(1).get(round.path() + "/bids").ok().path("items");
        assertThat(own.valueStream().map(bid -> bid.path("supplierId").asString()).distinct()).containsExactly(round.supplier(1).party().toString());
        assertThat(own.get(0).at("/offer/pricing/tiers/0/priceFenPerTonne").asLong()).isEqualTo(186_000);
        Map<String, ?> panel = Map.of("panel", List.of(Map.of("name", "甲某", "organisation", "协会", "expert", true), Map.of("name", "乙某", "organisation", "协会", "expert", true),
                Map.of("name", "丙某", "organisation", "协会", "expert", true)));
        assertThat(Officers.does(office, round.path() + "/evaluate", panel).refusal()).isEqualTo("bids-not-judged");
        String bad = own.get(0).path("id").asString();
        assertThat(Officers.does(office, round.path() + "/reject-bids", Map.of("bidIds", List.of(bad), "reason", "保证指标不足")).ok().path("left").asInt()).isEqualTo(3);
        assertThat(Officers.does(office, round.path() + "/admit-bids", Map.of()).ok().path("changed").asInt()).isEqualTo(3);
        assertThat(Officers.does(office, round.path() + "/admit-bids", Map.of("bidIds", List.of(new UUID(7, 7).toString()))).refusal()).isEqualTo("bid-is-not-there");
        assertThat(round.supplier(1).get(round.path() + "/bids?status=REJECTED").ok().at("/items/0/reason").asString()).isEqualTo("保证指标不足");
        assertThat(round.supplier(0).get(round.path() + "/bids?status=REJECTED").ok().path("items")).isEmpty();
        Officers.does(office, round.path() + "/evaluate", panel).ok();
        assertThat(Officers.does(office, round.path() + "/reject-bids", Map.of("bidIds", List.of(bad), "reason", "又改")).refusal()).isEqualTo("round-state-does-not-allow");
    }
}
