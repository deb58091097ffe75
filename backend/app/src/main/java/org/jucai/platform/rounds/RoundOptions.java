package org.jucai.platform.rounds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;

/** What a caller may do with a round next. Pure; the desk decides again when it is done. */
public final class RoundOptions {

    /** Commands as pages show them. */
    public enum Option { EDIT, ANNOUNCE, OPEN, EXTEND, LOCK, POOL, REOPEN, FREEZE, TENDER, POSTPONE, CLOSE, CALL_SECOND_QUOTE, EVALUATE, PUBLICISE, FINALISE, REVOKE, FAIL,
        SUSPEND, RESUME, CANCEL, PLACE_DEMAND, DECLINE, SIGN }

    private static final Set<RoundStatus> SIGNED_IN = EnumSet.of(
            RoundStatus.ANNOUNCED, RoundStatus.COLLECTING, RoundStatus.LOCKED, RoundStatus.POOLED);

    private RoundOptions() {}

    /** @param memberHere whether the caller's enterprise belongs to the association that runs the round */
    public static List<Option> of(Round round, Optional<Actor> caller, boolean memberHere, Instant now) {
        if (caller.isEmpty()) return List.of();
        Actor actor = caller.get();
        if (actor.has(Role.SECRETARIAT) && actor.actsFor(round.associationId())) return secretariat(round, actor, now);
        boolean member = memberHere && actor.partyKind() == PartyKind.ENTERPRISE && (actor.has(Role.MEMBER_BUYER) || actor.has(Role.MEMBER_ADMIN));
        return member ? member(round, now) : List.of();
    }

    private static List<Option> member(Round round, Instant now) {
        List<Option> options = new ArrayList<>();
        if (round.takesDemandAt(now)) options.add(Option.PLACE_DEMAND);
        if (round.takesDemandAt(now)) options.add(Option.DECLINE);
        if (SIGNED_IN.contains(round.status())) options.add(Option.SIGN);
        return options;
    }

    private static List<Option> secretariat(Round round, Actor actor, Instant now) {
        return switch (round.status()) {
            case DRAFT -> List.of(Option.EDIT, Option.ANNOUNCE, Option.CANCEL);
            case ANNOUNCED -> List.of(Option.OPEN, Option.EXTEND, Option.SUSPEND, Option.CANCEL);
            case COLLECTING -> List.of(Option.PLACE_DEMAND, Option.EXTEND, Option.LOCK, Option.SUSPEND, Option.CANCEL);
            case LOCKED -> List.of(Option.POOL, Option.SUSPEND, Option.CANCEL);
            case POOLED -> pooled(round, now);
            case SUSPENDED -> List.of(Option.RESUME, Option.CANCEL);
            case TENDERING -> List.of(round.takesOffersAt(now) ? Option.POSTPONE : Option.CLOSE, Option.SUSPEND, Option.CANCEL);
            case CLOSED -> List.of(Option.SUSPEND, Option.CANCEL);
            case OPENED -> mayQuoteAgain(round)
                    ? List.of(Option.EVALUATE, Option.CALL_SECOND_QUOTE, Option.FAIL, Option.SUSPEND, Option.CANCEL)
                    : List.of(Option.EVALUATE, Option.FAIL, Option.SUSPEND, Option.CANCEL);
            case EVALUATED -> List.of(Option.PUBLICISE, Option.FAIL, Option.SUSPEND, Option.CANCEL);
            case PUBLICISED -> publicised(round, actor, now);
            case AWARDED -> List.of(Option.REVOKE);
            case EXECUTING, SETTLED, CANCELLED, FAILED -> List.of();
        };
    }

    private static boolean mayQuoteAgain(Round round) {
        return round.tendering().firstCall().isEmpty() && round.tender().filter(TenderTerms::secondQuote).isPresent();
    }

    private static List<Option> pooled(Round round, Instant now) {
        if (round.frozenAt().isPresent()) return frozen(round);
        if (round.fillsGapAt(now)) return List.of(Option.PLACE_DEMAND, Option.SUSPEND, Option.CANCEL);
        return List.of(Option.FREEZE, Option.POOL, Option.REOPEN, Option.SUSPEND, Option.CANCEL);
    }

    /** Giving up is for a round whose call for offers failed; before the first there is cancelling. */
    private static List<Option> frozen(Round round) {
        return round.tendering().number() == 0
                ? List.of(Option.TENDER, Option.SUSPEND, Option.CANCEL)
                : List.of(Option.TENDER, Option.FAIL, Option.SUSPEND, Option.CANCEL);
    }

    /** Whoever put the award to public notice is not offered to make it final. */
    private static List<Option> publicised(Round round, Actor actor, Instant now) {
        boolean may = round.tendering().publicity()
                .filter(notice -> !now.isBefore(notice.endsAt()) && !notice.by().equals(actor.personId())).isPresent();
        return may
                ? List.of(Option.FINALISE, Option.REVOKE, Option.SUSPEND, Option.CANCEL)
                : List.of(Option.REVOKE, Option.SUSPEND, Option.CANCEL);
    }
}
