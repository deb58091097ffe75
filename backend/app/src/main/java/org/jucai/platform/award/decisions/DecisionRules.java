package org.jucai.platform.award.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.award.runs.Basis;
import org.jucai.platform.award.runs.RunStatus;
import org.jucai.platform.award.runs.SolvedRun;
import org.jucai.platform.kernel.Refusal;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.rounds.Profile;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundRefusal;
import org.jucai.platform.rounds.RoundStatus;

/** Decides what may become of an award (lifecycle: award, procurement round). Pure. */
final class DecisionRules {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    /** 招标: with fewer admissible offers the committee decides a lot, with reasons. */
    private static final int LEAST_TO_COMPETE = 3;
    private static final int MOST_OBJECTIONS_OF_A_PARTY = 20;

    private DecisionRules() {}

    /** Only what an official run computed to its end, confirmed by the checker, is proposed; and only while the round stands evaluated. */
    static void mayBeProposed(Round round, SolvedRun run) {
        if (round.status() != RoundStatus.EVALUATED) throw not(round);
        if (run.basis() != Basis.OFFICIAL) throw new RefusedException(AwardRefusal.AWARD_RUN_IS_A_SCENARIO);
        if (run.status() == RunStatus.REFUTED) throw new RefusedException(AwardRefusal.AWARD_RUN_REFUTED);
        if (run.exploratory()) throw new RefusedException(AwardRefusal.AWARD_RUN_EXPLORATORY);
        if (run.status() != RunStatus.SOLVED) throw new RefusedException(AwardRefusal.AWARD_RUN_HAS_NO_AWARD);
    }

    /** The profile says who decides, and of which lots reasons are asked. */
    static void decidedRightly(Round round, Award.Decided decision, List<AwardSheet.Lot> lots) {
        boolean committee = round.terms().profile() == Profile.TENDER;
        if (committee != (decision.by() == Award.By.COMMITTEE)) throw new RefusedException(AwardRefusal.AWARD_DECISION_OF_OTHERS, Map.of("profile", round.terms().profile()));
        if (!committee) return;
        Set<UUID> reasoned = decision.lots().stream().map(Award.LotReasons::lotId).collect(Collectors.toSet());
        lots.stream().filter(lot -> lot.admissibleOffers() < LEAST_TO_COMPETE && !reasoned.contains(lot.lotId())).findFirst().ifPresent(lot -> {
            throw new RefusedException(AwardRefusal.AWARD_LOT_NEEDS_REASONS, Map.of("lot", lot.code()));
        });
    }

    /** @param validUntilOn the last day on which a winner's offer binds */
    static void stillBinds(LocalDate validUntilOn, Instant now) {
        if (validUntilOn.isBefore(LocalDate.ofInstant(now, BEIJING))) {
            throw new RefusedException(AwardRefusal.AWARD_OFFER_BINDS_NO_LONGER, Map.of("until", validUntilOn));
        }
    }

    /** Until the last millisecond of the notice, by the server's clock; from its end on not, final or not (law 5). */
    static void mayBeObjectedTo(Round round, Instant now, int ownBefore) {
        Optional<Instant> ends = round.tendering().publicity().map(Round.Publicity::endsAt);
        boolean noticed = round.status() == RoundStatus.PUBLICISED || round.status() == RoundStatus.AWARDED;
        if (!noticed || ends.isEmpty()) throw new RefusedException(AwardRefusal.AWARD_NOT_AT_NOTICE);
        if (round.status() == RoundStatus.AWARDED || !now.isBefore(ends.get())) {
            throw new RefusedException(AwardRefusal.OBJECTION_TOO_LATE, Map.of("lastOn", LocalDate.ofInstant(ends.get().minusMillis(1), BEIJING)));
        }
        if (ownBefore >= MOST_OBJECTIONS_OF_A_PARTY) throw new RefusedException(AwardRefusal.TOO_MANY_OBJECTIONS, Map.of("limit", MOST_OBJECTIONS_OF_A_PARTY));
    }

    /** How many objections to a version stand where. */
    record Tally(int open, int upheld) {}

    /** Publicity is not shortened while an objection is open; one that was upheld leaves revocation alone. */
    static Optional<Refusal> againstFinal(Tally objections) {
        if (objections.open() > 0) return Optional.of(AwardRefusal.OBJECTION_STILL_OPEN);
        return objections.upheld() > 0 ? Optional.of(AwardRefusal.OBJECTION_UPHELD) : Optional.empty();
    }

    private static RefusedException not(Round round) {
        return new RefusedException(RoundRefusal.ROUND_STATE_DOES_NOT_ALLOW, Map.of("status", round.status()));
    }
}
