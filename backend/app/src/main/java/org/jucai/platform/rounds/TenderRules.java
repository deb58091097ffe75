package org.jucai.platform.rounds;

import static org.jucai.platform.kernel.Decision.accept;
import static org.jucai.platform.kernel.Decision.refuse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.WorkingDays;

/** Decides what may happen to a round from the asking for offers to the award (lifecycle: procurement round, profiles). Pure. */
final class TenderRules {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private TenderRules() {}

    static Decision<RoundEvent> decide(Round round, RoundCommand.OfTender command, Instant now, WorkingDays days) {
        return switch (command) {
            case RoundCommand.Tender(var terms) -> tender(round, terms, now);
            case RoundCommand.CallSecondQuote second -> secondQuote(round, second, now);
            case RoundCommand.Postpone(var due, var reason) -> postpone(round, due, reason, now);
            case RoundCommand.Close() -> close(round, now);
            case RoundCommand.Opened(var lots) -> opened(round, lots, now);
            case RoundCommand.CallFailed(var reason) -> callFailed(round, reason, now);
            case RoundCommand.Evaluate(var panel) -> evaluate(round, panel);
            case RoundCommand.Publicise(var by) -> publicise(round, by, now, days);
            case RoundCommand.Finalise finalise -> finalise(round, finalise, now);
            case RoundCommand.Revoke(var reason) -> revoke(round, reason);
            case RoundCommand.Execute() -> execute(round);
            case RoundCommand.Complete(var lots) -> complete(round, lots);
            case RoundCommand.Settle() -> settle(round);
            case RoundCommand.Fail(var reason) -> fail(round, reason);
        };
    }

    private static Decision<RoundEvent> tender(Round round, TenderTerms terms, Instant now) {
        if (round.status() != RoundStatus.POOLED) return not(round);
        if (round.frozenAt().isEmpty()) return refuse(RoundRefusal.ROUND_NOT_FROZEN);
        if (!now.isBefore(terms.offersDueAt())) return refuse(RoundRefusal.ROUND_DATES_PAST);
        if (!terms.questionsUntil().isBefore(terms.offersDueAt())) return refuse(RoundRefusal.ROUND_PERIODS_OUT_OF_ORDER);
        if (terms.opensAt().isBefore(terms.offersDueAt()) || !terms.opensAt().isBefore(endOf(round.terms().deliveryPeriod().toOn()))) {
            return refuse(RoundRefusal.ROUND_PERIODS_OUT_OF_ORDER);
        }
        if (terms.secondQuote() && !round.terms().profile().allowsSecondQuote()) return refuse(RoundRefusal.SECOND_QUOTE_NOT_IN_PROFILE);
        if (!carriedToAllZonesOrNone(round.terms(), terms.ownFreight())) return refuse(RoundRefusal.OWN_FREIGHT_NOT_FOR_EACH_ZONE);
        return AwardRules.unsound(terms.rules())
                .<Decision<RoundEvent>>map(rule -> refuse(RoundRefusal.AWARD_RULE_UNSOUND, Map.of("rule", rule)))
                .orElseGet(() -> accept(new RoundEvent.RoundTendered(round.tendering().number() + 1, terms)));
    }

    /** Once, where it was agreed before the first; between the opening and the evaluation, so that all quote on the same knowledge. */
    private static Decision<RoundEvent> secondQuote(Round round, RoundCommand.CallSecondQuote command, Instant now) {
        if (round.status() != RoundStatus.OPENED) return not(round);
        TenderTerms first = round.tender().orElseThrow();
        if (!first.secondQuote()) return refuse(RoundRefusal.SECOND_QUOTE_NOT_AGREED);
        if (round.tendering().firstCall().isPresent()) return refuse(RoundRefusal.SECOND_QUOTE_CALLED_ALREADY);
        if (!now.isBefore(command.offersDueAt())) return refuse(RoundRefusal.ROUND_DATES_PAST);
        TenderTerms second = command.opensAt().map(opens -> first.with(command.offersDueAt(), opens)).orElseGet(() -> first.dueAt(command.offersDueAt()));
        if (second.opensAt().isBefore(second.offersDueAt()) || !second.opensAt().isBefore(endOf(round.terms().deliveryPeriod().toOn()))) {
            return refuse(RoundRefusal.ROUND_PERIODS_OUT_OF_ORDER);
        }
        int number = round.tendering().number();
        return accept(new RoundEvent.SecondQuoteCalled(number + 1, number, second, command.reason()));
    }

    /** An offer ex works costs what it costs in every zone, or it cannot be compared in any. */
    private static boolean carriedToAllZonesOrNone(RoundTerms round, List<TenderTerms.OwnFreight> own) {
        List<String> named = own.stream().map(TenderTerms.OwnFreight::zone).sorted().toList();
        return named.isEmpty() || named.equals(round.deliveryZones().stream().map(RoundTerms.Zone::code).sorted().toList());
    }

    /** Nobody loses time that was promised: offers are due later, never earlier, and not once they were. */
    private static Decision<RoundEvent> postpone(Round round, Instant due, String reason, Instant now) {
        if (round.status() != RoundStatus.TENDERING) return not(round);
        TenderTerms asked = round.tender().orElseThrow();
        if (!now.isBefore(asked.offersDueAt())) return refuse(RoundRefusal.ROUND_DATES_PAST);
        if (!due.isAfter(asked.offersDueAt())) return refuse(RoundRefusal.OFFERS_DUE_ONLY_LATER);
        TenderTerms moved = asked.dueAt(due);
        if (!moved.opensAt().isBefore(endOf(round.terms().deliveryPeriod().toOn()))) return refuse(RoundRefusal.ROUND_PERIODS_OUT_OF_ORDER);
        return accept(new RoundEvent.OffersDueMoved(asked.offersDueAt(), due, moved.opensAt(), reason));
    }

    /** By the clock and by hand alike: at the published instant or after it, never before. */
    private static Decision<RoundEvent> close(Round round, Instant now) {
        if (round.status() != RoundStatus.TENDERING) return not(round);
        Instant due = round.tender().orElseThrow().offersDueAt();
        return now.isBefore(due) ? refuse(RoundRefusal.OFFERS_NOT_DUE) : accept(new RoundEvent.TenderClosed(due));
    }

    private static Decision<RoundEvent> opened(Round round, List<UUID> lotsNotOpened, Instant now) {
        if (round.status() != RoundStatus.CLOSED) return not(round);
        if (now.isBefore(round.tender().orElseThrow().opensAt())) return refuse(RoundRefusal.OPENING_NOT_DUE);
        return accept(new RoundEvent.OffersOpened(lotsNotOpened));
    }

    /** Not before the opening either: until then nobody learns how many offered. A second quote that nobody gives fails nothing. */
    private static Decision<RoundEvent> callFailed(Round round, String reason, Instant now) {
        if (round.status() != RoundStatus.CLOSED || round.tendering().firstCall().isPresent()) return not(round);
        if (now.isBefore(round.tender().orElseThrow().opensAt())) return refuse(RoundRefusal.OPENING_NOT_DUE);
        return accept(new RoundEvent.TenderFailed(round.tendering().number(), reason));
    }

    private static Decision<RoundEvent> evaluate(Round round, List<RoundEvent.Assessor> panel) {
        if (round.status() != RoundStatus.OPENED) return not(round);
        int experts = (int) panel.stream().filter(RoundEvent.Assessor::expert).count();
        boolean twice = panel.stream().map(RoundEvent.Assessor::name).distinct().count() < panel.size();
        if (twice || !round.terms().profile().seats(panel.size(), experts)) {
            return refuse(RoundRefusal.PANEL_BELOW_PROFILE, Map.of("profile", round.terms().profile()));
        }
        return accept(new RoundEvent.OffersEvaluated(panel));
    }

    private static Decision<RoundEvent> publicise(Round round, UUID by, Instant now, WorkingDays days) {
        if (round.status() != RoundStatus.EVALUATED) return not(round);
        WorkingDays.Term term = days.workingDays(LocalDate.ofInstant(now, BEIJING), round.terms().publicityWorkingDays());
        return accept(new RoundEvent.AwardPublicised(new Round.Publicity(by, endOf(term.lastOn())), List.copyOf(term.yearsNotLoaded())));
    }

    /** Four eyes: who put the award to public notice does not make it final. */
    private static Decision<RoundEvent> finalise(Round round, RoundCommand.Finalise command, Instant now) {
        if (round.status() != RoundStatus.PUBLICISED) return not(round);
        Round.Publicity notice = round.tendering().publicity().orElseThrow();
        if (now.isBefore(notice.endsAt())) return refuse(RoundRefusal.PUBLICITY_NOT_ENDED, Map.of("lastOn", LocalDate.ofInstant(notice.endsAt().minusMillis(1), BEIJING)));
        if (notice.by().equals(command.by())) return refuse(RoundRefusal.FOUR_EYES_NEEDED);
        return accept(new RoundEvent.AwardFinalised(command.by(), command.lotsAwarded(), command.lotsPartlyAwarded()));
    }

    /** The next version is proposed from where offers were evaluated; the award that is revoked stays in the history. */
    private static Decision<RoundEvent> revoke(Round round, String reason) {
        if (round.status() != RoundStatus.PUBLICISED && round.status() != RoundStatus.AWARDED) return not(round);
        return accept(new RoundEvent.AwardRevoked(round.status(), reason));
    }

    /** From here on the award is not revoked: somebody relies on it. */
    private static Decision<RoundEvent> execute(Round round) {
        return round.status() == RoundStatus.AWARDED ? accept(new RoundEvent.ExecutionBegan()) : not(round);
    }

    private static Decision<RoundEvent> complete(Round round, List<UUID> lots) {
        return round.status() == RoundStatus.EXECUTING && !lots.isEmpty() ? accept(new RoundEvent.LotsCompleted(lots)) : not(round);
    }

    /** Who asks has seen that every lot is terminal and every deposit ended. */
    private static Decision<RoundEvent> settle(Round round) {
        return round.status() == RoundStatus.EXECUTING ? accept(new RoundEvent.RoundSettled()) : not(round);
    }

    /** Given up once a call failed, or once nothing that was opened can be awarded. */
    private static Decision<RoundEvent> fail(Round round, String reason) {
        boolean callFailed = round.status() == RoundStatus.POOLED && round.tendering().number() > 0;
        boolean judged = EnumSet.of(RoundStatus.OPENED, RoundStatus.EVALUATED).contains(round.status());
        return callFailed || judged ? accept(new RoundEvent.RoundFailed(reason)) : not(round);
    }

    /**
     * Where the dates of tendering stand after a suspension. What passed meanwhile is named anew and lies ahead, and nothing is
     * earlier than it was; the suspended time does not count as publicity.
     */
    static Decision<RoundEvent.TenderResumed> resumed(Round round, RoundCommand.NewDates dates, Instant now, WorkingDays days) {
        TenderTerms asked = round.tender().orElseThrow();
        RoundStatus back = round.suspendedFrom().orElseThrow();
        Instant due = back == RoundStatus.TENDERING ? dates.offersDueAt().orElse(asked.offersDueAt()) : asked.offersDueAt();
        Instant opens = dates.opensAt().filter(_ -> AWAITS_OPENING.contains(back)).orElse(asked.dueAt(due).opensAt());
        if (due.isBefore(asked.offersDueAt()) || opens.isBefore(asked.opensAt())) return refuse(RoundRefusal.OFFERS_DUE_ONLY_LATER);
        if (back == RoundStatus.TENDERING && !now.isBefore(due) || back == RoundStatus.CLOSED && !now.isBefore(opens) && !opened(asked, round)) {
            return refuse(RoundRefusal.ROUND_DATES_PAST);
        }
        if (opens.isBefore(due)) return refuse(RoundRefusal.ROUND_PERIODS_OUT_OF_ORDER);
        return accept(new RoundEvent.TenderResumed(asked.offersDueAt(), due, opens, publicityAfter(round, now, days)));
    }

    private static final Set<RoundStatus> AWAITS_OPENING = EnumSet.of(RoundStatus.TENDERING, RoundStatus.CLOSED);

    /** The opening's time had come before the round was suspended: trustees go on where they were. */
    private static boolean opened(TenderTerms asked, Round round) {
        return !asked.opensAt().isAfter(round.statusSince());
    }

    private static Optional<Instant> publicityAfter(Round round, Instant now, WorkingDays days) {
        return round.tendering().publicity().map(notice -> {
            LocalDate suspendedOn = LocalDate.ofInstant(round.statusSince(), BEIJING);
            LocalDate lastOn = LocalDate.ofInstant(notice.endsAt().minusMillis(1), BEIJING);
            int left = 0;
            for (LocalDate day = days.onOrAfter(suspendedOn); !day.isAfter(lastOn); day = days.after(day)) left++;
            if (left == 0) return notice.endsAt();
            return endOf(days.workingDays(LocalDate.ofInstant(now, BEIJING), left).lastOn());
        });
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(BEIJING).toInstant();
    }

    private static Decision<RoundEvent> not(Round round) {
        return refuse(RoundRefusal.ROUND_STATE_DOES_NOT_ALLOW, Map.of("status", round.status()));
    }
}
