package org.jucai.platform.bidding.trustees;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.bidding.envelope.Bytes;
import org.jucai.platform.bidding.envelope.TrusteeCard;
import org.jucai.platform.kernel.PartyKind;

/**
 * A trustee's key as it is registered.
 *
 * @param answer digest of what the trustee must send back to show that it holds the key
 * @param validFrom when that was shown
 * @param endedBecause why it ended, in the trustee's words
 */
public record RegisteredKey(
        UUID id,
        UUID partyId,
        PartyKind partyKind,
        TrusteeCard card,
        KeyStatus status,
        Bytes answer,
        Instant registeredAt,
        Optional<Instant> validFrom,
        Optional<Instant> validUntil,
        Optional<String> endedBecause,
        long version) {

    static final String STREAM = "trustee-key";

    RegisteredKey shown(Instant at) {
        return new RegisteredKey(id, partyId, partyKind, card, KeyStatus.IN_FORCE, answer, registeredAt, Optional.of(at), Optional.empty(), Optional.empty(), version + 1);
    }

    RegisteredKey ended(Instant at, String why) {
        return new RegisteredKey(id, partyId, partyKind, card, KeyStatus.ENDED, answer, registeredAt, validFrom, Optional.of(at), Optional.of(why), version + 1);
    }
}
