package org.jucai.platform.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.bidding.BidWorld;
import org.jucai.platform.live.Hearing;
import org.jucai.platform.membership.Founded;
import org.jucai.platform.notifications.webhooks.Sql;
import org.jucai.platform.security.Officers;
import org.jucai.platform.security.Visitor;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Who is told what, and who is not. */
@PlatformTest
@Import({BidWorld.class, NoticeTicks.class, Officers.class})
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class NoticesTest {
    @Autowired Platform platform;
    @Autowired World world;
    @Autowired BidWorld bids;
    @Autowired NoticeTicks notices;
    @Autowired Officers officers;

    private List<JsonNode> inbox(Client who, String query) {
        notices.fold(); // that these parties were admitted is another story, and whether their people were there by then is chance
        new Sql(platform).text("with gone as (delete from notice where kind = 'MEMBERSHIP' returning 1) select count(*)::text from gone");
        return who.get("/api/notices?limit=200" + query).ok().path("items").valueStream().toList();
    }

    private List<String> told(Client who) {
        return inbox(who, "").stream().map(one -> one.path("type").asString()).toList();
    }

    private Client.Answer reads(Client who, JsonNode notice) {
        return who.does("/api/notices/" + notice.path("id").asString() + "/read", null);
    }

    private UUID entered(World.Association us, UUID round, Client forWhom) {
        Map<String, Object> line = new HashMap<>(world.line(World.BEST, 96));
        line.put("enterpriseId", forWhom.party());
        return us.secretariat().does("/api/rounds/" + round + "/demand-lines", line).id();
    }

    private static final Map<String, Object> BY_TEXT = Map.of("kinds", List.of(Map.of("kind", "ROUND", "inbox", true, "sms", true, "weCom", false)), "workingDaysOnly", false, "language", "EN");

    private int chooses(Visitor who, Map<String, Object> more) {
        Map<String, Object> form = new HashMap<>(BY_TEXT);
        form.putAll(more);
        return who.asks(HttpMethod.PUT, "/api/notice-choices").header("If-Match", String.valueOf(Officers.gets(who, "/api/notice-choices").etag())).bodyValue(form).exchange().expectBody().returnResult().getStatus().value();
    }

    private Visitor signedIn(Client who) {
        return officers.officer(who.person());
    }

    /** One more of the supplier's people, whom its administrator adds. */
    private UUID colleague(Client supplier, Visitor administrator) {
        return Officers.does(administrator, "/api/people", Map.of("account", Founded.account(), "partyId", supplier.party(), "name", "样例同事", "phone", Founded.phone(), "roles", List.of("SUPPLIER_SELLER"))).id();
    }

    private List<String> told(UUID person) {
        notices.fold();
        return List.of(new Sql(platform).text("select string_agg(type, ',' order by type) from notice where person_id = '" + person + "'").split(",", -1));
    }

    private String textsTo(UUID who, String what) {
        return new Sql(platform).text("select " + what + " from text_message_outbox t join person p on p.phone = t.phone where p.id = '" + who + "' and t.purpose = 'notice'");
    }

    @Test
    void theStepsOfARoundReachWhomTheAssociationListedInTheirLanguageAndNobodyElse() {
        World.Association us = world.association(2);
        World.Association others = world.association(1);
        Client supplier = world.supplier(us.actor());
        UUID round = world.collectingRound(us);
        for (Client listed : List.of(us.buyerOf(0), us.buyerOf(1), supplier)) assertThat(told(listed)).containsExactlyInAnyOrder("CollectingOpened", "RoundAnnounced");
        for (Client foreign : List.of(others.buyerOf(0), others.secretariat(), us.secretariat())) assertThat(told(foreign)).as("who did it needs no notice").isEmpty();
        JsonNode newest = inbox(us.buyerOf(0), "").stream().filter(one -> one.path("type").asString().equals("CollectingOpened")).findFirst().orElseThrow();
        assertThat(newest.path("path").asString()).isEqualTo("/my/rounds/" + round);
        assertThat(inbox(supplier, "").getFirst().path("path").asString()).isEqualTo("/start/rounds/" + round + "/offer");
        assertThat(newest.path("words").asString()).contains("开始征集需求");
        assertThat(us.buyerOf(0).get("/api/notices/unread").ok().path("unread").asInt()).isEqualTo(2);
    }

    @Test
    void nobodyReadsAnothersNoticesAndEachOfAPartyReadsForThemselves() throws SQLException {
        World.Association us = world.association(1);
        Client supplier = world.supplier(us.actor());
        UUID other = colleague(supplier, signedIn(supplier));
        Visitor colleague = officers.officer(other);
        world.collectingRound(us);
        JsonNode theirs = inbox(supplier, "").getFirst();
        assertThat(reads(us.buyerOf(0), theirs).status()).isEqualTo(404);
        assertThat(Officers.does(colleague, "/api/notices/" + theirs.path("id").asString() + "/read", Map.of()).status()).as("also of the same party").isEqualTo(404);
        reads(supplier, theirs).ok();
        assertThat(inbox(supplier, "&unreadOnly=true")).hasSize(1);
        assertThat(Officers.gets(colleague, "/api/notices?unreadOnly=true").ok().path("items")).hasSize(2);
        assertThat(seen(supplier.person(), supplier.party(), supplier.person())).isEqualTo(2);
        assertThat(seen(other, supplier.party(), supplier.person())).as("the database shows a colleague none of them").isZero();
        assertThat(seen(supplier.person(), us.id(), supplier.person())).as("nor the person who acts for another party").isZero();
    }

    /** How many notices of a person the role of requests sees, asked by somebody for a party. */
    private int seen(UUID asks, UUID party, UUID of) throws SQLException {
        try (Connection app = platform.databaseAs("jucai_app", "app"); Statement statement = app.createStatement()) {
            statement.execute("select set_config('jucai.actors', '{" + asks + "}', false), set_config('jucai.parties', '{" + party + "}', false)");
            try (ResultSet found = statement.executeQuery("select count(*) from notice where person_id = '" + of + "'")) {
                found.next();
                return found.getInt(1);
            }
        }
    }

    @Test
    void whatIsUnreadStandsFirstPagesLoseNothingAndWhatCameAfterIsNotMarked() {
        World.Association us = world.association(1);
        Client buyer = us.buyerOf(0);
        world.collectingRound(us);
        JsonNode newest = inbox(buyer, "").getFirst();
        reads(buyer, newest).ok();
        UUID second = world.collectingRound(us);
        List<JsonNode> all = inbox(buyer, "");
        assertThat(all).hasSize(4);
        assertThat(all.getLast().path("id").asString()).as("the one that was read stands last").isEqualTo(newest.path("id").asString());
        Client.Answer page = buyer.get("/api/notices?limit=3");
        Client.Answer next = buyer.get("/api/notices?limit=3&cursor=" + page.ok().path("nextCursor").asString());
        assertThat(next.ok().path("items")).hasSize(1);
        assertThat(next.ok().path("items").path(0).path("id").asString()).isEqualTo(newest.path("id").asString());
        us.secretariat().does("/api/rounds/" + second + "/lock", Map.of("reason", "提前截止")).ok();
        notices.fold();
        assertThat(buyer.does("/api/notices/read-all", Map.of("upTo", all.getFirst().path("id").asString())).ok().path("unread").asInt()).isZero();
        assertThat(buyer.get("/api/notices?cursor=x-1").status()).isEqualTo(400);
    }

    @Test
    void aLogThatIsReadAnewTellsNobodyTwice() {
        World.Association us = world.association(1);
        UUID round = world.collectingRound(us);
        entered(us, round, us.buyerOf(0));
        assertThat(told(us.buyerOf(0))).containsExactlyInAnyOrder("LineEntered", "CollectingOpened", "RoundAnnounced");
        new Sql(platform).text("with again as (update feed_cursor set tx = '0', seq = 0 where reader = 'notices' returning 1) select count(*)::text from again");
        world.collectingRound(us);
        assertThat(told(us.buyerOf(0))).hasSize(5);
    }

    @Test
    void whoLeftAPartyIsToldNoMoreForItAndNoMessageThatWaitedComes() {
        World.Association us = world.association(1);
        Client supplier = world.supplier(us.actor());
        notices.fold();
        Visitor administrator = signedIn(supplier);
        UUID colleague = colleague(supplier, administrator);
        for (Visitor one : List.of(officers.officer(colleague), administrator)) assertThat(chooses(one, Map.of("digestAtMinute", 9 * 60))).isEqualTo(200);
        world.collectingRound(us);
        assertThat(told(colleague)).containsExactly("CollectingOpened", "RoundAnnounced");
        new Sql(platform).text("update appointment set to_on = from_on - 1 where person_id = '" + colleague + "' returning 'left'");
        world.collectingRound(us);
        assertThat(told(colleague)).containsExactly("CollectingOpened", "RoundAnnounced");
        assertThat(told(supplier)).hasSize(4);
        world.clockMoves(Duration.ofHours(24));
        notices.tell();
        assertThat(textsTo(supplier.person(), "count(*)::text")).isEqualTo("1");
        assertThat(textsTo(colleague, "count(*)::text")).as("what waited is not sent").isEqualTo("0");
    }

    @Test
    void beforeTheOpeningOnlyTheSuppliersOwnPeopleHearOfItsEnvelope() {
        BidWorld.Tendered round = bids.tendered();
        Client supplier = bids.supplier(round);
        UUID colleague = colleague(supplier, signedIn(supplier));
        Client rival = bids.supplier(round);
        List<Client> strangers = List.of(rival, round.us().secretariat(), round.us().buyerOf(0));
        Map<UUID, List<String>> before = strangers.stream().collect(Collectors.toMap(Client::person, stranger -> told(stranger)));
        try (Hearing listening = Hearing.of(platform.port(), rival.token(), "notices", null).opened(); Hearing own = Hearing.of(platform.port(), supplier.token(), "notices", null).opened()) {
            supplier.sends(HttpMethod.PUT, round.envelope(), bids.sealed(round, supplier.party(), 1, 1, 185_000)).ok();
            assertThat(told(supplier)).as("its receipt").contains("EnvelopeSealed");
            assertThat(told(colleague)).contains("EnvelopeSealed");
            assertThat(own.upTo("NoticesCame").getLast().data().propertyNames()).isSubsetOf("topic", "type", "at", "cells");
            round.us().secretariat().does("/api/rounds/" + round.round() + "/suspend", Map.of("reason", "暂停")).ok();
            notices.fold();
            assertThat(listening.upTo("NoticesCame")).as("of its own only").hasSize(1);
        }
        for (Client stranger : strangers) assertThat(told(stranger).stream().filter(type -> !before.get(stranger.person()).contains(type))).isSubsetOf("RoundSuspended");
    }

    @Test
    void severalThatAreDueAtOnceAreOneMessageAndWhatWasReadIsNotTold() {
        World.Association us = world.association(1);
        Client buyer = us.buyerOf(0);
        assertThat(chooses(signedIn(buyer), Map.of("digestAtMinute", 9 * 60))).isEqualTo(200);
        UUID round = world.collectingRound(us);
        List<JsonNode> all = inbox(buyer, "");
        us.secretariat().does("/api/rounds/" + round + "/suspend", Map.of("reason", "暂停")).ok();
        reads(buyer, all.stream().filter(one -> one.path("type").asString().equals("RoundAnnounced")).findFirst().orElseThrow()).ok();
        notices.fold();
        notices.tell();
        assertThat(textsTo(buyer.person(), "count(*)::text")).as("not before its time").isEqualTo("0");
        world.clockMoves(Duration.ofHours(24));
        for (int i = 0; i < 2; i++) notices.tell();
        assertThat(textsTo(buyer.person(), "count(*)::text")).isEqualTo("1");
        assertThat(textsTo(buyer.person(), "body")).contains("You have 2 new notices").contains("collecting demand").contains("suspended").doesNotContain("announced").contains("/notices");
    }

    @Test
    void whatIsSwitchedOffDoesNotComeAndWhatBindsDoes() {
        World.Association us = world.association(1);
        Client buyer = us.buyerOf(0);
        Visitor page = signedIn(buyer);
        assertThat(chooses(page, Map.of("kinds", List.of(Map.of("kind", "ROUND", "inbox", false, "sms", false, "weCom", false))))).isEqualTo(200);
        UUID round = world.collectingRound(us);
        us.secretariat().does("/api/rounds/" + round + "/cancel", Map.of("reason", "政策变化")).ok();
        assertThat(told(buyer)).containsExactly("RoundCancelled");
        page.asks(HttpMethod.PUT, "/api/notice-choices").header("If-Match", "\"0\"").bodyValue(BY_TEXT).exchange().expectStatus().isEqualTo(412);
    }

    @Test
    void aRobotsKeyIsSealedAndItsMessageWaitsInTheOutbox() {
        World.Association us = world.association(1);
        Client buyer = us.buyerOf(0);
        List<Map<String, Object>> kinds = List.of(Map.of("kind", "ROUND", "inbox", true, "sms", false, "weCom", true));
        Visitor page = signedIn(buyer);
        assertThat(chooses(page, Map.of("kinds", kinds))).as("no robot yet").isEqualTo(422);
        assertThat(chooses(page, Map.of("kinds", kinds, "language", "ZH", "weComRobotKey", "693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa"))).isEqualTo(200);
        world.collectingRound(us);
        notices.fold();
        notices.tell();
        assertThat(new Sql(platform).text("select string_agg(body, '|') from wecom_outbox where person_id = '" + buyer.person() + "'")).contains("开始征集需求");
        assertThat(new Sql(platform).text("select count(*)::text from wecom_outbox where robot_sealed like '%693a91f6%'")).isEqualTo("0");
        assertThat(new Sql(platform).text("select count(*)::text from notice_choice where robot_sealed like '%693a91f6%' or choices::text like '%693a91f6%'")).isEqualTo("0");
    }
}
