package org.jucai.platform.bidding.envelopes;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jucai.platform.bidding.EnvelopeRefusal;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundStatus;

/** Whether an envelope is taken or given back at this instant. */
final class BidRules {

    private BidRules() {}

    /**
     * What a supplier hands in.
     *
     * @param kept its envelopes of this call so far, oldest first
     */
    record Handed(Round round, List<KeptEnvelope> kept, long version, String sha256) {}

    /** The same envelope again changes nothing, also after the deadline: empty events. */
    static Decision<BidEvent> seal(Handed handed, Instant now) {
        Optional<KeptEnvelope> last = last(handed.kept());
        if (last.filter(live -> live.status() == EnvelopeStatus.SEALED && live.sha256().equals(handed.sha256())).isPresent()) return Decision.accept();
        Optional<Decision<BidEvent>> closed = closed(handed.round(), now);
        if (closed.isPresent()) return closed.get();
        if (handed.version() != next(handed.kept())) return Decision.refuse(EnvelopeRefusal.ENVELOPE_VERSION_NOT_NEXT);
        return Decision.accept(new BidEvent.EnvelopeSealed(handed.round().id(), handed.round().tendering().number(), handed.version(), handed.sha256()));
    }

    /** What is withdrawn already stays so. */
    static Decision<BidEvent> withdraw(Round round, List<KeptEnvelope> kept, Instant now) {
        Optional<KeptEnvelope> last = last(kept);
        if (last.isEmpty()) return Decision.refuse(BidRefusal.NO_ENVELOPE);
        if (last.get().status() == EnvelopeStatus.WITHDRAWN) return Decision.accept();
        return closed(round, now).orElseGet(() -> Decision.accept(
                new BidEvent.EnvelopeWithdrawn(round.id(), round.tendering().number(), last.get().version(), last.get().sha256())));
    }

    /** The version that the supplier's next envelope has. */
    static long next(List<KeptEnvelope> kept) {
        return last(kept).map(KeptEnvelope::version).orElse(0L) + 1;
    }

    static Optional<KeptEnvelope> last(List<KeptEnvelope> kept) {
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept.getLast());
    }

    /** From the deadline on an envelope is refused, closed or not (law 5). */
    private static Optional<Decision<BidEvent>> closed(Round round, Instant now) {
        if (round.takesOffersAt(now)) return Optional.empty();
        boolean asked = round.tender().isPresent() && round.status() != RoundStatus.SUSPENDED;
        return Optional.of(asked
                ? Decision.refuse(BidRefusal.OFFERS_CLOSED, Map.of("at", round.tender().orElseThrow().offersDueAt().toString()))
                : Decision.refuse(BidRefusal.ROUND_TAKES_NO_OFFERS));
    }
}
