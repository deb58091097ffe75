package org.jucai.platform.recovery.shortfalls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jucai.platform.award.shares.ShareRule;
import org.jucai.platform.contracts.ContractItem;
import org.jucai.platform.contracts.ContractStatus;
import org.jucai.platform.contracts.LotSupply;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.Kilograms;
import org.junit.jupiter.api.Test;

/** How a supplier's short part is divided among lines that others serve too, and who may state, divide and end it. */
class DivisionTest {

    private static final long SEED = 20261123L;
    private static final UUID GROUP = id("group");
    private static final UUID SELLER = id("seller");
    private static final UUID OTHER = id("other");

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static LotSupply.Part part(UUID seller, String line, long kg, long calledKg, ContractStatus status) {
        ContractItem item = new ContractItem(id(seller + line), Optional.empty(), id("lot"), "P-001", id(line), line, id("allocation " + line), id("member " + line), seller,
                new ContractItem.Goods("GL-85A", "LUMP", "BULK", List.of(), 10_000, null), new Kilograms(kg), List.of(), new ContractItem.Money(1300, 0, 900, 0, 0, 0, 600, 0),
                new ContractItem.Means(ContractItem.MeansKind.CASH, 0),
                new ContractItem.Destination(true, "Z1", id("place"), "料场", "新密", LocalDate.of(2027, 4, 1), LocalDate.of(2027, 4, 20)));
        return new LotSupply.Part(item, id("contract " + seller + line), "HT", status, seller, id("member " + line), true, Optional.empty(),
                new LotSupply.Figures(new Kilograms(kg), 0, 0, new Kilograms(calledKg), 500));
    }

    private static LotSupply lot(LotSupply.Part... parts) {
        return new LotSupply(id("lot"), id("round"), "R-2027-0003", id("association"), GROUP, 1, List.of(parts));
    }

    private static Division divided(LotSupply lot, long comes) {
        return Division.of(lot, SELLER, new Kilograms(comes), new Division.Terms(ShareRule.PROPORTIONAL, 1, Map.of())).orElseRefuse().getFirst();
    }

    private static String refused(Decision<?> decision) {
        return decision instanceof Decision.Refused<?>(var refusal, var _) ? refusal.name() : "accepted";
    }

    @Test
    void whatOtherSuppliersBringALineCounts() {
        LotSupply lot = lot(part(SELLER, "a", 100_000, 0, ContractStatus.EFFECTIVE), part(SELLER, "b", 50_000, 0, ContractStatus.EFFECTIVE), part(OTHER, "b", 50_000, 0, ContractStatus.EFFECTIVE));
        Division division = divided(lot, 75_000);
        assertThat(division.claimsKg()).isEqualTo(200_000);
        assertThat(division.comesKg()).isEqualTo(125_000);
        assertThat(division.rows()).extracting(Division.Row::shareKg).as("two equal claims on the lot").containsExactly(62_500L, 62_500L);
        assertThat(division.rows()).extracting(Division.Row::afterKg).containsExactly(62_500L, 12_500L);
    }

    @Test
    void aMemberWhoseContractEndedKeepsWhatItHasAndTheOthersShareTheRest() {
        LotSupply lot = lot(part(SELLER, "a", 60_000, 32_000, ContractStatus.TERMINATED), part(SELLER, "b", 36_000, 0, ContractStatus.EFFECTIVE));
        assertThat(divided(lot, 60_000).rows()).extracting(Division.Row::afterKg).containsExactly(32_000L, 28_000L);
        assertThat(refused(Division.of(lot, SELLER, new Kilograms(68_001), new Division.Terms(ShareRule.PROPORTIONAL, 1, Map.of())))).isEqualTo("SHORTFALL_ABOVE_WHAT_MAY_COME");
        assertThat(refused(Division.of(lot, SELLER, new Kilograms(31_999), new Division.Terms(ShareRule.PROPORTIONAL, 1, Map.of())))).isEqualTo("SHORTFALL_BELOW_WHAT_COMES");
    }

    @Test
    void overRandomLotsWhatIsDividedIsWhatComesAndNoLineGetsLessThanCameOrMoreThanItWasToGet() {
        SplittableRandom chance = new SplittableRandom(SEED);
        for (int i = 0; i < 2_000; i++) {
            List<LotSupply.Part> parts = new ArrayList<>();
            int lines = 1 + chance.nextInt(8);
            for (int line = 0; line < lines; line++) {
                long kg = 1 + chance.nextLong(90_000);
                parts.add(part(SELLER, "line " + line, kg, chance.nextLong(kg * 105 / 100 + 1), chance.nextInt(5) == 0 ? ContractStatus.TERMINATED : ContractStatus.EFFECTIVE));
                if (chance.nextBoolean()) parts.add(part(OTHER, "line " + line, 1 + chance.nextLong(90_000), 0, ContractStatus.EFFECTIVE));
            }
            LotSupply lot = lot(parts.toArray(LotSupply.Part[]::new));
            long least = lot.of(SELLER).stream().mapToLong(each -> each.least().kg()).sum();
            long most = lot.of(SELLER).stream().mapToLong(each -> each.most().kg()).sum();
            long comes = chance.nextLong(least, most + 1);
            ShareRule rule = ShareRule.values()[chance.nextInt(4)];
            Division division = Division.of(lot, SELLER, new Kilograms(comes), new Division.Terms(rule, 1, Map.of())).orElseRefuse().getFirst();
            assertThat(division.rows().stream().mapToLong(Division.Row::afterKg).sum()).as("seed %d, case %d", SEED, i).isEqualTo(comes);
            for (int at = 0; at < division.rows().size(); at++) {
                LotSupply.Part of = lot.of(SELLER).get(at);
                assertThat(division.rows().get(at).afterKg()).as("seed %d, case %d", SEED, i).isBetween(of.least().kg(), of.most().kg());
            }
        }
    }

    private static String stated(LotSupply lot, UUID by, long comes, boolean over) {
        return refused(ShortfallRules.state(new ShortfallRules.Asked(lot, SELLER, new Kilograms(comes), over), by));
    }

    @Test
    void theSupplierStatesItAtAnyTimeAndTheFinanceGroupOnlyOnceTheTermIsOverOrAContractEnded() {
        LotSupply runs = lot(part(SELLER, "a", 60_000, 32_000, ContractStatus.EFFECTIVE), part(SELLER, "b", 36_000, 0, ContractStatus.EFFECTIVE));
        assertThat(stated(runs, SELLER, 64_000, false)).isEqualTo("accepted");
        assertThat(stated(runs, GROUP, 64_000, false)).isEqualTo("SHORTFALL_WHILE_THE_TERM_RUNS");
        assertThat(stated(runs, GROUP, 64_000, true)).isEqualTo("accepted");
        assertThat(stated(runs, OTHER, 64_000, true)).isEqualTo("SHORTFALL_STEP_OF_ANOTHER_PARTY");
        assertThat(stated(runs, SELLER, 31_999, false)).isEqualTo("SHORTFALL_BELOW_WHAT_COMES");
        assertThat(stated(runs, SELLER, 96_001, false)).isEqualTo("SHORTFALL_ABOVE_WHAT_MAY_COME");
        assertThat(stated(runs, SELLER, 96_000, false)).isEqualTo("SHORTFALL_IS_NONE");
        LotSupply ended = lot(part(SELLER, "a", 60_000, 32_000, ContractStatus.TERMINATED), part(SELLER, "b", 36_000, 0, ContractStatus.EFFECTIVE));
        assertThat(stated(ended, GROUP, 68_000, false)).as("the others still get theirs").isEqualTo("accepted");
        LotSupply drafted = lot(part(SELLER, "a", 60_000, 0, ContractStatus.DRAFTED), part(SELLER, "b", 36_000, 0, ContractStatus.SIGNING));
        assertThat(stated(drafted, SELLER, 1_000, false)).isEqualTo("SHORTFALL_BEFORE_CONTRACTS_STAND");
    }

    @Test
    void onlyTheFinanceGroupDividesOrInsistsAndOnlyWhoStatedItWithdraws() {
        Shortfall stated = new Shortfall(id("s"), "S-1", new Shortfall.Of(id("round"), "R", id("association"), GROUP, SELLER, id("lot"), "P", "G"),
                new Shortfall.Stated(SELLER, SELLER, Instant.EPOCH, "检修"), new Kilograms(96_000), new Kilograms(64_000), Shortfall.Status.STATED, Optional.empty(), Optional.empty(), 1);
        assertThat(ShortfallRules.offered(stated, GROUP)).containsExactly(Shortfall.Act.DIVIDE, Shortfall.Act.INSIST);
        assertThat(ShortfallRules.offered(stated, SELLER)).containsExactly(Shortfall.Act.WITHDRAW);
        assertThat(ShortfallRules.offered(stated, OTHER)).isEmpty();
        assertThat(refused(ShortfallRules.mayDivide(stated, SELLER))).isEqualTo("SHORTFALL_STEP_OF_ANOTHER_PARTY");
        Shortfall ended = stated.ended(Shortfall.Status.INSISTED, new Shortfall.Ended(GROUP, GROUP, Instant.EPOCH, "补足"), Optional.empty());
        assertThat(refused(ShortfallRules.mayDivide(ended, GROUP))).isEqualTo("SHORTFALL_ENDED_ALREADY");
        assertThat(ShortfallRules.offered(ended, GROUP)).isEmpty();
    }
}
