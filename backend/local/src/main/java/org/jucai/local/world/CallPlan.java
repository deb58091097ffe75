package org.jucai.local.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
    /** What fetching a tonne costs a member, net of tax: the demo's own figure. */
    private static final long OWN_FREIGHT_FEN = 16_000;
    private static final int FEE_BP = 50;
    /** Long enough that a visitor finds statements which wait for an answer. */
    private static final int SILENCE_DAYS = 25;

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
        List<AwardRule> rules = List.of(new AwardRule.MaxSuppliersPerLot("three-per-lot", 3, Optional.empty()),
                new AwardRule.MaxSupplierShare("no-more-than-half", 5_000, AwardRule.ShareOf.ROUND),
                new AwardRule.MinSmallShare("a-fifth-for-small-ones", 2_000));
        List<TenderTerms.OwnFreight> freight = round.terms().deliveryZones().stream().map(zone -> new TenderTerms.OwnFreight(zone.code(), OWN_FREIGHT_FEN)).toList();
        return new TenderTerms(due, opens(), 30, false, 240, SILENCE_DAYS, rules, TenderTerms.ShareRule.PROPORTIONAL, TenderTerms.CostRule.AVERAGE, TenderTerms.TIE_RULE,
                freight, FEE_BP);
    }
}
