package org.jucai.platform.bidding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.TestClock;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What suppliers see, ask and send where offers are asked for, and what nobody learns from it. */
@PlatformTest
@Import(BidWorld.class)
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class TenderRoomTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired BidWorld bids;
    @Autowired World world;
    @Autowired TestClock clock;
    @Autowired Database database;

    private static String at(BidWorld.Tendered round, String what) {
        return "/api/rounds/" + round.round() + "/" + what;
    }

    private static List<JsonNode> items(Client reader, String path) {
        return reader.get(path).ok().path("items").valueStream().toList();
    }

    @Test
    void aSupplierSeesOfTenderedLotsWhatItMustKnowToOfferAndNothingOfWhoseTheyAre() {
        BidWorld.Tendered round = bids.tendered();
        List<JsonNode> lots = items(bids.supplier(round), at(round, "lots"));
        assertThat(lots.stream().map(lot -> lot.path("id").asString())).containsExactlyInAnyOrderElementsOf(round.terms().lots());
        Set<String> told = new TreeSet<>();
        lots.forEach(lot -> told.addAll(lot.propertyNames()));
        assertThat(lots).allSatisfy(lot -> assertThat(lot.path("lines")).isEmpty());
        assertThat(told).containsExactlyInAnyOrder("id", "code", "roundId", "status", "grade", "size", "packing", "zone", "windowFromOn", "windowToOn",
                "viableKg", "memberMinimumKg", "targetKg", "massKg", "maximumKg", "own", "lines");
        assertThat(lots.stream().mapToLong(lot -> lot.path("targetKg").asLong()).sum()).isEqualTo(160_000);
        assertThat(lots.getFirst().path("own")).isEmpty();
        assertThat(bids.supplier(round).get("/api/lots/" + round.terms().lots().getFirst()).ok().path("lines")).isEmpty();
    }

    @Test
    void nobodyButItsSuppliersSeesATenderedLotAndTheyNoneBeforeItIsTendered() {
        BidWorld.Tendered round = bids.tendered();
        World.Association others = world.association(1);
        assertThat(items(world.nobody(), at(round, "lots"))).isEmpty();
        assertThat(items(world.supplier(others.actor()), at(round, "lots"))).as("a supplier of another association").isEmpty();
        assertThat(items(others.buyerOf(0), at(round, "lots"))).isEmpty();
        assertThat(items(world.other(PartyKind.REGULATOR, Role.REGULATOR), at(round, "lots"))).isEmpty();
        Client supplier = bids.supplier(round);
        database.write(Scope.background(), tx -> tx.sql("update lot set tendered = false where round_id = :round").bind("round", round.round())
                .fetch().rowsUpdated()).block(PATIENCE);
        assertThat(items(supplier, at(round, "lots"))).isEmpty();
        assertThat(supplier.get("/api/lots/" + round.terms().lots().getFirst()).status()).isEqualTo(404);
    }

    @Test
    void nobodyLearnsWhoAskedBeforeTheOpeningBeginsNotEvenWhoeverAnswers() {
        BidWorld.Tendered round = bids.tendered();
        Client asker = bids.supplier(round);
        Client other = bids.supplier(round);
        Client secretariat = round.us().secretariat();
        UUID question = asker.does(at(round, "questions"), Map.of("text", "我公司在阳泉，能否卸 40 吨的车？", "lotId", round.terms().lots().getFirst())).id();
        assertThat(items(asker, at(round, "questions")).getFirst().path("mine").asBoolean()).isTrue();
        assertThat(items(other, at(round, "questions"))).as("not before it is answered").isEmpty();
        assertThat(items(secretariat, at(round, "questions"))).singleElement().satisfies(one -> assertThat(one.has("askerName")).isFalse());
        secretariat.does("/api/questions/" + question + "/answer", Map.of("answer", "限 32 吨。", "text", "能否卸 40 吨的车？")).ok();
        assertThat(items(other, at(round, "questions"))).singleElement().satisfies(one -> {
            assertThat(one.path("text").asString()).isEqualTo("能否卸 40 吨的车？");
            assertThat(one.path("answer").asString()).isEqualTo("限 32 吨。");
            assertThat(one.path("mine").asBoolean()).isFalse();
            assertThat(one.has("askerName")).isFalse();
        });
        assertThat(world.nobody().get(at(round, "questions")).status()).isEqualTo(401);
        hidden(round, asker);
        begun(round);
        assertThat(items(secretariat, at(round, "questions")).getFirst().path("askerName").asString()).isNotBlank();
        assertThat(items(other, at(round, "questions")).getFirst().has("askerName")).as("other suppliers never").isFalse();
    }

    /** Neither the round's history nor any row that the association, another role or background work may read names the asker. */
    private void hidden(BidWorld.Tendered round, Client asker) {
        String history = round.us().secretariat().get(at(round, "history?limit=200")).ok().toString();
        assertThat(history).contains("QuestionAsked", "QuestionAnswered").doesNotContain(asker.party().toString(), asker.person().toString());
        Actor officer = new Actor(round.us().secretariat().person(), round.us().id(), PartyKind.ASSOCIATION, Set.of(Role.SECRETARIAT), Set.of(), Actor.Entry.SESSION, true);
        for (Scope scope : List.of(Scope.of(officer), Scope.background(), Scope.nobody())) {
            assertThat(database.read(scope, tx -> tx.sql("select count(*)::int as c from question_asker where round_id = :round").bind("round", round.round())
                    .mapValue(Integer.class).one()).block(PATIENCE)).as(scope.toString()).isZero();
        }
    }

    private void begun(BidWorld.Tendered round) {
        database.write(Scope.background(), tx -> tx.sql("""
                insert into opening (round_id, call, association_id, phase, version, began_at) values (:round, 1, :association, 'HEADERS', 1, :at)
                """).bind("round", round.round()).bind("association", round.us().id()).bind("at", world.now().atOffset(java.time.ZoneOffset.UTC))
                .fetch().rowsUpdated()).block(PATIENCE);
    }

    @Test
    void questionsAreTakenUntilThePublishedTimeAndAnsweredUntilOffersAreDue() {
        BidWorld.Tendered round = bids.tendered();
        Client asker = bids.supplier(round);
        java.time.Instant until = java.time.Instant.parse(world.nobody().get("/api/rounds/" + round.round()).ok().at("/tender/questionsUntilAt").asString());
        assertThat(until).isEqualTo(round.dueAt().minus(Duration.ofDays(1)));
        clock.set(until.minusMillis(1));
        UUID question = asker.does(at(round, "questions"), Map.of("text", "付款以何日为准？")).id();
        clock.set(until);
        assertThat(asker.does(at(round, "questions"), Map.of("text", "还能提问吗？")).refusal()).isEqualTo("questions-closed");
        clock.set(round.dueAt().minusMillis(1));
        String answer = "/api/questions/" + question + "/answer";
        round.us().secretariat().does(answer, Map.of("answer", "以验收日为准。")).ok();
        assertThat(round.us().secretariat().does(answer, Map.of("answer", "以入库日为准。")).ok().path("version").asInt()).as("a correction is a new version").isEqualTo(3);
        clock.set(round.dueAt());
        assertThat(round.us().secretariat().does(answer, Map.of("answer", "改。")).refusal()).isEqualTo("question-answered-too-late");
        assertThat(world.association(1).secretariat().does(answer, Map.of("answer", "不相干")).status()).isEqualTo(404);
    }

    @Test
    void aSupplierAsksAtMostTwentyQuestionsAndOfTenderedLotsOnly() {
        BidWorld.Tendered round = bids.tendered();
        Client asker = bids.supplier(round);
        assertThat(asker.does(at(round, "questions"), Map.of("text", "哪一包？", "lotId", new UUID(0, 5))).refusal()).isEqualTo("lot-not-tendered");
        for (int i = 0; i < 20; i++) asker.does(at(round, "questions"), Map.of("text", "第" + i + "问？")).ok();
        assertThat(asker.does(at(round, "questions"), Map.of("text", "再问？")).refusal()).isEqualTo("questions-too-many");
        bids.supplier(round).does(at(round, "questions"), Map.of("text", "另一家的第一问")).ok();
        assertThat(world.supplier(world.association(1).actor()).does(at(round, "questions"), Map.of("text", "外来的")).refusal()).isEqualTo("supplier-not-admitted");
    }

    private Map<String, Object> parcel(BidWorld.Tendered round) {
        return new HashMap<>(Map.of("lotId", round.terms().lots().getFirst(), "massKg", 5, "courier", "顺丰", "courierNumber", "SF1234567890",
                "sentOn", clock.instant().atZone(java.time.ZoneId.of("Asia/Shanghai")).toLocalDate().toString()));
    }

    @Test
    void aSampleIsSeenByItsSupplierTheAssociationAndItsLaboratoryWhichDoesNotLearnWhoSentIt() {
        BidWorld.Tendered round = bids.tendered();
        Client supplier = bids.supplier(round);
        Client laboratory = world.other(PartyKind.LABORATORY, Role.LABORATORY_TECHNICIAN);
        Map<String, Object> parcel = parcel(round);
        parcel.put("laboratoryId", laboratory.party());
        JsonNode sample = supplier.does(at(round, "samples"), parcel).ok();
        for (Client reader : List.of(bids.supplier(round), world.other(PartyKind.LABORATORY, Role.LABORATORY_TECHNICIAN))) {
            assertThat(items(reader, at(round, "samples"))).isEmpty();
        }
        assertThat(items(round.us().secretariat(), at(round, "samples")).getFirst().path("supplierId").asString()).isEqualTo(supplier.party().toString());
        assertThat(items(laboratory, at(round, "samples"))).singleElement().satisfies(one -> {
            assertThat(one.path("code").asString()).isEqualTo(sample.path("code").asString());
            assertThat(one.toString()).doesNotContain(supplier.party().toString(), "supplierName");
        });
        String receive = "/api/samples/" + sample.path("id").asString() + "/receive";
        assertThat(world.other(PartyKind.LABORATORY, Role.LABORATORY_TECHNICIAN).does(receive, Map.of()).status()).as("another laboratory's").isEqualTo(404);
        assertThat(laboratory.does(receive, Map.of("remark", "封条完好")).ok().path("status").asString()).isEqualTo("RECEIVED");
        assertThat(Stream.of(receive, receive.replace("receive", "cancel")).map(path -> (path.endsWith("cancel") ? supplier : round.us().secretariat())
                .does(path, path.endsWith("cancel") ? null : Map.of()).refusal())).containsOnly("sample-state-does-not-allow");
        assertThat(round.us().secretariat().get(at(round, "history?limit=200")).ok().toString()).as("the history is exported").doesNotContain("Sample");
    }

    @Test
    void aSampleIsRegisteredOnceItWasSentForATenderedLotAndCancelledByItsSupplierAlone() {
        BidWorld.Tendered round = bids.tendered();
        Client supplier = bids.supplier(round);
        Map<String, Object> tomorrow = parcel(round);
        tomorrow.put("sentOn", world.now().plus(Duration.ofDays(2)).toString().substring(0, 10));
        assertThat(supplier.does(at(round, "samples"), tomorrow).refusal()).isEqualTo("sample-sent-in-the-future");
        Map<String, Object> nowhere = parcel(round);
        nowhere.put("laboratoryId", supplier.party());
        assertThat(supplier.does(at(round, "samples"), nowhere).refusal()).isEqualTo("laboratory-unknown");
        UUID sample = supplier.does(at(round, "samples"), parcel(round)).id();
        assertThat(bids.supplier(round).does("/api/samples/" + sample + "/cancel", null).status()).isEqualTo(404);
        assertThat(supplier.does("/api/samples/" + sample + "/cancel", null).ok().path("status").asString()).isEqualTo("CANCELLED");
        clock.set(round.dueAt());
        assertThat(supplier.does(at(round, "samples"), parcel(round)).refusal()).isEqualTo("offers-closed");
    }
}
