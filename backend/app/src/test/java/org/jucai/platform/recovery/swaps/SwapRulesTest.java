package org.jucai.platform.recovery.swaps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.Kilograms;
import org.junit.jupiter.api.Test;

/** Who takes which step of a swap, in which order. */
class SwapRulesTest {

    private static final long SEED = 20261123L;
    private static final Instant AT = Instant.parse("2027-03-01T02:00:00Z");
    private static final UUID GIVER = id("giver");
    private static final UUID TAKER = id("taker");
    private static final UUID SELLER = id("seller");
    private static final UUID GROUP = id("group");
    private static final List<UUID> ALL = List.of(GIVER, TAKER, SELLER, GROUP, id("stranger"));

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static Swap offered(boolean agency, Optional<UUID> to) {
        return new Swap(id("swap"), "W-1", new Swap.Of(id("round"), id("association"), GROUP, SELLER, id("lot"), "P", "G", agency), new Kilograms(32_000), to, AT,
                new Swap.State(Swap.Status.OFFERED, Optional.empty(), false, false, Optional.empty()),
                Optional.of(new Swap.Side(GIVER, GIVER, id("item"), id("line"), "L", id("allocation"), AT)), Optional.empty(), 1);
    }

    private static Swap done(Decision<Swap> decision) {
        return decision.orElseRefuse().getFirst();
    }

    private static String refused(Decision<Swap> decision) {
        return decision instanceof Decision.Refused<Swap>(var refusal, var _) ? refusal.name() : "accepted";
    }

    @Test
    void inAgencyTheSupplierAgreesAndTheFinanceGroupIsLast() {
        Swap accepted = done(SwapRules.accepts(offered(true, Optional.empty()), TAKER));
        assertThat(refused(SwapRules.agree(accepted, GROUP, AT))).isEqualTo("SWAP_WAITS_FOR_OTHERS");
        Swap confirmed = done(SwapRules.agree(accepted, GIVER, AT));
        assertThat(refused(SwapRules.agree(confirmed, GROUP, AT))).isEqualTo("SWAP_WAITS_FOR_OTHERS");
        assertThat(refused(SwapRules.agree(confirmed, TAKER, AT))).isEqualTo("SWAP_STEP_OF_ANOTHER_PARTY");
        Swap agreed = done(SwapRules.agree(confirmed, SELLER, AT));
        assertThat(refused(SwapRules.agree(agreed, SELLER, AT))).isEqualTo("SWAP_STATE_DOES_NOT_ALLOW");
        assertThat(done(SwapRules.agree(agreed, GROUP, AT)).state().status()).isEqualTo(Swap.Status.DONE);
    }

    @Test
    void inPrincipalModeTheSupplierIsToldAndNotAskedAndWhoWasNamedIsNotConfirmedAgain() {
        Swap accepted = done(SwapRules.accepts(offered(false, Optional.of(TAKER)), TAKER));
        assertThat(refused(SwapRules.agree(accepted, SELLER, AT))).isEqualTo("SWAP_STEP_OF_ANOTHER_PARTY");
        assertThat(done(SwapRules.agree(accepted, GROUP, AT)).state().status()).isEqualTo(Swap.Status.DONE);
        assertThat(refused(SwapRules.accepts(offered(false, Optional.of(TAKER)), id("stranger")))).isEqualTo("SWAP_STEP_OF_ANOTHER_PARTY");
        assertThat(refused(SwapRules.accepts(offered(false, Optional.empty()), GIVER))).isEqualTo("SWAP_WITH_ITSELF");
    }

    /** Whatever is tried in whatever order: it is done only with the word of all who have to give it, and what is over stays over. */
    @Test
    void overAnyWalkASwapIsDoneOnlyWithTheWordOfAllWhoHaveToGiveIt() {
        SplittableRandom chance = new SplittableRandom(SEED);
        int done = 0;
        for (int walk = 0; walk < 3_000; walk++) {
            boolean agency = chance.nextBoolean();
            boolean open = chance.nextBoolean();
            Swap swap = offered(agency, open ? Optional.empty() : Optional.of(TAKER));
            List<UUID> agreed = new ArrayList<>();
            for (int step = 0; step < 14; step++) {
                UUID who = ALL.get(chance.nextInt(ALL.size()));
                int what = chance.nextInt(12);
                Decision<Swap> decision = what < 3 ? SwapRules.accepts(swap, TAKER) : what < 11 ? SwapRules.agree(swap, who, AT) : SwapRules.end(swap, who, "不换了", AT);
                boolean over = swap.state().ended().isPresent();
                if (!(decision instanceof Decision.Accepted<Swap>(var next))) continue;
                assertThat(over).as("seed %d, walk %d", SEED, walk).isFalse();
                if (what >= 3 && what < 11) agreed.add(who);
                swap = next.getFirst();
            }
            if (swap.state().status() != Swap.Status.DONE) continue;
            done++;
            assertThat(agreed.getLast()).isEqualTo(GROUP);
            assertThat(agreed.contains(GIVER)).as("seed %d, walk %d", SEED, walk).isEqualTo(open);
            assertThat(agreed.contains(SELLER)).as("seed %d, walk %d", SEED, walk).isEqualTo(agency);
        }
        assertThat(done).as("walks that came to an end").isGreaterThan(300);
    }
}
