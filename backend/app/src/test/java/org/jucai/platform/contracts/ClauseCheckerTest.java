package org.jucai.platform.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.rounds.RoundTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClauseCheckerTest {

    private final DrawnContracts.Drawn agency = new DrawnContracts(new Random(5)).drawn(RoundTerms.Mode.AGENCY);
    private final DrawnContracts.Drawn principal = new DrawnContracts(new Random(5)).drawn(RoundTerms.Mode.PRINCIPAL);

    private static ClauseChecker checker(DrawnContracts.Drawn drawn, Map<UUID, Firm> firms, Map<UUID, UUID> circles) {
        Set<ClauseChecker.Trade> trades = drawn.contracts().stream().filter(contract -> contract.kind().sellsGoods())
                .map(contract -> new ClauseChecker.Trade(contract.sellerId(), contract.buyerId())).collect(Collectors.toSet());
        return new ClauseChecker(drawn.from().mode(), firms, circles, trades);
    }

    private static ClauseChecker checker(DrawnContracts.Drawn drawn) {
        return checker(drawn, DrawnContracts.firms(drawn.from()), Map.of());
    }

    private static ContractTerms with(ContractTerms terms, ContractTerms.Payment payment, ContractTerms.FeeBasis basis, String... clauses) {
        return new ContractTerms(payment, terms.lateInterestPpmPerDay(), new ContractTerms.Fee(basis, terms.fee().rateBp()), terms.delivery(), terms.formulas(), terms.disputeDays(),
                terms.approvalReference(), List.of(clauses));
    }

    private List<Finding.Clause> inSupply(String... clauses) {
        Contract supply = agency.of(ContractKind.SUPPLY).getFirst();
        ContractTerms terms = supply.text().terms();
        return clauses(checker(agency).check(supply, with(terms, terms.payment(), ContractTerms.FeeBasis.OF_THE_GOODS, clauses)));
    }

    private static List<Finding.Clause> clauses(List<Finding> findings) {
        return findings.stream().map(Finding::clause).toList();
    }

    @Test
    void whatIsDrawnByTheRulesIsClean() {
        for (DrawnContracts.Drawn drawn : List.of(agency, principal)) {
            drawn.contracts().forEach(contract -> assertThat(checker(drawn).check(contract, contract.text().terms())).isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"甲乙双方约定采用背靠背付款方式。", "本合同采用 背 - 靠 - 背 结算", "买方收到成员企业货款后十日内向卖方付款", "以下游付款为前提", "待最终用户回款后支付", "第三方付款到账之日起 5 日内支付",
        "Payment is back-to-back with the buyer's customer.", "pay-when-paid applies", "The price is due after the buyer has been paid by the member, once the member has paid.", "收 到 下 游 款 项 后 付 款"})
    void payWhenPaidIsFoundHoweverItIsWritten(String clause) {
        assertThat(inSupply(clause)).contains(Finding.Clause.PAY_WHEN_PAID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"买方不得以收到第三方付款作为向卖方支付的条件。", "货到后 30 日内付款。", "卖方应在收到通知后三日内发货。", "买方于验收合格后六十日内付清。", "质量异议应在到货后 7 日内书面提出。", "逾期付款的，每日按万分之五支付利息。"})
    void clausesThatAreInOrderAreNotFoundFault(String clause) {
        assertThat(inSupply(clause)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"货到九十日内付款", "余款于到货后 3 个月内付清", "验收后一百二十天支付", "质保金 10% 于一年后支付"})
    void aLongerTimeForPaymentIsFoundInWordsToo(String clause) {
        assertThat(inSupply(clause)).containsExactly(Finding.Clause.PAYMENT_TOO_LATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"成员应按日支付资金占用费", "服务费按月计收，每月 0.5%", "The service fee accrues at 0.02% per day"})
    void aFeeThatGrowsIsFound(String clause) {
        assertThat(inSupply(clause)).containsExactly(Finding.Clause.FEE_GROWS);
    }

    @Test
    void aSmallSupplierIsPaidWithinSixtyDaysAndALargeOneMayWait() {
        Contract supply = agency.of(ContractKind.SUPPLY).getFirst();
        ContractTerms terms = supply.text().terms();
        ContractTerms sixty = with(terms, new ContractTerms.Payment(ContractTerms.Trigger.DELIVERY, 60), ContractTerms.FeeBasis.OF_THE_GOODS);
        ContractTerms later = with(terms, new ContractTerms.Payment(ContractTerms.Trigger.DELIVERY, 61), ContractTerms.FeeBasis.OF_THE_GOODS);
        assertThat(checker(agency).check(supply, sixty)).isEmpty();
        assertThat(checker(agency).check(supply, later)).containsExactly(new Finding(Finding.Clause.PAYMENT_TOO_LATE, "/terms/payment/days", Map.of("days", 61, "limit", 60)));
        Map<UUID, Firm> large = new HashMap<>(DrawnContracts.firms(agency.from()));
        large.put(supply.sellerId(), new Firm(supply.sellerId(), "大型矿业", Optional.empty(), true));
        assertThat(checker(agency, large, Map.of()).check(supply, later)).isEmpty();
    }

    @Test
    void triggersAndBasesThatAreForbiddenAreFoundAsSuch() {
        Contract service = agency.of(ContractKind.SERVICE).getFirst();
        ContractTerms terms = service.text().terms();
        assertThat(clauses(checker(agency).check(service, with(terms, new ContractTerms.Payment(ContractTerms.Trigger.PAID_BY_OTHERS, 5), ContractTerms.FeeBasis.PER_DAY))))
                .containsExactly(Finding.Clause.PAY_WHEN_PAID, Finding.Clause.FEE_GROWS);
    }

    @Test
    void inPrincipalModeTheGroupsOwnApprovalIsNamed() {
        Contract supply = principal.of(ContractKind.SUPPLY).getFirst();
        ContractTerms terms = supply.text().terms();
        ContractTerms without = new ContractTerms(terms.payment(), terms.lateInterestPpmPerDay(), terms.fee(), terms.delivery(), terms.formulas(), terms.disputeDays(), Optional.empty(), List.of());
        assertThat(clauses(checker(principal).check(supply, without))).containsExactly(Finding.Clause.APPROVAL_MISSING);
        assertThat(checker(agency).check(agency.of(ContractKind.SUPPLY).getFirst(), without)).isEmpty();
    }

    @Test
    void oneFirmThatSuppliesAndReceivesIsALoopAndUnderOneHand() {
        ContractItem item = principal.items(ContractKind.RESALE).getFirst();
        Map<UUID, Firm> firms = new HashMap<>(DrawnContracts.firms(principal.from()));
        firms.put(item.supplierId(), new Firm(item.supplierId(), "同一家", Optional.of("91410183MA00000001"), false));
        firms.put(item.enterpriseId(), new Firm(item.enterpriseId(), "同一家", Optional.of("91410183MA00000001"), false));
        Contract supply = principal.of(ContractKind.SUPPLY).stream().filter(each -> each.sellerId().equals(item.supplierId())).findFirst().orElseThrow();
        List<Finding> found = checker(principal, firms, Map.of()).check(supply, supply.text().terms());
        assertThat(clauses(found)).contains(Finding.Clause.CLOSED_LOOP, Finding.Clause.COMMON_CONTROLLER);
        Finding loop = found.stream().filter(each -> each.clause() == Finding.Clause.CLOSED_LOOP).findFirst().orElseThrow();
        assertThat(loop.facts()).containsEntry("parties", item.supplierId() + "," + DrawnContracts.GROUP + "," + item.enterpriseId());
    }

    @Test
    void connectedSupplierAndMemberAreFound() {
        ContractItem item = agency.items(ContractKind.SUPPLY).getFirst();
        Contract supply = agency.of(ContractKind.SUPPLY).stream().filter(each -> each.items().contains(item)).findFirst().orElseThrow();
        UUID circle = DrawnContracts.id("circle");
        ClauseChecker checker = checker(agency, DrawnContracts.firms(agency.from()), Map.of(item.supplierId(), circle, item.enterpriseId(), circle));
        assertThat(clauses(checker.check(supply, supply.text().terms()))).containsExactly(Finding.Clause.COMMON_CONTROLLER);
    }

    /** Against an independent search: a loop is found exactly where the trades' transitive closure leads from the buyer to the seller. */
    @Test
    void aLoopOfAnyLengthIsFoundAndNothingElse() {
        Contract contract = agency.of(ContractKind.SUPPLY).getFirst();
        Random chance = new Random(20_261_123);
        int loops = 0;
        for (int i = 0; i < 2_000; i++) {
            List<UUID> nodes = new java.util.ArrayList<>(List.of(contract.sellerId(), contract.buyerId()));
            for (int n = 0; n < 5; n++) nodes.add(DrawnContracts.id("node" + n));
            Set<ClauseChecker.Trade> trades = new HashSet<>(Set.of(new ClauseChecker.Trade(contract.sellerId(), contract.buyerId())));
            for (int t = chance.nextInt(9); t > 0; t--) trades.add(new ClauseChecker.Trade(nodes.get(chance.nextInt(7)), nodes.get(chance.nextInt(7))));
            ClauseChecker checker = new ClauseChecker(RoundTerms.Mode.AGENCY, DrawnContracts.firms(agency.from()), Map.of(), trades);
            boolean found = clauses(checker.check(contract, contract.text().terms())).contains(Finding.Clause.CLOSED_LOOP);
            assertThat(found).as("%s", trades).isEqualTo(closure(trades).contains(new ClauseChecker.Trade(contract.buyerId(), contract.sellerId())));
            if (found) loops++;
        }
        assertThat(loops).isBetween(100, 1_900);
    }

    private static Set<ClauseChecker.Trade> closure(Set<ClauseChecker.Trade> trades) {
        Set<ClauseChecker.Trade> all = new HashSet<>(trades);
        boolean grew = true;
        while (grew) {
            Set<ClauseChecker.Trade> more = new HashSet<>();
            for (ClauseChecker.Trade one : all) all.stream().filter(two -> two.seller().equals(one.buyer())).forEach(two -> more.add(new ClauseChecker.Trade(one.seller(), two.buyer())));
            grew = all.addAll(more);
        }
        return all;
    }

    @Test
    void aFormulaIsForThePricesItWasMadeForAndForNoOthers() {
        Contract supply = agency.of(ContractKind.SUPPLY).getFirst();
        long price = supply.items().getFirst().priced().getFirst().priceFenPerTonne();
        assertThat(clauses(checker(agency).check(supply, supply.text().terms().with(List.of(formula(price, 10_000_000)))))).isEmpty();
        assertThat(clauses(checker(agency).check(supply, supply.text().terms().with(List.of(formula(1, price - 1)))))).contains(Finding.Clause.FORMULA_OF_OTHER_PRICES);
        List<Finding> above = checker(agency).check(supply, supply.text().terms().with(List.of(formula(10_000_000, 10_000_001))));
        assertThat(above).extracting(Finding::where).containsExactly("/terms/formulas/0");
        assertThat(above.getFirst().facts()).containsEntry("grade", "GL-85A").containsEntry("from", "100000.00");
        Contract service = agency.of(ContractKind.SERVICE).getFirst();
        assertThat(checker(agency).check(service, service.text().terms().with(List.of(formula(1, 2))))).as("sells nothing: has no price to be priced by").isEmpty();
    }

    private static ContractTerms.StampedFormula formula(long from, long to) {
        return new ContractTerms.StampedFormula("GL-85A", DrawnContracts.id("formula"), 1, "条款", from, to, "{}");
    }
}
