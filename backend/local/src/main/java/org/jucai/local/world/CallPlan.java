package org.jucai.local.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jucai.platform.rounds.AwardRule;
import org.jucai.platform.rounds.TenderTerms;

/**
 * A round of the demo for which offers are asked, and when.
 *
 * @param round how its demand was collected
 * @param tendered when offers were asked for
 * @param due from when none is taken
 */
record CallPlan(RoundPlan round, Instant tendered, Instant due) {

    private static final int VALID_DAYS = 60;

    static CallPlan of(RoundPlan round, LocalDate today, int tenderedDaysAgo, int dueInDays) {
        return new CallPlan(round, DemoDays.at(today.minusDays(tenderedDaysAgo), 10), DemoDays.at(today.plusDays(dueInDays), 9));
    }

    Instant opens() {
        return due.plus(Duration.ofMinutes(30));
    }

    LocalDate validUntilOn() {
        return LocalDate.ofInstant(due, DemoDays.BEIJING).plusDays(VALID_DAYS);
    }

    TenderTerms terms() {
        List<AwardRule> rules = List.of(new AwardRule.MaxSuppliersPerLot("two-per-lot", 2, java.util.Optional.empty()),
                new AwardRule.MaxSupplierShare("no-more-than-half", 5_000, AwardRule.ShareOf.ROUND));
        return new TenderTerms(due, opens(), 30, false, 240, 3, rules, TenderTerms.ShareRule.PROPORTIONAL, TenderTerms.CostRule.AVERAGE, TenderTerms.TIE_RULE);
    }
}
