package org.jucai.platform.bidding.web;

import java.time.Instant;
import org.jucai.platform.bidding.envelopes.EnvelopeDesk;
import org.jucai.spec.model.EnvelopeStatus;
import org.jucai.spec.model.KeptEnvelope;
import org.jucai.spec.model.OwnEnvelopes;
import org.jucai.spec.model.Receipt;
import tools.jackson.databind.json.JsonMapper;

/** A supplier's own envelopes as it sees them. */
final class EnvelopeViews {

    private EnvelopeViews() {}

    static OwnEnvelopes show(EnvelopeDesk.Own own, JsonMapper json, Instant now) {
        return new OwnEnvelopes(own.roundId(), own.call(), own.nextVersion(), own.kept().stream().map(kept -> show(kept, json)).toList(), now);
    }

    /** Receipts leave as they were signed. */
    private static KeptEnvelope show(org.jucai.platform.bidding.envelopes.KeptEnvelope kept, JsonMapper json) {
        return new KeptEnvelope(kept.version(), EnvelopeStatus.valueOf(kept.status().name()), kept.sha256(), kept.receivedAt(),
                json.readValue(kept.receipt(), Receipt.class))
                .withdrawal(kept.withdrawal().map(word -> json.readValue(word, Receipt.class)).orElse(null));
    }
}
