package org.jucai.platform.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jucai.platform.recovery.RecallWorld.recall;
import static org.jucai.platform.recovery.RecallWorld.release;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jucai.platform.contracts.deliveries.DeliveryWorld;
import org.jucai.platform.contracts.spi.RecallGate;
import org.jucai.platform.inspection.InspectionWorld;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Whom goods reached, and what is recalled, as those who have the goods live it. */
@PlatformTest
@Import({RecallWorld.class, InspectionWorld.class})
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class RecallsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The plain question: from what entered by each truck of the supplier, move by move, to what stands. */
    private static final String PLAIN = """
            with recursive walk as (
                select p.id, p.delivery_id, p.place, p.keeper_id, p.mass_kg, p.ended_by from custody_parcel p join delivery d on d.id = p.delivery_id
                where d.seller_id = :seller and p.made_by = 1
                union
                select n.id, n.delivery_id, n.place, n.keeper_id, n.mass_kg, n.ended_by from custody_parcel n join walk w on n.delivery_id = w.delivery_id and n.made_by = w.ended_by)
            select coalesce(sum(mass_kg) filter (where place = :place), 0)::bigint from walk where ended_by is null
            """;

    @Autowired RecallWorld recalls;
    @Autowired InspectionWorld inspections;
    @Autowired World world;
    @Autowired Database database;
    @Autowired RecallGate gate;
    @Autowired RecallClock clock;
    @Autowired Platform platform;

    private long plain(UUID seller, String place) {
        return database.read(Scope.background(), tx -> tx.sql(PLAIN).bind("seller", seller).bind("place", place).mapValue(Long.class).one()).block(PATIENCE);
    }

    private static long at(JsonNode totals, String place) {
        return totals.path("places").valueStream().filter(each -> each.path("place").asString().equals(place)).mapToLong(each -> each.path("massKg").asLong()).sum();
    }

    @Test
    void whatIsRecalledIsNeitherPassedNorReleasedAndOnlyGoesBackUntilItIsLifted() {
        DeliveryWorld.Bought bought = recalls.bought();
        JsonNode stored = recalls.stored(bought, 32_000);
        JsonNode waiting = recalls.unloaded(bought, 30_000);
        JsonNode sent = recalls.stored(bought, 28_000);
        bought.group().does(DeliveryWorld.at(stored, "release"), release(10_000)).ok();
        for (JsonNode each : List.of(stored, waiting, sent)) bought.seller().does("/api/recalls", recall(each)).ok();
        assertThat(bought.group().does(DeliveryWorld.at(stored, "release"), release(1)).refusal()).isEqualTo("goods-are-recalled");
        assertThat(bought.store().does(DeliveryWorld.at(waiting, "pass"), Map.of("report", "Z-2")).refusal()).isEqualTo("goods-are-recalled");
        bought.group().does(DeliveryWorld.at(sent, "return"), Map.of("reason", "召回退货")).ok();
        JsonNode recall = bought.store().get("/api/recalls?limit=200").body().path("items").valueStream()
                .filter(each -> each.path("reference").asString().equals(stored.path("code").asString())).findFirst().orElseThrow();
        String lift = "/api/recalls/" + recall.path("id").asString() + "/lift";
        assertThat(bought.seller().does(lift, Map.of("words", "复检合格")).refusal()).isEqualTo("recall-lifted-by-another-person");
        assertThat(bought.group().does(lift, Map.of("words", "复检合格")).refusal()).isEqualTo("recall-step-of-another-party");
        world.alsoSells(bought.seller()).does(lift, Map.of("words", "复检合格")).ok();
        bought.group().does(DeliveryWorld.at(stored, "release"), release(22_000)).ok();
    }

    @Test
    void aRecallWaitsForReleasesUnderWayAndThoseThatComeAfterFindIt() throws Exception {
        DeliveryWorld.Bought bought = recalls.bought();
        JsonNode stored = recalls.stored(bought, 32_000);
        RecallGate.Goods goods = new RecallGate.Goods(UUID.fromString(stored.path("id").asString()), new UUID(0, 0), java.util.Optional.empty(), bought.seller().party(),
                bought.us().id(), bought.group().party(), java.util.Optional.empty());
        CompletableFuture<Client.Answer> opened = new CompletableFuture<>();
        boolean before = database.write(Scope.parties(java.util.Set.of(bought.group().party())), tx -> gate.holding(tx, goods)
                .doOnNext(_ -> Thread.startVirtualThread(() -> opened.complete(bought.seller().does("/api/recalls", recall(stored)))))
                .then(somebodyWaits()).map(_ -> opened.isDone())).block(PATIENCE);
        assertThat(before).as("a recall was opened while a release was under way").isFalse();
        opened.get(30, java.util.concurrent.TimeUnit.SECONDS).ok();
        assertThat(bought.group().does(DeliveryWorld.at(stored, "release"), release(1)).refusal()).isEqualTo("goods-are-recalled");
    }

    /** Until somebody stands before the door of recalls, or would have passed it long ago. */
    private Mono<Boolean> somebodyWaits() {
        return database.read(Scope.background(), tx -> tx.sql("select exists (select 1 from pg_locks where locktype = 'advisory' and not granted)").mapValue(Boolean.class).one())
                .filter(waits -> waits).repeatWhenEmpty(60, again -> again.delayElements(Duration.ofMillis(50))).defaultIfEmpty(false);
    }

    @Test
    void throughEverySplitAndMoveTheAnswerIsWhatThePlainQuestionSaysToTheKilogram() {
        DeliveryWorld.Bought bought = recalls.bought();
        JsonNode first = recalls.stored(bought, 32_000);
        recalls.unloaded(bought, 30_000);
        JsonNode back = recalls.stored(bought, 28_000);
        for (long part : new long[] {7_001, 4_999, 3_000}) bought.group().does(DeliveryWorld.at(first, "release"), release(part)).ok();
        bought.group().does(DeliveryWorld.at(back, "return"), Map.of("reason", "受潮")).ok();
        String days = "/api/reach?sellerId=%s&fromOn=%s&toOn=%s".formatted(bought.seller().party(), bought.fromOn().minusDays(2), bought.fromOn().plusDays(5));
        for (Client each : List.of(bought.seller(), bought.us().secretariat(), bought.group(), bought.store(), bought.member())) {
            JsonNode totals = each.get(days).ok().path("totals");
            assertThat(totals.path("massKg").asLong()).isEqualTo(90_000);
            for (String place : List.of("MEMBER", "STORE", "SUPPLIER", "TRUCK")) assertThat(at(totals, place)).as(place).isEqualTo(plain(bought.seller().party(), place));
        }
        assertThat(at(bought.seller().get(days).ok().path("totals"), "MEMBER")).isEqualTo(15_000);
        JsonNode page = bought.seller().get(days + "&limit=2").ok();
        assertThat(page.path("items").size()).isEqualTo(2);
        JsonNode rest = bought.seller().get(days + "&limit=2&cursor=" + page.path("nextCursor").asString()).ok();
        assertThat(rest.path("items").size()).isEqualTo(1);
        assertThat(rest.path("items").get(0).path("tickets").get(0).path("number").asString()).startsWith("T-");
    }

    @Test
    void theTableOfWhomGoodsReachedIsWhatTheListSaysAndNothingForARival() {
        DeliveryWorld.Bought bought = recalls.bought();
        JsonNode first = recalls.stored(bought, 32_000);
        recalls.unloaded(bought, 30_000);
        bought.group().does(DeliveryWorld.at(first, "release"), release(7_001)).ok();
        String days = "sellerId=%s&fromOn=%s&toOn=%s".formatted(bought.seller().party(), bought.fromOn().minusDays(2), bought.fromOn().plusDays(5));
        List<String> table = file(bought.us().secretariat(), days);
        List<JsonNode> listed = bought.us().secretariat().get("/api/reach?" + days).ok().path("items").valueStream().toList();
        assertThat(table).as("a line for its columns, and one for each truck").hasSize(listed.size() + 1);
        assertThat(table.getFirst()).startsWith("\uFEFF");
        for (JsonNode each : listed) {
            String line = table.stream().filter(one -> one.startsWith("\"" + each.path("code").asString() + "\"")).findFirst().orElseThrow();
            assertThat(line).contains("\"" + each.path("massKg").asLong() + "\"", each.path("tickets").get(0).path("number").asString());
        }
        assertThat(table.toString()).as("where the goods stand now").contains(" 7001", " 24999", " 30000");
        assertThat(file(bought.other(), days)).as("a rival").hasSize(1);
    }

    private List<String> file(Client reader, String asked) {
        byte[] bytes = platform.nobody().get().uri("/api/reach/file?" + asked).header(HttpHeaders.AUTHORIZATION, "Bearer " + reader.token()).exchange().expectStatus().isOk().expectBody()
                .returnResult().getResponseBodyContent();
        return new String(Objects.requireNonNull(bytes), StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void aRivalAnotherSupplierAndAnotherAssociationLearnNothing() {
        DeliveryWorld.Bought bought = recalls.bought();
        JsonNode stored = recalls.stored(bought, 32_000);
        String code = "/api/reach?code=" + stored.path("code").asString();
        DeliveryWorld.Bought elsewhere = recalls.bought();
        for (Client other : List.of(bought.other(), elsewhere.seller(), elsewhere.us().secretariat(), elsewhere.group(), elsewhere.store())) {
            JsonNode answer = other.get(code).ok();
            assertThat(answer.path("totals").path("trucks").asLong()).isZero();
            assertThat(answer.path("items").isEmpty()).isTrue();
        }
        assertThat(elsewhere.seller().get("/api/reach?sellerId=" + bought.seller().party() + "&source=x").status()).isEqualTo(403);
        assertThat(elsewhere.seller().does("/api/recalls", recall(stored)).refusal()).isEqualTo("recall-reaches-nothing");
        JsonNode recall = bought.seller().does("/api/recalls", recall(stored)).ok();
        assertThat(elsewhere.us().secretariat().get("/api/recalls/" + recall.path("id").asString()).status()).isEqualTo(404);
        JsonNode own = bought.member().get("/api/recalls/" + recall.path("id").asString()).ok();
        assertThat(own.path("concerns").valueStream().map(each -> each.path("partyId").asString())).containsExactly(bought.member().party().toString());
        assertThat(recall.path("concerns").size()).isEqualTo(3);
    }

    @Test
    void aMemberIsToldWhoReadItsGoodsAsOverseer() {
        DeliveryWorld.Bought bought = recalls.bought();
        recalls.stored(bought, 32_000);
        bought.us().secretariat().get("/api/reach?sellerId=%s&fromOn=%s&toOn=%s".formatted(bought.seller().party(), bought.fromOn(), bought.fromOn())).ok();
        long told = database.read(Scope.parties(java.util.Set.of(bought.member().party())), tx -> tx.sql("select count(*) from event where type = 'ReachRead' and party_id = :by")
                .bind("by", bought.us().id()).mapValue(Long.class).one()).block(PATIENCE);
        assertThat(told).isEqualTo(1);
    }

    @Test
    void aRecallIsClosedOnceEverybodyAnsweredAndItsGoodsStayHeld() {
        DeliveryWorld.Bought bought = recalls.bought();
        JsonNode stored = recalls.stored(bought, 32_000);
        JsonNode recall = bought.us().secretariat().does("/api/recalls", recall(stored)).ok();
        String at = "/api/recalls/" + recall.path("id").asString();
        for (Client each : List.of(bought.seller(), bought.group(), bought.store())) each.does(at + "/acknowledge", Map.of("handling", "KEPT_APART", "words", "已隔离")).ok();
        assertThat(bought.us().secretariat().does(at + "/close", Map.of("words", "结案")).refusal()).isEqualTo("recall-not-acknowledged-by-all");
        bought.member().does(at + "/acknowledge", Map.of("handling", "USED", "words", "已投料")).ok();
        assertThat(bought.member().does(at + "/acknowledge", Map.of("handling", "USED", "words", "已投料")).refusal()).isEqualTo("recall-acknowledged-already");
        assertThat(bought.us().secretariat().does(at + "/close", Map.of("words", "结案")).ok().path("status").asString()).isEqualTo("CLOSED");
        assertThat(bought.group().does(DeliveryWorld.at(stored, "release"), release(1)).refusal()).isEqualTo("goods-are-recalled");
    }

    @Test
    void goodsOfARecalledPeriodThatComeLaterAreHeldAndWhomTheyReachIsTold() {
        DeliveryWorld.Bought bought = recalls.bought();
        recalls.atMember(bought, 20_000);
        Map<String, Object> days = Map.of("sellerId", bought.seller().party(), "fromOn", bought.fromOn().toString(), "toOn", bought.fromOn().plusDays(5).toString(), "reason", "配料错误",
                "instruction", "停用");
        JsonNode recall = bought.seller().does("/api/recalls", days).ok();
        JsonNode later = recalls.unloaded(bought, 30_000);
        assertThat(bought.store().does(DeliveryWorld.at(later, "pass"), Map.of("report", "Z-9")).refusal()).isEqualTo("goods-are-recalled");
        assertThat(bought.store().get("/api/recalls/" + recall.path("id").asString()).status()).isEqualTo(404);
        assertThat(recall.path("concerns").size()).isEqualTo(2);
        clock.tick().block(PATIENCE);
        clock.tick().block(PATIENCE);
        assertThat(bought.store().get("/api/recalls/" + recall.path("id").asString()).ok().path("allowedCommands").get(0).asString()).isEqualTo("ACKNOWLEDGE");
        assertThat(bought.seller().get("/api/recalls/" + recall.path("id").asString()).ok().path("concerns").size()).isEqualTo(3);
    }

    @Test
    void aLaboratoryRecallsWhatItTestedAndNeverLearnsWhoseItIs() {
        InspectionWorld.Tested tested = inspections.agency();
        JsonNode batch = inspections.drawn(tested);
        String code = InspectionWorld.code(batch, "MAIN");
        JsonNode recall = tested.tester().does("/api/recalls", Map.of("code", code, "reason", "检出放射性", "instruction", "请停用")).ok();
        String text = recall.toString();
        for (UUID party : List.of(tested.bought().member().party(), tested.bought().seller().party(), tested.bought().us().id())) assertThat(text).doesNotContain(party.toString());
        for (JsonNode load : batch.path("loads")) assertThat(text).doesNotContain(load.path("code").asString()).doesNotContain(load.path("deliveryId").asString());
        assertThat(recall.path("concerns").isEmpty()).isTrue();
        assertThat(tested.tester().get("/api/reach?recallId=" + recall.path("id").asString()).status()).isEqualTo(403);
        assertThat(tested.umpire().does("/api/recalls", Map.of("code", code, "reason", "猜测", "instruction", "猜测")).status()).isEqualTo(404);
        JsonNode seen = tested.bought().member().get("/api/recalls/" + recall.path("id").asString()).ok();
        assertThat(seen.path("reference").isMissingNode()).isTrue();
        assertThat(tested.bought().member().get("/api/reach?recallId=" + recall.path("id").asString()).ok().path("totals").path("trucks").asLong()).isEqualTo(1);
    }
}
