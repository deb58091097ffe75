package org.jucai.platform.rounds.demand;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.rounds.DateWindow;
import org.jucai.platform.rounds.Round;

/** Moves a line of a former round into another. Pure. */
final class LikeLastTime {

    private static final int MOST_NAMED = 10;

    private LikeLastTime() {}

    /** The line's terms as the round would take them; empty where it would take none of them. */
    static Optional<DemandTerms> moved(DemandLine line, Round before, Round round, Member member) {
        List<String> grades = line.acceptedGrades().stream().filter(round.terms().grades()::contains).limit(MOST_NAMED).toList();
        if (grades.isEmpty()) return Optional.empty();
        DemandTerms terms = new DemandTerms(grades, line.orBetter(), Optional.of(line.minimum()), line.target(),
                Optional.of(line.maximum()), line.priceCap(), place(line, round, member),
                window(line.window(), before.terms().deliveryPeriod(), round.terms().deliveryPeriod()), line.kilnType(), line.size(),
                line.packing(), line.approvedSources(), line.invoices(), line.payment(), line.specOverrides(), line.remark());
        boolean taken = DemandRules.unfit(new DemandRules.Placing(line.id(), round, member, terms, true, grade -> List.of())).isEmpty();
        return taken ? Optional.of(terms) : Optional.empty();
    }

    /** The same place where it still receives and is served, else the first that is. */
    private static Optional<UUID> place(DemandLine line, Round round, Member member) {
        List<UUID> served = member.places().stream().filter(place -> round.terms().deliversTo(place.zone())).map(Member.Place::id).toList();
        return served.contains(line.place().id()) ? Optional.of(line.place().id()) : served.stream().findFirst();
    }

    /** As far into the new period as it was into the old, and as long, as far as the new period allows. */
    static DateWindow window(DateWindow window, DateWindow from, DateWindow into) {
        long length = ChronoUnit.DAYS.between(window.fromOn(), window.toOn());
        LocalDate latest = into.toOn().minusDays(length);
        LocalDate wanted = into.fromOn().plusDays(ChronoUnit.DAYS.between(from.fromOn(), window.fromOn()));
        LocalDate start = wanted.isAfter(latest) ? latest : wanted;
        if (start.isBefore(into.fromOn())) start = into.fromOn();
        LocalDate end = start.plusDays(length);
        return new DateWindow(start, end.isAfter(into.toOn()) ? into.toOn() : end);
    }
}
