package org.jucai.platform.bidding.opening;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jucai.platform.bidding.envelope.Release;
import org.jucai.platform.bidding.envelope.ReleasedShare;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundRefusal;
import org.jucai.platform.rounds.RoundStatus;

/** Decides what is taken in an opening. Pure. */
final class OpeningRules {

    /** Once the offers are open a trustee's late word can still name a liar, so it is taken. */
    private static final Set<RoundStatus> AFTERWARDS = EnumSet.of(RoundStatus.OPENED, RoundStatus.EVALUATED, RoundStatus.PUBLICISED,
            RoundStatus.AWARDED, RoundStatus.EXECUTING, RoundStatus.SETTLED);

    private OpeningRules() {}

    /** Why shares of this phase are not taken now, if they are not. */
    static Optional<RefusedException> closed(Round round, RoundOpening opening, OpeningPhase of) {
        if (opening.phase() == OpeningPhase.FAILED) return Optional.of(new RefusedException(OpeningRefusal.OPENING_IS_OVER));
        if (of == OpeningPhase.SECTIONS && opening.phase() == OpeningPhase.HEADERS) return Optional.of(new RefusedException(OpeningRefusal.OPENING_NOT_SO_FAR));
        boolean goesOn = round.status() == RoundStatus.CLOSED || opening.phase() == OpeningPhase.OPENED && AFTERWARDS.contains(round.status());
        return goesOn ? Optional.empty() : Optional.of(new RefusedException(RoundRefusal.ROUND_STATE_DOES_NOT_ALLOW, Map.of("status", round.status().name())));
    }

    /** Exactly the sections that are asked for: of others no share may leave its trustee. */
    static void check(Release release, int trustee, List<Integer> asked) {
        if (release.trustee() != trustee) throw new RefusedException(OpeningRefusal.RELEASE_OF_ANOTHER_TRUSTEE);
        Set<Integer> released = new HashSet<>();
        for (ReleasedShare share : release.shares()) released.add(share.section());
        if (!released.equals(new HashSet<>(asked))) throw new RefusedException(OpeningRefusal.RELEASE_OF_OTHER_SECTIONS, Map.of("count", asked.size()));
    }
}
