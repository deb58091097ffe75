package org.jucai.platform.rounds;

import static org.jucai.platform.kernel.Decision.accept;
import static org.jucai.platform.kernel.Decision.refuse;
import static org.jucai.platform.rounds.RoundStatus.ANNOUNCED;
import static org.jucai.platform.rounds.RoundStatus.COLLECTING;
import static org.jucai.platform.rounds.RoundStatus.DRAFT;
import static org.jucai.platform.rounds.RoundStatus.LOCKED;
import static org.jucai.platform.rounds.RoundStatus.POOLED;
import static org.jucai.platform.rounds.RoundStatus.SUSPENDED;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.Kilograms;

/** Decides what may happen to a round (lifecycle: procurement round). Pure. */
final class RoundRules {

    private static final Set<RoundStatus> MAY_SUSPEND = EnumSet.range(ANNOUNCED, RoundStatus.PUBLICISED);

    /** Law 8: k is 5 unless the round says more. */
    private static final int LEAST_ANONYMITY = 5;

    /** Purchase deposit, lifecycle: default 20 %, between 10 and 30. */
    private static final int LEAST_DEPOSIT_BP = 1_000;
    private static final int MOST_DEPOSIT_BP = 3_000;

    private RoundRules() {}

    static Decision<RoundEvent> draft(RoundTerms terms, Set<String> knownGrades) {
        return sound(terms, knownGrades).<Decision<RoundEvent>>map(fault -> refuse(fault, facts(terms)))
                .orElseGet(() -> accept(new RoundEvent.RoundDrafted(terms)));
    }

    static Decision<RoundEvent> decide(Round round, RoundCommand command, Instant now, Known known) {
        return switch (command) {
            case RoundCommand.Edit(var terms) -> edit(round, terms, known.grades());
            case RoundCommand.Announce() -> announce(round, now);
            case RoundCommand.Open(var reason, var byClock) -> open(round, reason, byClock, now);
            case RoundCommand.Extend(var end, var reason) -> extend(round, end, reason, now);
            case RoundCommand.Lock(var reason, var byClock) -> lock(round, reason, byClock, now);
            case RoundCommand.Pool() -> pool(round, now);
            case RoundCommand.Reopen reopen -> reopen(round, reopen, now);
            case RoundCommand.CloseGap() -> closeGap(round, now);
            case RoundCommand.Freeze() -> freeze(round, now);
            case RoundCommand.Suspend(var reason) -> suspend(round, reason);
            case RoundCommand.Resume resume -> resume(round, resume, now, known);
            case RoundCommand.Cancel(var reason) -> cancel(round, reason);
            case RoundCommand.OfTender tender -> TenderRules.decide(round, tender, now, known.days());
        };
    }

    /** What is wrong with the terms, if anything: periods are ordered and do not overlap, steps rise, the profile's least is kept. */
    private static Optional<RoundRefusal> sound(RoundTerms terms, Set<String> knownGrades) {
        if (!knownGrades.containsAll(terms.grades())) return Optional.of(RoundRefusal.GRADE_NOT_IN_CATALOGUE);
        if (!terms.collectingOpensAt().isBefore(terms.collectingEndsAt()) || !terms.deliveryPeriod().isInOrder()) {
            return Optional.of(RoundRefusal.ROUND_PERIODS_OUT_OF_ORDER);
        }
        if (!partsInOrder(terms)) return Optional.of(RoundRefusal.ROUND_WINDOWS_OVERLAP);
        if (!rising(terms.volumeSteps())) return Optional.of(RoundRefusal.ROUND_STEPS_NOT_RISING);
        if (terms.anonymityK() < LEAST_ANONYMITY || terms.depositRateBp() < LEAST_DEPOSIT_BP || terms.depositRateBp() > MOST_DEPOSIT_BP) {
            return Optional.of(RoundRefusal.ROUND_ANONYMITY_OR_DEPOSIT_OUT_OF_BOUNDS);
        }
        boolean belowProfile = terms.minimumOffersPerLot() < terms.profile().leastOffers()
                || terms.publicityWorkingDays() < terms.profile().leastPublicityDays();
        return belowProfile ? Optional.of(RoundRefusal.ROUND_OFFERS_BELOW_PROFILE) : Optional.empty();
    }

    private static boolean partsInOrder(RoundTerms terms) {
        List<DateWindow> parts = terms.deliveryWindows();
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).isInOrder() || !terms.deliveryPeriod().contains(parts.get(i))) return false;
            if (i > 0 && !parts.get(i - 1).toOn().isBefore(parts.get(i).fromOn())) return false;
        }
        return true;
    }

    private static boolean rising(List<Kilograms> steps) {
        for (int i = 1; i < steps.size(); i++) if (steps.get(i - 1).compareTo(steps.get(i)) >= 0) return false;
        return true;
    }

    private static Map<String, Object> facts(RoundTerms terms) {
        return Map.of("leastOffers", terms.profile().leastOffers(), "leastPublicityDays", terms.profile().leastPublicityDays());
    }

    private static Decision<RoundEvent> edit(Round round, RoundTerms terms, Set<String> knownGrades) {
        if (round.status() != DRAFT) return refuse(RoundRefusal.ROUND_NOT_DRAFT);
        return sound(terms, knownGrades).<Decision<RoundEvent>>map(fault -> refuse(fault, facts(terms)))
                .orElseGet(() -> accept(new RoundEvent.RoundEdited(terms)));
    }

    private static Decision<RoundEvent> announce(Round round, Instant now) {
        if (round.status() != DRAFT) return not(round);
        if (!now.isBefore(round.terms().collectingEndsAt())) return refuse(RoundRefusal.ROUND_DATES_PAST);
        return accept(new RoundEvent.RoundAnnounced());
    }

    private static Decision<RoundEvent> open(Round round, Optional<String> reason, boolean byClock, Instant now) {
        if (round.status() != ANNOUNCED) return not(round);
        Instant due = round.terms().collectingOpensAt();
        if (byClock) return now.isBefore(due) ? not(round) : accept(new RoundEvent.CollectingOpened(Optional.empty(), Optional.of(due)));
        if (!now.isBefore(round.terms().collectingEndsAt())) return refuse(RoundRefusal.ROUND_DATES_PAST);
        if (now.isBefore(due) && reason.isEmpty()) return refuse(RoundRefusal.REASON_MISSING);
        return accept(new RoundEvent.CollectingOpened(reason, Optional.empty()));
    }

    private static Decision<RoundEvent> extend(Round round, Instant end, String reason, Instant now) {
        if (round.status() != COLLECTING && round.status() != ANNOUNCED) return not(round);
        if (!now.isBefore(end) || !now.isBefore(round.terms().collectingEndsAt())) return refuse(RoundRefusal.ROUND_DATES_PAST);
        if (!round.terms().collectingOpensAt().isBefore(end)) return refuse(RoundRefusal.ROUND_PERIODS_OUT_OF_ORDER);
        return accept(new RoundEvent.CollectingEndMoved(round.terms().collectingEndsAt(), end, reason));
    }

    private static Decision<RoundEvent> lock(Round round, Optional<String> reason, boolean byClock, Instant now) {
        if (round.status() != COLLECTING) return not(round);
        Instant due = round.terms().collectingEndsAt();
        if (!now.isBefore(due)) return accept(new RoundEvent.RoundLocked(reason, Optional.of(due)));
        if (byClock) return not(round);
        if (reason.isEmpty()) return refuse(RoundRefusal.REASON_MISSING);
        return accept(new RoundEvent.RoundLocked(reason, Optional.empty()));
    }

    private static Decision<RoundEvent> pool(Round round, Instant now) {
        if (round.status() != LOCKED && round.status() != POOLED) return not(round);
        if (round.frozenAt().isPresent()) return refuse(RoundRefusal.ROUND_ALREADY_FROZEN);
        if (round.fillsGapAt(now)) return refuse(RoundRefusal.ROUND_FILLING_GAP);
        return accept(new RoundEvent.RoundPooled());
    }

    private static Decision<RoundEvent> reopen(Round round, RoundCommand.Reopen command, Instant now) {
        if (round.status() != POOLED) return not(round);
        if (round.frozenAt().isPresent()) return refuse(RoundRefusal.ROUND_ALREADY_FROZEN);
        if (!now.isBefore(command.endsAt())) return refuse(RoundRefusal.ROUND_DATES_PAST);
        return accept(new RoundEvent.RoundReopened(command.endsAt(), command.lotIds(), command.reason()));
    }

    private static Decision<RoundEvent> closeGap(Round round, Instant now) {
        if (round.status() != POOLED || round.gapEndsAt().isEmpty() || round.fillsGapAt(now)) return not(round);
        return accept(new RoundEvent.GapClosed(round.gapEndsAt().get()));
    }

    private static Decision<RoundEvent> freeze(Round round, Instant now) {
        if (round.status() != POOLED) return not(round);
        if (round.frozenAt().isPresent()) return refuse(RoundRefusal.ROUND_ALREADY_FROZEN);
        if (round.gapEndsAt().isPresent()) return refuse(RoundRefusal.ROUND_FILLING_GAP, Map.of("open", round.fillsGapAt(now)));
        return accept(new RoundEvent.RoundFrozen());
    }

    private static Decision<RoundEvent> suspend(Round round, String reason) {
        if (!MAY_SUSPEND.contains(round.status())) return not(round);
        return accept(new RoundEvent.RoundSuspended(round.status(), reason));
    }

    /** A deadline that passed while the round was suspended must be moved, or members would be locked out unseen. */
    private static Decision<RoundEvent> resume(Round round, RoundCommand.Resume command, Instant now, Known known) {
        if (round.status() != SUSPENDED || round.suspendedFrom().isEmpty()) return not(round);
        RoundStatus back = round.suspendedFrom().get();
        if (back.compareTo(POOLED) > 0) {
            return TenderRules.resumed(round, command.dates(), now, known.days())
                    .map(tender -> resumed(round, round.terms().collectingEndsAt(), now, command).with(tender));
        }
        boolean stillCollects = back == ANNOUNCED || back == COLLECTING;
        Instant before = round.terms().collectingEndsAt();
        Instant end = stillCollects ? command.dates().collectingEndsAt().orElse(before) : before;
        if (stillCollects && !now.isBefore(end)) return refuse(RoundRefusal.ROUND_DATES_PAST);
        if (stillCollects && !round.terms().collectingOpensAt().isBefore(end)) return refuse(RoundRefusal.ROUND_PERIODS_OUT_OF_ORDER);
        return accept(resumed(round, end, now, command));
    }

    private static RoundEvent.RoundResumed resumed(Round round, Instant end, Instant now, RoundCommand.Resume command) {
        return new RoundEvent.RoundResumed(round.suspendedFrom().orElseThrow(), round.statusSince(), round.terms().collectingEndsAt(), end,
                round.gapEndsAt(), gapAfterSuspension(round, now), Optional.empty(), command.reason());
    }

    /** A gap that was open when the round was suspended gets the suspended time back; one that had ended is closed as it stood. */
    private static Optional<Instant> gapAfterSuspension(Round round, Instant now) {
        Instant suspendedAt = round.statusSince();
        return round.gapEndsAt().map(end -> end.isAfter(suspendedAt) ? end.plus(Duration.between(suspendedAt, now)) : end);
    }

    private static Decision<RoundEvent> cancel(Round round, String reason) {
        if (round.status().isTerminal() || round.status().compareTo(RoundStatus.AWARDED) >= 0 && round.status() != SUSPENDED) return not(round);
        return accept(new RoundEvent.RoundCancelled(reason));
    }

    private static Decision<RoundEvent> not(Round round) {
        return refuse(RoundRefusal.ROUND_STATE_DOES_NOT_ALLOW, Map.of("status", round.status()));
    }
}
