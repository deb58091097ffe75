package org.jucai.platform.rounds.demand;

import static org.jucai.platform.kernel.Decision.accept;
import static org.jucai.platform.kernel.Decision.refuse;
import static org.jucai.platform.rounds.demand.DemandEvent.What;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.rounds.Round;

/** Decides on demand lines (lifecycle: demand line). Pure. */
final class DemandRules {

    private DemandRules() {}

    /**
     * @param better the grades that dominate one, best match first
     * @param byMember false where the secretariat enters the line for the member (代填)
     */
    record Placing(UUID lineId, Round round, Member member, DemandTerms terms, boolean byMember, Function<String, List<String>> better) {}

    static Decision<DemandEvent> place(Placing placing, Instant now) {
        Optional<Decision<DemandEvent>> no = closed(placing.round(), now).or(() -> barred(placing)).or(() -> unfit(placing));
        if (no.isPresent()) return no.get();
        DemandLine line = line(placing, now);
        return accept(placing.byMember()
                ? new DemandEvent(What.LINE_SUBMITTED, line, List.of(line.move(1)))
                : new DemandEvent(What.LINE_ENTERED, line, List.of()));
    }

    static Decision<DemandEvent> decide(DemandLine line, DemandCommand command, Placing placing, Instant now) {
        Optional<Decision<DemandEvent>> no = closed(placing.round(), now);
        if (no.isPresent()) return no.get();
        boolean open = line.status() == LineStatus.SUBMITTED || line.status() == LineStatus.DRAFT;
        boolean adding = placing.round().fillsGapAt(now);
        return switch (command) {
            case DemandCommand.Change _ when open || adding && line.counts() -> change(line, placing, adding, now);
            case DemandCommand.Withdraw() when adding && line.status() != LineStatus.SUBMITTED -> refuse(DemandRefusal.ADDITIONS_ONLY);
            case DemandCommand.Withdraw() when open -> end(line, What.LINE_WITHDRAWN, LineStatus.WITHDRAWN);
            case DemandCommand.Reject() when line.status() == LineStatus.DRAFT -> end(line, What.LINE_REJECTED, LineStatus.REJECTED);
            case DemandCommand.Confirm() when line.status() == LineStatus.DRAFT -> confirm(line);
            case DemandCommand.Change _, DemandCommand.Withdraw(), DemandCommand.Reject(), DemandCommand.Confirm() ->
                    refuse(DemandRefusal.LINE_STATE_DOES_NOT_ALLOW, Map.of("status", line.status()));
        };
    }

    static Optional<Decision<DemandEvent>> closed(Round round, Instant now) {
        if (round.takesDemandAt(now)) return Optional.empty();
        return Optional.of(switch (round.status()) {
            case DRAFT, ANNOUNCED -> refuse(DemandRefusal.ROUND_NOT_OPEN, Map.of("opensAt", round.terms().collectingOpensAt()));
            case SUSPENDED -> refuse(DemandRefusal.ROUND_SUSPENDED);
            default -> refuse(DemandRefusal.DEMAND_WINDOW_CLOSED, Map.of("endedAt", round.terms().collectingEndsAt()));
        });
    }

    private static Optional<Decision<DemandEvent>> barred(Placing placing) {
        if (!placing.member().associations().contains(placing.round().associationId())) {
            return Optional.of(refuse(DemandRefusal.NOT_A_MEMBER_OF_ASSOCIATION));
        }
        return placing.member().bar().map(Decision::refuse);
    }

    static Optional<Decision<DemandEvent>> unfit(Placing placing) {
        DemandTerms terms = placing.terms();
        if (terms.minimumOrTarget().compareTo(terms.target()) > 0 || terms.target().compareTo(terms.maximumOrTarget()) > 0) {
            return Optional.of(refuse(DemandRefusal.MASS_OUT_OF_ORDER));
        }
        Optional<String> stranger = terms.acceptedGrades().stream().filter(grade -> !placing.round().terms().grades().contains(grade)).findFirst();
        if (stranger.isPresent()) return Optional.of(refuse(DemandRefusal.GRADE_NOT_IN_ROUND, Map.of("grade", stranger.get())));
        return unfitDelivery(placing);
    }

    private static Optional<Decision<DemandEvent>> unfitDelivery(Placing placing) {
        DemandTerms terms = placing.terms();
        if (!terms.window().isInOrder()) return Optional.of(refuse(DemandRefusal.WINDOW_OUT_OF_ORDER));
        if (!placing.round().terms().deliveryPeriod().contains(terms.window())) {
            return Optional.of(refuse(DemandRefusal.WINDOW_OUTSIDE_ROUND, Map.of(
                    "fromOn", placing.round().terms().deliveryPeriod().fromOn(), "toOn", placing.round().terms().deliveryPeriod().toOn())));
        }
        Optional<Member.Place> place = placing.member().place(terms.deliveryPointId());
        if (place.isEmpty()) return Optional.of(refuse(DemandRefusal.DELIVERY_POINT_NOT_YOURS));
        return placing.round().terms().deliversTo(place.get().zone())
                ? Optional.empty()
                : Optional.of(refuse(DemandRefusal.ZONE_NOT_IN_ROUND, Map.of("zone", place.get().zone())));
    }

    private static Decision<DemandEvent> change(DemandLine before, Placing placing, boolean adding, Instant now) {
        Optional<Decision<DemandEvent>> no = unfit(placing);
        if (no.isPresent()) return no.get();
        if (overridesCap(before, placing)) return refuse(DemandRefusal.PRICE_CAP_IS_THE_MEMBERS);
        DemandLine asked = line(placing, now);
        if (adding && !onlyGrows(before, asked)) return refuse(DemandRefusal.ADDITIONS_ONLY);
        DemandLine after = kept(before, asked, placing.byMember() ? asked.priceCap() : asked.priceCap().or(before::priceCap));
        List<PoolMove> moves = before.counts() ? List.of(before.move(-1), after.move(1)) : List.of();
        return accept(new DemandEvent(What.LINE_CHANGED, after, moves));
    }

    /** Nobody but the member sees its cap, so nobody else replaces one that the member has confirmed; left out, it stays. */
    private static boolean overridesCap(DemandLine before, Placing placing) {
        return !placing.byMember() && placing.terms().priceCap().isPresent() && before.status() != LineStatus.DRAFT;
    }

    /** While a gap is filled a committed line may only ask for more of the same. */
    private static boolean onlyGrows(DemandLine before, DemandLine asked) {
        return before.status() == LineStatus.SUBMITTED || asked.acceptedGrades().containsAll(before.acceptedGrades())
                && asked.firstGrade().equals(before.firstGrade())
                && asked.minimum().compareTo(before.minimum()) >= 0
                && asked.target().compareTo(before.target()) >= 0
                && asked.maximum().compareTo(before.maximum()) >= 0
                && asked.window().contains(before.window())
                && asked.place().equals(before.place()) && asked.size() == before.size() && asked.packing() == before.packing();
    }

    private static DemandLine kept(DemandLine before, DemandLine asked, Optional<FenPerTonne> cap) {
        return new DemandLine(before.id(), before.code(), before.roundId(), before.associationId(), before.enterpriseId(),
                before.status(), before.version() + 1, asked.acceptedGrades(), asked.orBetter(), asked.minimum(), asked.target(),
                asked.maximum(), cap, asked.place(), asked.window(), asked.shownUnder(), asked.kilnType(), asked.size(),
                asked.packing(), asked.approvedSources(), asked.invoices(), asked.payment(), asked.specOverrides(), asked.remark(),
                before.enteredForMember(), before.lotId(), before.submittedAt());
    }

    private static Decision<DemandEvent> confirm(DemandLine line) {
        DemandLine after = line.moved(LineStatus.SUBMITTED);
        return accept(new DemandEvent(What.LINE_CONFIRMED, after, List.of(after.move(1))));
    }

    /** Ends a line, or carries it on; what counted and counts no more leaves the pool. */
    static Decision<DemandEvent> end(DemandLine line, What what, LineStatus status) {
        DemandLine after = line.moved(status);
        return accept(new DemandEvent(what, after, line.counts() && !after.counts() ? List.of(line.move(-1)) : List.of()));
    }

    private static DemandLine line(Placing placing, Instant now) {
        DemandTerms terms = placing.terms();
        Round round = placing.round();
        Member.Place place = placing.member().place(terms.deliveryPointId()).orElseThrow();
        return new DemandLine(placing.lineId(), DemandLine.codeOf(placing.lineId()), round.id(), round.associationId(),
                placing.member().enterpriseId(), placing.byMember() ? LineStatus.SUBMITTED : LineStatus.DRAFT, 1, grades(placing),
                terms.orBetter(), terms.minimumOrTarget(), terms.target(), terms.maximumOrTarget(), terms.priceCap(), place,
                terms.window(), round.terms().shownUnder(terms.window()), terms.kilnType(), terms.size(), terms.packing(),
                terms.approvedSources(), terms.invoices(), terms.payment(), terms.specOverrides(), terms.remark(),
                !placing.byMember(), Optional.empty(), now);
    }

    /** The named grades in order, then, where asked, those of the round that dominate one of them. */
    private static List<String> grades(Placing placing) {
        Set<String> accepted = new LinkedHashSet<>(placing.terms().acceptedGrades());
        if (placing.terms().orBetter()) {
            for (String named : placing.terms().acceptedGrades()) accepted.addAll(placing.better().apply(named));
            accepted.removeIf(grade -> !placing.round().terms().grades().contains(grade));
        }
        return List.copyOf(accepted);
    }
}
