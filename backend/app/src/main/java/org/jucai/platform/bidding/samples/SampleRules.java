package org.jucai.platform.bidding.samples;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.bidding.envelopes.BidRefusal;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundStatus;

/** Whether a sample is registered, received or cancelled. */
final class SampleRules {

    static final int MOST = 50;

    private SampleRules() {}

    /** Beforehand: while offers are taken. */
    static Decision<SampleEvent> register(Round round, Sample sample, int before, LocalDate today) {
        Instant now = sample.registeredAt();
        if (round.status() != RoundStatus.TENDERING) return Decision.refuse(BidRefusal.ROUND_TAKES_NO_OFFERS);
        if (!round.takesOffersAt(now)) return Decision.refuse(BidRefusal.OFFERS_CLOSED, Map.of("at", round.tender().orElseThrow().offersDueAt().toString()));
        if (sample.parcel().sentOn().isAfter(today)) return Decision.refuse(SampleRefusal.SAMPLE_SENT_IN_THE_FUTURE);
        if (before >= MOST) return Decision.refuse(SampleRefusal.SAMPLES_TOO_MANY, Map.of("limit", MOST));
        return Decision.accept(new SampleEvent.SampleRegistered(sample.roundId(), sample.lotId(), sample.code()));
    }

    static Decision<SampleEvent> receive(Sample sample, Optional<String> remark) {
        return standing(sample, new SampleEvent.SampleReceived(remark));
    }

    static Decision<SampleEvent> cancel(Sample sample) {
        return standing(sample, new SampleEvent.SampleCancelled());
    }

    /** What was received or cancelled stays so. */
    private static Decision<SampleEvent> standing(Sample sample, SampleEvent event) {
        return sample.status() == SampleStatus.SENT ? Decision.accept(event) : Decision.refuse(SampleRefusal.SAMPLE_STATE_DOES_NOT_ALLOW);
    }

    /** Whose sample it is cancels it; who gets it receives it. */
    static boolean mayCancel(Sample sample, UUID party) {
        return sample.supplierId().equals(party);
    }
}
