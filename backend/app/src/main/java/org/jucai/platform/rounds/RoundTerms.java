package org.jucai.platform.rounds;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jucai.platform.kernel.Kilograms;

/**
 * What a round is announced with.
 *
 * @param deliveryWindows parts of the delivery period by which the pool is shown, in order; never empty
 * @param viable least mass of a lot worth tendering, where a grade has none of its own
 * @param volumeSteps usual volume steps of suppliers' prices, rising
 * @param anonymityK a published figure covers at least so many members besides any one reader
 * @param depositRateBp purchase deposit in hundredths of a per cent
 */
public record RoundTerms(
        String title,
        Profile profile,
        Mode mode,
        List<String> grades,
        Instant collectingOpensAt,
        Instant collectingEndsAt,
        DateWindow deliveryPeriod,
        List<Zone> deliveryZones,
        List<DateWindow> deliveryWindows,
        Kilograms viable,
        Map<String, Kilograms> viableByGrade,
        List<Kilograms> volumeSteps,
        int anonymityK,
        int depositRateBp,
        int minimumOffersPerLot,
        int publicityWorkingDays) {

    /** How goods are bought: 代理 agency or 买断 principal. */
    public enum Mode { AGENCY, PRINCIPAL }

    /** A delivery zone, as on delivery points. */
    public record Zone(String code, String name) {}

    /** All-units breaks usual in the trade: 500, 1,000, 3,000 and 10,000 t a month. */
    public static final List<Kilograms> USUAL_STEPS =
            List.of(Kilograms.tonnes(500), Kilograms.tonnes(1_000), Kilograms.tonnes(3_000), Kilograms.tonnes(10_000));

    public RoundTerms {
        grades = List.copyOf(grades);
        deliveryZones = List.copyOf(deliveryZones);
        deliveryWindows = deliveryWindows.isEmpty() ? List.of(deliveryPeriod) : List.copyOf(deliveryWindows);
        viableByGrade = Map.copyOf(viableByGrade);
        volumeSteps = volumeSteps.isEmpty() ? USUAL_STEPS : List.copyOf(volumeSteps);
    }

    public Kilograms viable(String grade) {
        return viableByGrade.getOrDefault(grade, viable);
    }

    public boolean deliversTo(String zone) {
        return deliveryZones.stream().anyMatch(offered -> offered.code().equals(zone));
    }

    /** The part of the delivery period that a line's window is shown under: the one it shares most days with, the earlier on a tie. */
    public DateWindow shownUnder(DateWindow window) {
        return deliveryWindows.stream()
                .max(Comparator.comparingLong((DateWindow part) -> part.daysShared(window))
                        .thenComparing(DateWindow::fromOn, Comparator.reverseOrder()))
                .orElse(deliveryPeriod);
    }

    RoundTerms endingAt(Instant end) {
        return new RoundTerms(title, profile, mode, grades, collectingOpensAt, end, deliveryPeriod, deliveryZones, deliveryWindows,
                viable, viableByGrade, volumeSteps, anonymityK, depositRateBp, minimumOffersPerLot, publicityWorkingDays);
    }
}
