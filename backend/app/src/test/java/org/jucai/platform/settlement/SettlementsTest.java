package org.jucai.platform.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jucai.platform.settlement.SettlementWorld.at;
import static org.jucai.platform.settlement.SettlementWorld.sheet;
import static org.jucai.platform.settlement.SettlementWorld.statements;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jucai.platform.contracts.deliveries.DeliveryWorld;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** From a truck that was taken to money that was paid, over HTTP. */
@PlatformTest
@Import(SettlementWorld.class)
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class SettlementsTest {

    @Autowired SettlementWorld settlements;

    private JsonNode only(SettlementWorld.Settled settled) {
        List<JsonNode> all = statements(settled.bought().seller(), settled.bought().contract());
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private SettlementWorld.Settled one(long kg) {
        SettlementWorld.Settled settled = settlements.agency();
        settlements.came(settled, kg);
        settlements.beats();
        return settled;
    }

    @Test
    void aTruckIsSettledOnBothSidesByItselfOnceItsQualityIsDecidedAndEachReadsItsOwn() {
        SettlementWorld.Settled settled = settlements.agency();
        JsonNode truck = settlements.unloaded(settled, 32_000);
        settlements.beats();
        assertThat(statements(settled.bought().seller(), settled.bought().contract())).as("in quarantine").isEmpty();
        settlements.passed(settled, truck);
        settlements.beats();
        JsonNode supply = only(settled);
        assertThat(supply.path("goodsFen").asLong()).isEqualTo(6_400_000);
        assertThat(supply.path("freightFen").asLong()).isEqualTo(96_000);
        assertThat(supply.path("totalFen").asLong()).isEqualTo(6_496_000);
        JsonNode service = statements(settled.bought().member(), settled.cover()).getFirst();
        assertThat(service.path("equalisationFen").asLong()).as("−1,234.57 × 0.064").isEqualTo(-7_901);
        assertThat(service.path("feeFen").asLong()).isEqualTo(96_000);
        assertThat(statements(settled.bought().seller(), settled.cover())).as("the fee is not the supplier's to read").isEmpty();
        assertThat(statements(settled.bought().other(), settled.bought().contract())).isEmpty();
        assertThat(settled.bought().other().get(at(supply, "")).status()).isEqualTo(404);
        JsonNode sides = sheet(settled.bought().member(), supply).path("sides");
        assertThat(sides.path("downstreamFen").asLong()).isEqualTo(6_496_000 - 7_901 + 96_000);
        assertThat(sides.path("differenceFen").asLong()).isZero();
        assertThat(sides.path("complete").asBoolean()).isTrue();
        assertThat(settlements.beats()).as("once").isZero();
    }

    @Test
    void inPrincipalModeTheMembersStatementIsTheSuppliersAndTheDisclosedFee() {
        SettlementWorld.Settled settled = settlements.principal();
        settlements.came(settled, 32_000);
        settlements.came(settled, 31_999);
        settlements.beats();
        long supplier = statements(settled.bought().group(), settled.bought().contract()).stream().mapToLong(each -> each.path("totalFen").asLong()).sum();
        List<JsonNode> resale = statements(settled.bought().member(), settled.cover());
        long disclosed = resale.stream().mapToLong(each -> each.path("feeFen").asLong() + each.path("equalisationFen").asLong()).sum();
        assertThat(resale.stream().mapToLong(each -> each.path("totalFen").asLong()).sum()).isEqualTo(supplier + disclosed);
        assertThat(sheet(settled.bought().group(), resale.getFirst()).path("sides").path("differenceFen").asLong()).isZero();
        assertThat(statements(settled.bought().member(), settled.bought().contract())).as("what the group pays is not the member's to read").isEmpty();
    }

    @Test
    void bothAgreeOrSilenceDoesAndWhatWasAgreedIsDisputedNoMore() {
        SettlementWorld.Settled settled = one(32_000);
        JsonNode statement = only(settled);
        assertThat(settled.bought().group().does(at(statement, "agree"), null).refusal()).as("no side of it").isEqualTo("settlement-step-of-another-party");
        assertThat(settled.bought().seller().does(at(statement, "agree"), null).ok().path("settlement").path("status").asString()).isEqualTo("DRAWN");
        assertThat(settled.bought().seller().does(at(statement, "agree"), null).refusal()).isEqualTo("statement-state-does-not-allow");
        settlements.timePasses(Duration.ofDays(14));
        JsonNode silent = sheet(settled.bought().member(), statement);
        assertThat(silent.path("settlement").path("status").asString()).isEqualTo("AGREED");
        assertThat(silent.path("bySilence").asBoolean()).isTrue();
        assertThat(settled.bought().member().does(at(statement, "dispute"), Map.of("grounds", "太晚了", "disputedFen", 1)).refusal()).isEqualTo("statement-state-does-not-allow");
    }

    @Test
    void theUndisputedPartStaysDueAndBothAlikeEndTheDisputeByANewVersion() {
        SettlementWorld.Settled settled = one(32_000);
        JsonNode statement = only(settled);
        Client member = settled.bought().member();
        assertThat(member.does(at(statement, "dispute"), Map.of("grounds", "少了一吨", "disputedFen", 6_496_001)).refusal()).isEqualTo("disputed-more-than-stated");
        member.does(at(statement, "dispute"), Map.of("grounds", "少了一吨", "disputedFen", 203_000)).ok();
        settlements.timePasses(Duration.ofDays(60));
        assertThat(sheet(member, statement).path("debt").path("overdueFen").asLong()).isEqualTo(6_496_000 - 203_000);
        settled.bought().seller().does(at(statement, "resolve"), Map.of("agreedFen", -100_000, "words", "各退一步")).ok();
        assertThat(member.does(at(statement, "resolve"), Map.of("agreedFen", -200_000, "words", "再退一步")).ok().path("settlement").path("status").asString()).isEqualTo("DISPUTED");
        JsonNode ended = settled.bought().seller().does(at(statement, "resolve"), Map.of("agreedFen", -200_000, "words", "同意")).ok();
        assertThat(ended.path("settlement").path("status").asString()).isEqualTo("AGREED");
        assertThat(ended.path("settlement").path("number").asInt()).isEqualTo(2);
        assertThat(ended.path("settlement").path("totalFen").asLong()).isEqualTo(6_296_000);
        assertThat(ended.path("debt").path("outstandingFen").asLong()).isEqualTo(6_296_000);
    }

    @Test
    void anInvoiceThatDoesNotMatchIsRefusedWithTheDifferenceAndANumberCountsOnceEver() {
        SettlementWorld.Settled settled = one(32_000);
        JsonNode sheet = sheet(settled.bought().seller(), only(settled));
        assertThat(sheet.path("toInvoice").toString()).contains("\"rateBp\":1300", "\"rateBp\":900");
        Map<String, Object> wrong = new HashMap<>(settlements.invoice(sheet));
        wrong.put("lines", List.of(Map.of("rateBp", 1_300, "netFen", 5_663_716, "vatFen", 736_184)));
        Client.Answer refused = settled.bought().seller().does(at(only(settled), "invoices"), wrong);
        assertThat(refused.refusal()).isEqualTo("invoice-does-not-match");
        assertThat(refused.body().path("detail").asString()).contains("64,000.00", "63,999.00", "−1.00");
        Map<String, Object> goods = new HashMap<>(settlements.invoice(sheet));
        goods.put("lines", List.of(Map.of("rateBp", 1_300, "netFen", 5_663_717, "vatFen", 736_283)));
        JsonNode half = settled.bought().seller().does(at(only(settled), "invoices"), goods).ok();
        assertThat(half.path("toInvoice")).as("two invoices: freight at 9 % is left").hasSize(1);
        Map<String, Object> again = new HashMap<>(settlements.invoice(half));
        again.put("number", goods.get("number"));
        assertThat(settled.bought().seller().does(at(only(settled), "invoices"), again).refusal()).isEqualTo("invoice-number-used-already");
        JsonNode whole = settled.bought().seller().does(at(only(settled), "invoices"), settlements.invoice(half)).ok();
        assertThat(whole.path("flows").path("invoice").asBoolean()).isTrue();
        assertThat(whole.path("settlement").path("invoiced").asBoolean()).isTrue();
    }

    @Test
    void aRedInvoiceNamesTheOneItTakesBack() {
        SettlementWorld.Settled settled = one(32_000);
        Map<String, Object> blue = settlements.invoice(sheet(settled.bought().seller(), only(settled)));
        settled.bought().seller().does(at(only(settled), "invoices"), blue).ok();
        Map<String, Object> red = new HashMap<>(Map.of("number", settlements.number(), "issuedOn", settlements.today(), "lines", List.of(Map.of("rateBp", 1_300, "netFen", -88_496, "vatFen", -11_504))));
        red.put("reverses", settlements.number());
        assertThat(settled.bought().seller().does(at(only(settled), "invoices"), red).refusal()).isEqualTo("invoice-takes-back-none");
        settled.bought().member().does(at(only(settled), "dispute"), Map.of("grounds", "少了", "disputedFen", 100_000)).ok();
        for (Client side : List.of(settled.bought().seller(), settled.bought().member())) side.does(at(only(settled), "resolve"), Map.of("agreedFen", -100_000, "words", "扣款")).ok();
        red.put("reverses", blue.get("number"));
        JsonNode after = settled.bought().seller().does(at(only(settled), "invoices"), red).ok();
        assertThat(after.path("toInvoice")).isEmpty();
    }

    @Test
    void thePaydayIsTheContractsAndInterestStartsByItselfAndStopsForWhatIsPaid() {
        SettlementWorld.Settled settled = one(32_000);
        JsonNode due = only(settled);
        assertThat(due.path("nextDueOn").asString()).isGreaterThanOrEqualTo(LocalDate.parse(settlements.today()).plusDays(30).toString());
        long wait = ChronoUnit.DAYS.between(LocalDate.parse(settlements.today()), LocalDate.parse(due.path("nextDueOn").asString()));
        settlements.timePasses(Duration.ofDays(wait + 10));
        JsonNode late = settled.bought().seller().get("/api/payables?overdue=true").ok().path("items").get(0);
        assertThat(late.path("debt").path("interestFen").asLong()).as("0.05 % a day").isEqualTo(6_496_000 * 10 / 2_000);
        assertThat(settled.bought().seller().does(at(due, "payments"), settlements.payment(1)).refusal()).isEqualTo("settlement-step-of-another-party");
        Map<String, Object> part = settlements.payment(6_000_000);
        settled.bought().member().does(at(due, "payments"), part).ok();
        assertThat(settled.bought().member().does(at(due, "payments"), part).refusal()).isEqualTo("payment-reference-used-already");
        assertThat(settled.bought().member().does(at(due, "payments"), settlements.payment(496_001)).refusal()).isEqualTo("payment-exceeds-debt");
        settlements.timePasses(Duration.ofDays(10));
        JsonNode sheet = sheet(settled.bought().seller(), due);
        assertThat(sheet.path("debt").path("interestFen").asLong()).isEqualTo(6_000_000 * 10 / 2_000 + 496_000 * 20 / 2_000);
        Map<String, Object> rest = new HashMap<>(settlements.payment(496_000));
        rest.put("interestFen", 34_960);
        settled.bought().member().does(at(due, "payments"), rest).ok();
        assertThat(settled.bought().seller().get("/api/payables").ok().path("items")).isEmpty();
        assertThat(sheet(settled.bought().seller(), due).path("flows").path("money").asBoolean()).isTrue();
    }

    @Test
    void whereTheTermRunsFromTheInvoiceOneStatementIsDrawnForAMonthAndNothingIsDueBefore() {
        SettlementWorld.Settled settled = settlements.agency();
        settlements.pays(settled.bought().contract(), "INVOICE", 30);
        settlements.came(settled, 32_000);
        settlements.came(settled, 31_000);
        settlements.beats();
        assertThat(statements(settled.bought().seller(), settled.bought().contract())).as("the month is not over").isEmpty();
        settlements.timePasses(Duration.ofDays(32));
        JsonNode month = only(settled);
        assertThat(month.path("period").asString()).isEqualTo("MONTH");
        assertThat(month.path("lineCount").asInt()).isEqualTo(2);
        assertThat(month.path("nextDueOn").isMissingNode()).isTrue();
        settled.bought().seller().does(at(month, "invoices"), settlements.invoice(sheet(settled.bought().seller(), month))).ok();
        assertThat(only(settled).path("nextDueOn").asString()).isGreaterThanOrEqualTo(LocalDate.parse(settlements.today()).plusDays(30).toString());
    }

    @Test
    void goodsThatWentBackAreTakenBackByARedStatementOnBothSidesAndNeverByAChange() {
        SettlementWorld.Settled settled = settlements.agency();
        JsonNode truck = settlements.came(settled, 32_000);
        settlements.beats();
        JsonNode before = only(settled);
        settled.bought().member().does(DeliveryWorld.at(truck, "return"), Map.of("reason", "混入杂质")).ok();
        settlements.beats();
        List<JsonNode> all = statements(settled.bought().seller(), settled.bought().contract());
        assertThat(all).hasSize(2);
        JsonNode red = of(all, "REVERSAL").getFirst();
        assertThat(red.path("totalFen").asLong()).isEqualTo(-before.path("totalFen").asLong());
        assertThat(red.path("reversesId").asString()).isEqualTo(before.path("id").asString());
        JsonNode after = of(all, "DELIVERY").getFirst();
        assertThat(after.path("totalFen").asLong()).as("what was drawn stays as it was").isEqualTo(before.path("totalFen").asLong());
        assertThat(after.path("outstandingFen").asLong()).isZero();
        assertThat(statements(settled.bought().member(), settled.cover())).hasSize(2);
        settlements.came(settled, 32_000);
        settlements.beats();
        assertThat(of(statements(settled.bought().seller(), settled.bought().contract()), "DELIVERY")).as("with the replacement").hasSize(2)
                .allSatisfy(each -> assertThat(each.path("goodsFen").asLong()).isEqualTo(6_400_000));
    }

    private static List<JsonNode> of(List<JsonNode> all, String period) {
        return all.stream().filter(each -> each.path("period").asString().equals(period)).toList();
    }
}
