package org.jucai.local.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.rounds.DateWindow;
import org.jucai.platform.rounds.Profile;
import org.jucai.platform.rounds.RoundTerms;

/**
 * A round of the demo.
 *
 * @param association whose round it is, by its code
 * @param month of the model's year that the demand comes from
 */
record RoundPlan(String association, int month, RoundTerms terms) {

    private static final int OPENED_DAYS_AGO = 6;
    private static final int COLLECTING_DAYS = 11;
    /** The month of the model that a quarter's demand is: the same on every day, so that those whom visitors play have asked for something. */
    private static final int QUARTERS_MONTH = 1;

    /** The round that lies {@code months} from the present one; the present one is open. */
    static RoundPlan of(String association, LocalDate today, int months) {
        LocalDate opens = today.plusMonths(months).minusDays(OPENED_DAYS_AGO);
        LocalDate ends = opens.plusDays(COLLECTING_DAYS);
        LocalDate first = ends.withDayOfMonth(1).plusMonths(1);
        DateWindow delivery = new DateWindow(first, first.plusMonths(1).minusDays(1));
        List<DateWindow> halves = List.of(new DateWindow(first, first.plusDays(14)), new DateWindow(first.plusDays(15), delivery.toOn()));
        String title = "%d年%d月联合采购".formatted(first.getYear(), first.getMonthValue());
        RoundTerms terms = new RoundTerms(title, months % 2 == 0 ? Profile.INQUIRY : Profile.TENDER, RoundTerms.Mode.AGENCY, ModelDemand.grades(),
                DemoDays.at(opens, 9), DemoDays.at(ends, 17), delivery, Zones.ALL, halves,
                Kilograms.tonnes(64), Map.of("GSN98", Kilograms.tonnes(32), "GSN97", Kilograms.tonnes(32), "GL-80", Kilograms.tonnes(96)),
                List.of(), 5, 2_000, 3, 3);
        return new RoundPlan(association, first.getMonthValue(), terms);
    }

    /**
     * A quarter's framework, for which demand was collected long before: so that offers for it can be asked for now.
     *
     * @param openedDaysAgo since when demand was collected
     * @param grades what it is for
     */
    static RoundPlan quarter(String association, LocalDate today, int openedDaysAgo, Profile profile, List<String> grades) {
        LocalDate opens = today.minusDays(openedDaysAgo);
        LocalDate first = today.withDayOfMonth(1).plusMonths(2);
        DateWindow delivery = new DateWindow(first, first.plusMonths(3).minusDays(1));
        List<DateWindow> halves = List.of(new DateWindow(first, first.plusDays(44)), new DateWindow(first.plusDays(45), delivery.toOn()));
        RoundTerms terms = new RoundTerms("%d年%d月起季度采购 %s".formatted(first.getYear(), first.getMonthValue(), String.join("、", grades)), profile,
                RoundTerms.Mode.AGENCY, grades, DemoDays.at(opens, 9), DemoDays.at(opens.plusDays(COLLECTING_DAYS), 17), delivery, Zones.ALL, halves,
                Kilograms.tonnes(64), Map.of(), List.of(), 5, 2_000, 3, 3);
        return new RoundPlan(association, QUARTERS_MONTH, terms);
    }

    /**
     * A round of the past, whose goods are called off by now.
     *
     * @param delivery the days for which they were bought
     */
    static RoundPlan past(LocalDate today, int openedDaysAgo, DateWindow delivery, RoundTerms.Mode mode, List<String> grades) {
        LocalDate opens = today.minusDays(openedDaysAgo);
        LocalDate middle = delivery.fromOn().plusDays(delivery.fromOn().until(delivery.toOn(), ChronoUnit.DAYS) / 2);
        List<DateWindow> halves = List.of(new DateWindow(delivery.fromOn(), middle), new DateWindow(middle.plusDays(1), delivery.toOn()));
        RoundTerms terms = new RoundTerms("%d年%d月起联合采购 %s".formatted(delivery.fromOn().getYear(), delivery.fromOn().getMonthValue(), String.join("、", grades)), Profile.INQUIRY,
                mode, grades, DemoDays.at(opens, 9), DemoDays.at(opens.plusDays(COLLECTING_DAYS), 17), delivery, Zones.ALL, halves,
                Kilograms.tonnes(64), Map.of(), List.of(), 5, 2_000, 3, 3);
        return new RoundPlan(Cast.FIRST, QUARTERS_MONTH, terms);
    }

    /** With the demand of another month of the model. */
    RoundPlan ofMonth(int other) {
        return new RoundPlan(association, other, terms);
    }

    Instant drafted() {
        return terms.collectingOpensAt().minus(Duration.ofDays(6));
    }

    Instant announced() {
        return terms.collectingOpensAt().minus(Duration.ofDays(4));
    }

    Instant opened() {
        return terms.collectingOpensAt();
    }

    Instant locked() {
        return terms.collectingEndsAt();
    }

    /** The secretariat's next morning. */
    Instant pooled() {
        return locked().plus(Duration.ofHours(17));
    }

    Instant frozen() {
        return pooled().plus(Duration.ofDays(2));
    }
}
