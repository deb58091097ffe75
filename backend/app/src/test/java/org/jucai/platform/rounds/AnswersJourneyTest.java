package org.jucai.platform.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.membership.Founded;
import org.jucai.platform.membership.InvitationDesk;
import org.jucai.platform.membership.Texts;
import org.jucai.platform.security.Visitor;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
@Import(World.class)
class AnswersJourneyTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired World world;
    @Autowired Platform platform;
    @Autowired Founded founded;
    @Autowired InvitationDesk invitations;
    @Autowired Texts texts;
    @Autowired Database database;

    @Test
    void theChaseListTellsHowFarEachMemberHasAnswered() {
        World.Association us = world.association(4);
        UUID round = world.collectingRound(us);
        UUID line = us.buyerOf(0).submits(round, world.line(World.BEST, 96)).id();
        us.buyerOf(1).does(path(round, "decline"), null).ok();
        Map<String, Object> entered = world.line(World.BEST, 60);
        entered.put("enterpriseId", us.buyerOf(2).party().toString());
        us.secretariat().submits(round, entered).ok();

        JsonNode list = us.secretariat().get(path(round, "chase-list")).ok();
        assertThat(list.path("counts").toString())
                .isEqualTo("{\"notAnswered\":1,\"notConfirmed\":1,\"notSigned\":1,\"answered\":0,\"declined\":1}");
        assertThat(stateOf(list, us.buyerOf(0))).isEqualTo("NOT_SIGNED");
        assertThat(stateOf(list, us.buyerOf(1))).isEqualTo("DECLINED");
        assertThat(stateOf(list, us.buyerOf(2))).isEqualTo("NOT_CONFIRMED");
        assertThat(stateOf(list, us.buyerOf(3))).isEqualTo("NOT_ANSWERED");
        assertThat(us.secretariat().get(path(round, "chase-list?state=DECLINED")).ok().path("items").size()).isEqualTo(1);
        assertThat(world.association(0).secretariat().get(path(round, "chase-list")).refusal()).isEqualTo("not-found");

        assertThat(us.buyerOf(0).get("/api/demand-lines/" + line + "/readings").ok().path("items").size()).as("nothing of a line is told yet").isZero();
        world.timePasses(Duration.ofDays(8));
        UUID next = world.collectingRound(us);
        JsonNode later = us.secretariat().get(path(next, "chase-list")).ok();
        assertThat(entryOf(later, us.buyerOf(0)).path("lastAskedKg").asLong()).isEqualTo(96_000);
        JsonNode readings = us.buyerOf(0).get("/api/demand-lines/" + line + "/readings").ok().path("items");
        assertThat(readings.size()).as("each reading is noted, also that of a sum").isEqualTo(1);
        assertThat(readings.get(0).path("purpose").asString()).isEqualTo("CHASE");
        us.secretariat().get(path(next, "chase-list?state=ANSWERED")).ok();
        assertThat(us.buyerOf(0).get("/api/demand-lines/" + line + "/readings").ok().path("items").size()).as("who is not shown is not read").isEqualTo(1);
        assertThat(entryOf(later, us.buyerOf(2)).has("lastAskedKg")).as("never confirmed").isFalse();
    }

    @Test
    void theChaseListIsPagedByCode() {
        World.Association us = world.association(5);
        UUID round = world.collectingRound(us);
        JsonNode first = us.secretariat().get(path(round, "chase-list?limit=2")).ok();
        JsonNode second = us.secretariat().get(path(round, "chase-list?limit=2&cursor=" + first.path("nextCursor").asString())).ok();
        JsonNode third = us.secretariat().get(path(round, "chase-list?limit=2&cursor=" + second.path("nextCursor").asString())).ok();
        assertThat(List.of(first.path("items").size(), second.path("items").size(), third.path("items").size())).containsExactly(2, 2, 1);
        assertThat(first.path("counts").path("notAnswered").asInt()).isEqualTo(5);
        assertThat(third.path("nextCursor").asString("")).isEmpty();
        assertThat(first.path("items").get(1).path("enterpriseCode").asString()).isLessThan(second.path("items").get(0).path("enterpriseCode").asString());
    }

    @Test
    void aMemberIsRemindedAtMostOnceAnHour() {
        World.Association us = world.association(2);
        UUID round = world.collectingRound(us);
        Map<String, ?> both = Map.of("enterpriseIds", List.of(us.buyerOf(0).party().toString(), us.buyerOf(1).party().toString()));
        Map<String, ?> one = Map.of("enterpriseIds", List.of(us.buyerOf(0).party().toString(), UUID.randomUUID().toString()));
        assertThat(us.secretariat().does(path(round, "reminders"), one).ok().path("sent").asInt()).isEqualTo(1);
        assertThat(us.secretariat().does(path(round, "reminders"), both).ok().path("sent").asInt()).isEqualTo(1);
        assertThat(us.secretariat().does(path(round, "reminders"), both).ok().path("sent").asInt()).isZero();
        assertThat(waiting("round-reminder", round)).isEqualTo(2);
        assertThat(entryOf(us.secretariat().get(path(round, "chase-list")).ok(), us.buyerOf(0)).has("remindedAt")).isTrue();
        world.timePasses(Duration.ofMinutes(61));
        assertThat(us.secretariat().does(path(round, "reminders"), both).ok().path("sent").asInt()).isEqualTo(2);
        assertThat(world.association(0).secretariat().does(path(round, "reminders"), both).refusal()).isEqualTo("not-found");
    }

    @Test
    void whoeverHasLinesCannotSayNothingThisTimeAndOthersMaySayItTwice() {
        World.Association us = world.association(2);
        UUID round = world.collectingRound(us);
        us.buyerOf(0).submits(round, world.line(World.BEST, 60)).ok();
        assertThat(us.buyerOf(0).does(path(round, "decline"), null).refusal()).isEqualTo("enterprise-has-lines");
        us.buyerOf(1).does(path(round, "decline"), null).ok();
        assertThat(us.buyerOf(1).does(path(round, "decline"), null).ok().path("myAnswer").asString()).isEqualTo("DECLINED");
        assertThat(us.buyerOf(0).get("/api/rounds/" + round).ok().path("myAnswer").asString()).isEqualTo("LINES");
        assertThat(us.secretariat().get("/api/rounds/" + round).ok().has("myAnswer")).isFalse();
        assertThat(world.association(1).buyerOf(0).does(path(round, "decline"), null).refusal()).isEqualTo("not-a-member-of-association");
        world.timePasses(Duration.ofDays(8));
        assertThat(us.buyerOf(1).does(path(round, "decline"), null).refusal()).isEqualTo("demand-window-closed");
    }

    @Test
    void aBuyerSignsTheTextThatWasReadAndNoOther() {
        World.Association us = world.association(1);
        UUID round = world.collectingRound(us);
        us.buyerOf(0).submits(round, world.line(World.BEST, 60)).ok();
        Visitor buyer = signedIn(us.buyerOf(0).party());
        JsonNode read = body(buyer.get(path(round, "agreement")).expectStatus().isOk());
        assertThat(read.path("text").asString()).contains(World.BEST, "联合采购").doesNotContain("{");
        assertThat(read.path("signed").asBoolean()).isFalse();
        signs(buyer, round, "0".repeat(64)).expectStatus().isEqualTo(422).expectBody().jsonPath("$.type").isEqualTo("/problems/agreement-text-changed");
        JsonNode signed = body(signs(buyer, round, read.path("sha256").asString()).expectStatus().isOk());
        assertThat(signed.path("signed").asBoolean()).isTrue();
        assertThat(signed.path("signedByName").asString()).isEqualTo("签约人");
        Map<String, ?> longer = Map.of("collectingEndsAt", world.now().plus(Duration.ofDays(9)).toString(), "reason", "会员申请延期");
        us.secretariat().does(path(round, "extend"), longer).ok();
        JsonNode later = body(buyer.get(path(round, "agreement")).expectStatus().isOk());
        assertThat(later.path("sha256")).as("extending changes no text").isEqualTo(read.path("sha256"));
        assertThat(us.buyerOf(0).get("/api/rounds/" + round).ok().path("signed").asBoolean()).isTrue();
        assertThat(stateOf(us.secretariat().get(path(round, "chase-list")).ok(), us.buyerOf(0))).isEqualTo("ANSWERED");
        Visitor stranger = signedIn(world.association(1).buyerOf(0).party());
        signs(stranger, round, read.path("sha256").asString()).expectStatus().isForbidden();
    }

    @Test
    void anAnswerIsSeenByItsMemberAndItsAssociationOnly() {
        World.Association us = world.association(2);
        UUID round = world.collectingRound(us);
        us.buyerOf(0).does(path(round, "decline"), null).ok();
        assertThat(answersSeenBy(us.buyerOf(0).party(), round)).isEqualTo(1);
        assertThat(answersSeenBy(us.id(), round)).isEqualTo(1);
        assertThat(answersSeenBy(us.buyerOf(1).party(), round)).isZero();
    }

    private long answersSeenBy(UUID party, UUID round) {
        return database.read(Scope.parties(Set.of(party)), tx -> tx.sql("select count(*) from round_answer where round_id = :round")
                .bind("round", round).mapValue(Long.class).one()).block(Duration.ofSeconds(10));
    }

    @Test
    void pastTotalsTellATotalOnlyWhereItHidesEachMember() {
        UUID many = frozen(7);
        UUID few = frozen(2);
        Instant patience = Instant.now().plusSeconds(10);
        JsonNode totals = world.nobody().get("/api/past-totals").ok();
        while (!totals.toString().contains(few.toString()) && Instant.now().isBefore(patience)) totals = world.nobody().get("/api/past-totals").ok();
        assertThat(itemOf(totals, many).path("massKg").asLong()).isEqualTo(7 * 600_000L);
        assertThat(itemOf(totals, few).has("massKg")).as("two members").isFalse();
        assertThat(itemOf(totals, few).path("lotCount").asInt()).isPositive();
        assertThat(totals.path("enterprises").asInt()).isGreaterThanOrEqualTo(7);
    }

    @Test
    void theTemplateNamesTheRoundsGradesAndSpeaksTheReadersLanguage() throws IOException {
        World.Association us = world.association(1);
        UUID round = world.collectingRound(us);
        byte[] bytes = signedIn(us.buyerOf(0).party()).get(path(round, "demand-template")).expectStatus().isOk()
                .expectBody().returnResult().getResponseBodyContent();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(book.getSheet("lists").getRow(0).getCell(0).getStringCellValue()).isEqualTo(World.BEST);
            assertThat(book.getSheet("Demand").getRow(0).getCell(3).getStringCellValue()).isEqualTo("Grade");
            assertThat(book.getSheet("Demand").getRow(1).getCell(0).getStringCellValue()).as("the member's own number").startsWith("E");
            assertThat(book.getSheet("Instructions").getRow(3).getCell(0).getStringCellValue()).contains("never read");
        }
    }

    private UUID frozen(int members) {
        World.Association us = world.association(members);
        UUID round = world.collectingRound(us);
        for (int i = 0; i < members; i++) us.buyerOf(i).submits(round, world.line(World.BEST, 600)).ok();
        world.timePasses(Duration.ofDays(8));
        us.secretariat().does(path(round, "pool"), null).ok();
        us.secretariat().does(path(round, "freeze"), null).ok();
        world.poolIsPublished();
        return round;
    }

    private static String path(UUID round, String rest) {
        return "/api/rounds/" + round + "/" + rest;
    }

    private long waiting(String purpose, UUID round) {
        return texts.latest(200).block(Duration.ofSeconds(10)).stream()
                .filter(text -> text.purpose().equals(purpose) && text.body().contains(round.toString())).count();
    }

    private static String stateOf(JsonNode list, Client member) {
        return entryOf(list, member).path("state").asString();
    }

    private static JsonNode entryOf(JsonNode list, Client member) {
        return among(list, "enterpriseId", member.party());
    }

    private static JsonNode itemOf(JsonNode totals, UUID round) {
        return among(totals, "roundId", round);
    }

    private static JsonNode among(JsonNode list, String field, UUID id) {
        for (JsonNode item : list.path("items")) if (item.path(field).asString().equals(id.toString())) return item;
        throw new AssertionError(id + " is not in " + list);
    }

    /** Signing takes a session, so this buyer comes by the real door. */
    private Visitor signedIn(UUID enterprise) {
        String phone = Founded.phone();
        String account = Founded.account();
        Actor by = founded.actor(enterprise, PartyKind.ENTERPRISE, Role.MEMBER_ADMIN);
        InvitationDesk.Guest guest = new InvitationDesk.Guest(enterprise, "签约人", phone, Set.of(Role.MEMBER_BUYER), null);
        database.write(Scope.of(by), tx -> invitations.invite(new Asking(tx, by, world.now()), guest)).block(Duration.ofSeconds(10));
        String link = texts.latest(200).block(Duration.ofSeconds(10)).stream().filter(text -> text.phone().equals(phone)).findFirst().orElseThrow().body();
        String token = link.replaceAll("(?s).*/invitation/([A-Za-z0-9_-]+).*", "$1");
        Founded.now(invitations.accept(token, new InvitationDesk.Acceptance(account, "a long pass phrase", "accept-" + account)));
        return Visitor.signedIn(platform.nobody(), Map.of("account", account, "password", "a long pass phrase"));
    }

    private static WebTestClient.ResponseSpec signs(Visitor buyer, UUID round, String sha256) {
        return buyer.asks(HttpMethod.POST, path(round, "agreement")).header("Idempotency-Key", Client.newKey())
                .bodyValue(Map.of("sha256", sha256)).exchange();
    }

    private static JsonNode body(WebTestClient.ResponseSpec answer) {
        return JSON.readTree(answer.expectBody().returnResult().getResponseBodyContent());
    }
}
