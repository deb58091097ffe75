package org.jucai.platform.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.contracts.deliveries.DeliveryWorld;
import org.jucai.platform.inspection.InspectionWorld;
import org.jucai.platform.recovery.RecallWorld;
import org.jucai.platform.settlement.SettlementWorld;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Who is told what of goods: settlement, laboratories, recalls, replacements. Whoever is told may open the page it leads to. */
@PlatformTest
@Import({SettlementWorld.class, InspectionWorld.class, RecallWorld.class, NoticeTicks.class, NoticeReaders.class})
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class NoticesOfGoodsTest {

    @Autowired World world;
    @Autowired SettlementWorld settlements;
    @Autowired InspectionWorld inspections;
    @Autowired RecallWorld recalls;
    @Autowired NoticeReaders readers;

    private List<String> settled(Client who) {
        return readers.told(who, NoticeKind.SETTLEMENT);
    }

    /** What was told of this statement. */
    private List<String> settled(Client who, JsonNode statement) {
        return readers.inbox(who).stream().filter(one -> one.path("path").asString().endsWith(statement.path("id").asString())).map(one -> one.path("type").asString()).toList();
    }

    private static List<Client> all(DeliveryWorld.Bought bought) {
        return List.of(bought.seller(), bought.member(), bought.other(), bought.group(), bought.store(), bought.us().secretariat());
    }

    /** A supplier's statement of one truck, and those it concerns. */
    private record Drawn(SettlementWorld.Settled settled, JsonNode supply) {

        Client seller() {
            return settled.bought().seller();
        }

        Client member() {
            return settled.bought().member();
        }
    }

    private Drawn drawn() {
        SettlementWorld.Settled settled = settlements.agency();
        settlements.came(settled, 32_000);
        settlements.beats();
        return new Drawn(settled, SettlementWorld.statements(settled.bought().seller(), settled.bought().contract()).getFirst());
    }

    @Test
    void aStatementReachesBothSidesAndItsFinanceGroupAndNobodyElse() {
        Drawn drawn = drawn();
        assertThat(settled(drawn.seller())).as("of the supply, not of the member's fee").containsExactly("StatementDrawn");
        assertThat(settled(drawn.member())).as("the fee is paid in advance").containsExactlyInAnyOrder("StatementDrawn", "StatementDrawn", "PayDayNear");
        assertThat(settled(drawn.settled().bought().group())).containsExactly("StatementDrawn", "StatementDrawn");
        for (Client stranger : List.of(drawn.settled().bought().other(), drawn.settled().bought().store(), drawn.settled().bought().us().secretariat())) assertThat(settled(stranger)).isEmpty();
        JsonNode notice = readers.inbox(drawn.seller()).stream().filter(one -> one.path("type").asString().equals("StatementDrawn")).findFirst().orElseThrow();
        assertThat(notice.path("path").asString()).isEqualTo("/settlements/" + drawn.supply().path("id").asString());
        assertThat(notice.path("words").asString()).contains(drawn.supply().path("code").asString()).contains("视为同意").doesNotContain("—");
        drawn.seller().does(SettlementWorld.at(drawn.supply(), "agree"), null).ok();
        drawn.member().does(SettlementWorld.at(drawn.supply(), "agree"), null).ok();
        assertThat(settled(drawn.member())).as("its own agreement is no news to who gave it").contains("SideAgreed.false").doesNotContain("SideAgreed.true");
        assertThat(settled(drawn.seller())).contains("SideAgreed.true").doesNotContain("SideAgreed.false");
        readers.follow(all(drawn.settled().bought()));
    }

    @Test
    void aDisputeItsEndTheInvoiceAndThePaymentReachTheOtherSide() {
        Drawn drawn = drawn();
        drawn.member().does(SettlementWorld.at(drawn.supply(), "dispute"), Map.of("grounds", "磅差", "disputedFen", 100_000)).ok();
        drawn.seller().does(SettlementWorld.at(drawn.supply(), "resolve"), Map.of("agreedFen", 0, "words", "照单")).ok();
        drawn.member().does(SettlementWorld.at(drawn.supply(), "resolve"), Map.of("agreedFen", 0, "words", "照单")).ok();
        drawn.seller().does(SettlementWorld.at(drawn.supply(), "invoices"), settlements.invoice(SettlementWorld.sheet(drawn.seller(), drawn.supply()))).ok();
        drawn.member().does(SettlementWorld.at(drawn.supply(), "payments"), settlements.payment(1_000)).ok();
        assertThat(settled(drawn.seller())).contains("StatementDisputed", "DisputeEnded", "MoneyChanged.PAID").doesNotContain("EndProposed", "MoneyChanged.INVOICED");
        assertThat(settled(drawn.member())).contains("EndProposed", "MoneyChanged.INVOICED").doesNotContain("StatementDisputed", "MoneyChanged.PAID");
        assertThat(readers.inbox(drawn.seller())).extracting(one -> one.path("words").asString()).noneMatch(words -> words.contains("磅差") || words.contains("照单"));
        readers.follow(all(drawn.settled().bought()));
    }

    @Test
    void thatAPayDayIsNearReachesWhoPaysAndThatItIsPastBothSidesEachOnce() {
        Drawn drawn = drawn();
        LocalDate due = LocalDate.parse(drawn.supply().path("nextDueOn").asString());
        Instant eve = due.atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant();
        settlements.timePasses(Duration.between(world.now(), eve.minus(Duration.ofDays(10))));
        assertThat(settled(drawn.member(), drawn.supply())).as("not so soon").doesNotContain("PayDayNear");
        settlements.timePasses(Duration.ofDays(9));
        settlements.beats();
        assertThat(settled(drawn.member(), drawn.supply())).containsOnlyOnce("PayDayNear").doesNotContain("LateInterestBegun");
        assertThat(settled(drawn.seller())).doesNotContain("PayDayNear");
        settlements.timePasses(Duration.between(world.now(), eve.plus(Duration.ofDays(1))).minusMillis(1));
        assertThat(settled(drawn.seller())).as("the whole of its day").doesNotContain("LateInterestBegun");
        settlements.timePasses(Duration.ofMillis(1));
        settlements.beats();
        for (Client side : List.of(drawn.seller(), drawn.member())) assertThat(settled(side, drawn.supply())).containsOnlyOnce("LateInterestBegun");
        readers.follow(all(drawn.settled().bought()));
        Drawn paid = drawn();
        assertThat(settled(paid.member(), paid.supply())).containsExactly("StatementDrawn");
        paid.member().does(SettlementWorld.at(paid.supply(), "payments"), settlements.payment(paid.supply().path("outstandingFen").asLong())).ok();
        settlements.timePasses(Duration.ofDays(60));
        assertThat(settled(paid.member(), paid.supply())).as("what was paid is neither near nor late").doesNotContain("PayDayNear", "LateInterestBegun");
    }

    @Test
    void aLaboratoryHearsOfItsSamplesAndNeverWhoseTheyAreAndWhoseTheyAreNeverTheirCodes() {
        InspectionWorld.Tested tested = inspections.agency();
        JsonNode batch = inspections.drawn(tested);
        String code = InspectionWorld.code(batch, "MAIN");
        String main = InspectionWorld.result(inspections.issued(tested.tester(), tested.verifier(), code, 845_000));
        inspections.beats();
        tested.bought().seller().does("/api/results/" + main + "/contest", Map.of("grounds", "与出厂检验不符", "retest", false)).ok();
        inspections.issued(tested.umpire(), tested.umpireVerifier(), InspectionWorld.code(batch, "UMPIRE"), 846_000);
        inspections.beats();
        assertThat(readers.told(tested.verifier())).as("its colleague did it").contains("ResultEntered").doesNotContain("ResultVerified");
        assertThat(readers.told(tested.tester())).contains("ResultVerified", "ResultIssued").doesNotContain("ResultEntered");
        DeliveryWorld.Bought bought = tested.bought();
        List<String> whose = List.of(batch.path("code").asString(), batch.path("id").asString(), bought.contract().toString(), bought.seller().party().toString(), bought.member().party().toString());
        for (Client laboratory : List.of(tested.tester(), tested.verifier(), tested.umpire(), tested.umpireVerifier())) {
            assertThat(readers.inbox(laboratory)).isNotEmpty().allSatisfy(one -> assertThat(one.path("kind").asString()).isEqualTo("INSPECTION"))
                    .allSatisfy(one -> assertThat(one.toString()).doesNotContain(whose));
        }
        List<String> codes = batch.path("samples").valueStream().map(each -> each.path("code").asString()).toList();
        assertThat(codes).hasSize(3);
        for (Client party : List.of(bought.seller(), bought.member(), bought.group(), bought.us().secretariat())) {
            assertThat(readers.inbox(party)).allSatisfy(one -> assertThat(one.toString()).doesNotContain(codes));
        }
        assertThat(readers.told(bought.seller(), NoticeKind.INSPECTION)).contains("SamplesDrawn", "ResultCame", "ResultFinal");
        assertThat(readers.told(bought.member(), NoticeKind.INSPECTION)).as("who contested needs no notice of it").contains("ResultContested").doesNotContain("SamplesDrawn");
        assertThat(readers.told(bought.other(), NoticeKind.INSPECTION)).isEmpty();
        readers.follow(all(tested.bought()));
        readers.follow(List.of(tested.tester(), tested.verifier(), tested.umpire(), tested.umpireVerifier()));
    }

    @Test
    void aRecallReachesWhomTheGoodsReachedAndWhoOverseesThemEachInTheirOwnWords() {
        DeliveryWorld.Bought bought = recalls.bought();
        JsonNode truck = recalls.stored(bought, 32_000);
        Client colleague = world.alsoSells(bought.seller());
        JsonNode recall = bought.seller().does("/api/recalls", RecallWorld.recall(truck)).ok();
        for (Client concerned : List.of(bought.member(), bought.store())) assertThat(readers.told(concerned, NoticeKind.RECALL)).containsExactly("RecallOpened");
        for (Client overseer : List.of(bought.group(), bought.us().secretariat())) assertThat(readers.told(overseer, NoticeKind.RECALL)).containsExactly("RecallOpened.OVERSEEN");
        assertThat(readers.told(colleague, NoticeKind.RECALL)).containsExactly("RecallOpened.OWN");
        for (Client nobody : List.of(bought.seller(), bought.other())) assertThat(readers.told(nobody, NoticeKind.RECALL)).isEmpty();
        String at = "/api/recalls/" + recall.path("id").asString();
        bought.member().does(at + "/acknowledge", Map.of("handling", "KEPT_APART", "words", "已单独存放")).ok();
        assertThat(readers.told(bought.seller(), NoticeKind.RECALL)).containsExactly("RecallAcknowledged");
        assertThat(readers.told(bought.store(), NoticeKind.RECALL)).as("those whom it concerns do not hear of each other").containsExactly("RecallOpened");
        colleague.does(at + "/lift", Map.of("words", "复检合格")).ok();
        assertThat(readers.told(bought.member(), NoticeKind.RECALL)).containsExactlyInAnyOrder("RecallOpened", "RecallLifted");
        assertThat(readers.inbox(bought.seller()).stream().filter(one -> one.path("type").asString().equals("RecallAcknowledged")).findFirst().orElseThrow().path("path").asString())
                .isEqualTo("/recalls/" + recall.path("id").asString());
        bought.group().get("/api/reach?code=" + truck.path("code").asString()).ok();
        assertThat(readers.told(bought.member(), NoticeKind.RECALL)).contains("ReachRead");
        readers.follow(all(bought));
    }

    @Test
    void aLaboratorysRecallReachesThoseWhoseGoodsItTestedAndItHearsOfNobody() {
        InspectionWorld.Tested tested = inspections.agency();
        JsonNode batch = inspections.drawn(tested);
        String code = InspectionWorld.code(batch, "MAIN");
        inspections.issued(tested.tester(), tested.verifier(), code, 845_000);
        JsonNode recall = tested.tester().does("/api/recalls", Map.of("code", code, "reason", "仪器未校准", "instruction", "请停用")).ok();
        assertThat(readers.told(tested.bought().member(), NoticeKind.RECALL)).containsExactly("RecallOpened");
        tested.bought().member().does("/api/recalls/" + recall.path("id").asString() + "/acknowledge", Map.of("handling", "KEPT_APART", "words", "已单独存放")).ok();
        assertThat(readers.told(tested.verifier(), NoticeKind.RECALL)).containsExactly("RecallOpened.OWN");
        assertThat(readers.told(tested.tester(), NoticeKind.RECALL)).as("who answered is not its to know").isEmpty();
        readers.follow(all(tested.bought()));
        readers.follow(List.of(tested.tester(), tested.verifier(), tested.umpire(), tested.umpireVerifier()));
    }

    @Test
    void aTruckInPlaceOfAnotherReachesThoseOfBothAndLeadsToTheOneThatComes() {
        DeliveryWorld.Bought bought = recalls.bought();
        JsonNode gone = bought.group().does(DeliveryWorld.at(recalls.stored(bought, 31_000), "return"), Map.of("reason", "检验不合格")).ok();
        JsonNode next = bought.seller().does(DeliveryWorld.at(gone, "replacements"), Map.of("plannedOn", bought.fromOn().plusDays(3).toString())).ok();
        for (Client concerned : List.of(bought.member(), bought.store(), bought.group())) {
            JsonNode told = readers.inbox(concerned).stream().filter(one -> one.path("type").asString().equals("ReplacementPlanned")).findFirst().orElseThrow();
            assertThat(told.path("path").asString()).endsWith("/" + UUID.fromString(next.path("deliveryId").asString()));
            assertThat(told.path("words").asString()).contains(gone.path("code").asString()).doesNotContain("—");
        }
        assertThat(readers.told(bought.other())).doesNotContain("ReplacementPlanned");
        readers.follow(all(bought));
    }
}
