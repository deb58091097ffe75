package org.jucai.platform.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jucai.platform.award.settling.SettledLot;
import org.jucai.platform.rounds.RoundTerms;
import org.junit.jupiter.api.Test;

/** Claims about contracts drawn from awards that chance settled. */
class DrawingTest {

    private static final int AWARDS = 300;

    private static void claim(RoundTerms.Mode mode, Consumer<DrawnContracts.Drawn> claim) {
        for (int seed = 0; seed < AWARDS; seed++) {
            DrawnContracts.Drawn drawn = new DrawnContracts(new Random(seed)).drawn(mode);
            try {
                claim.accept(drawn);
            } catch (AssertionError failed) {
                throw new AssertionError("seed " + seed + ", " + mode, failed);
            }
        }
    }

    private static long sum(List<ContractItem> items, ToLongFunction<ContractItem> of) {
        return items.stream().mapToLong(of).sum();
    }

    @Test
    void supplyContractsSumToWhatSuppliersSoldLotByLotToTheFen() {
        for (RoundTerms.Mode mode : RoundTerms.Mode.values()) {
            claim(mode, drawn -> drawn.from().settlement().lots().forEach(lot -> lot.sold().forEach(sold -> {
                List<ContractItem> items = drawn.items(ContractKind.SUPPLY).stream()
                        .filter(item -> item.lotId().toString().equals(lot.lot()) && item.supplierId().toString().equals(sold.supplier())).toList();
                assertThat(sum(items, item -> item.mass().kg())).isEqualTo(sold.mass().kg());
                assertThat(sum(items, item -> item.money().goodsFen())).isEqualTo(sold.goods().fen());
                assertThat(sum(items, item -> item.money().freightFen())).isEqualTo(sold.freight().fen());
            })));
        }
    }

    @Test
    void whatAMemberPaysByItsContractsIsItsStatementButForFetching() {
        claim(RoundTerms.Mode.AGENCY, drawn -> eachLine(drawn, drawn.contracts()));
        claim(RoundTerms.Mode.PRINCIPAL, drawn -> eachLine(drawn, drawn.of(ContractKind.RESALE)));
    }

    private static void eachLine(DrawnContracts.Drawn drawn, List<Contract> paid) {
        List<ContractItem> items = paid.stream().flatMap(contract -> contract.items().stream()).toList();
        for (SettledLot lot : drawn.from().settlement().lots()) {
            for (SettledLot.Got got : lot.got()) {
                long fetching = got.total().fen() - got.fee().fen() - got.equalisation().fen()
                        - got.parts().stream().mapToLong(part -> part.goods().fen() + part.freight().fen()).sum();
                List<ContractItem> own = items.stream().filter(item -> item.lineId().toString().equals(got.line())).toList();
                assertThat(sum(own, item -> item.money().totalFen())).isEqualTo(got.total().fen() - fetching);
            }
        }
    }

    @Test
    void upstreamAndDownstreamAreTheSameGoods() {
        for (RoundTerms.Mode mode : RoundTerms.Mode.values()) {
            claim(mode, drawn -> {
                ContractKind downstream = mode == RoundTerms.Mode.AGENCY ? ContractKind.SERVICE : ContractKind.RESALE;
                Map<UUID, ContractItem> upstream = drawn.items(ContractKind.SUPPLY).stream().collect(Collectors.toMap(ContractItem::id, Function.identity()));
                List<ContractItem> covering = drawn.items(downstream);
                assertThat(covering.stream().map(item -> item.upstreamItemId().orElseThrow())).containsExactlyInAnyOrderElementsOf(upstream.keySet());
                covering.forEach(item -> assertThat(facts(item)).isEqualTo(facts(upstream.get(item.upstreamItemId().orElseThrow()))));
                assertThat(drawn.items(ContractKind.SUPPLY)).allMatch(item -> item.upstreamItemId().isEmpty());
            });
        }
    }

    private static List<Object> facts(ContractItem item) {
        return List.of(item.lotId(), item.lineId(), item.enterpriseId(), item.supplierId(), item.goods(), item.mass(), item.destination());
    }

    @Test
    void thereIsOneContractForEachPairAndItsCodeIsItsOwn() {
        for (RoundTerms.Mode mode : RoundTerms.Mode.values()) {
            claim(mode, drawn -> {
                Set<List<Object>> pairs = new HashSet<>();
                drawn.contracts().forEach(contract -> assertThat(pairs.add(List.of(contract.kind(), contract.sellerId(), contract.buyerId()))).isTrue());
                assertThat(drawn.contracts().stream().map(Contract::code)).doesNotHaveDuplicates();
                assertThat(drawn.contracts()).noneMatch(contract -> contract.items().isEmpty());
                assertThat(drawn.of(ContractKind.SUPPLY)).allMatch(contract -> contract.buyerId().equals(DrawnContracts.GROUP) == (mode == RoundTerms.Mode.PRINCIPAL));
            });
        }
    }

    @Test
    void pricedPartsAreTheItemsMass() {
        claim(RoundTerms.Mode.AGENCY, drawn -> drawn.items(ContractKind.SUPPLY)
                .forEach(item -> assertThat(item.priced().stream().mapToLong(ContractItem.Priced::massKg).sum()).isEqualTo(item.mass().kg())));
    }

    @Test
    void theTextsDigestIsOfAllThatIsAgreed() {
        DrawnContracts.Drawn drawn = new DrawnContracts(new Random(1)).drawn(RoundTerms.Mode.AGENCY);
        Map<UUID, Firm> firms = DrawnContracts.firms(drawn.from());
        Contract contract = drawn.of(ContractKind.SUPPLY).getFirst();
        ContractDocument document = ContractDocument.of(contract, 1, contract.text().terms(), firms);
        assertThat(document.sha256()).isEqualTo(contract.text().sha256()).hasSize(64);
        assertThat(document.json()).startsWith("{\"agent\":").contains("\"massKg\":" + contract.mass().kg(), "\"fenPerTonne\":");
        ContractTerms other = contract.text().terms();
        ContractTerms later = new ContractTerms(new ContractTerms.Payment(ContractTerms.Trigger.DELIVERY, 31), other.lateInterestPpmPerDay(), other.fee(), other.delivery(),
                other.formulas(), other.disputeDays(), other.approvalReference(), other.supplementary());
        assertThat(ContractDocument.of(contract, 1, later, firms).sha256()).isNotEqualTo(document.sha256());
        assertThat(ContractDocument.of(contract, 2, other, firms).sha256()).isNotEqualTo(document.sha256());
    }
}
