package org.jucai.platform.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TenderTermsTest {

    private static final Instant DUE = Instant.parse("2027-04-01T02:00:00Z");
    private static final Instant BEFORE = Instant.parse("2027-03-29T02:00:00Z");

    @Test
    void ownFreightIsSaidForEachZoneOnceOrForNone() {
        Round pooled = TenderRulesTest.round(RoundStatus.POOLED);
        TenderTerms.OwnFreight here = new TenderTerms.OwnFreight("XM-A", 4_550);
        TenderTerms.OwnFreight elsewhere = new TenderTerms.OwnFreight("XM-B", 4_550);
        assertThat(TenderRulesTest.refused(pooled, new RoundCommand.Tender(carried(here)), BEFORE)).isEmpty();
        for (TenderTerms wrong : List.of(carried(here, here), carried(here, elsewhere), carried(elsewhere))) {
            assertThat(TenderRulesTest.refused(pooled, new RoundCommand.Tender(wrong), BEFORE)).contains(RoundRefusal.OWN_FREIGHT_NOT_FOR_EACH_ZONE);
        }
        assertThat(carried(here).dueAt(DUE.plusSeconds(60))).as("more time changes neither freight nor fee")
                .extracting(TenderTerms::ownFreight, TenderTerms::feeRateBp).containsExactly(List.of(here), 60);
    }

    private static TenderTerms carried(TenderTerms.OwnFreight... own) {
        return new TenderTerms(DUE, DUE, 7, false, 240, 3, List.of(), TenderTerms.ShareRule.PROPORTIONAL, TenderTerms.CostRule.AVERAGE,
                TenderTerms.TIE_RULE, List.of(own), 60);
    }
}
