package org.jucai.platform.bidding.trustees;

import java.util.List;
import java.util.UUID;

/** What happened to a trustee's key, or to who is trustee of a round. */
public sealed interface TrusteeEvent {

    /** A key was registered and waits to be shown. */
    record TrusteeKeyRegistered(UUID partyId, String fingerprint) implements TrusteeEvent {}

    /** The trustee showed that it holds the key. */
    record TrusteeKeyShown(UUID partyId, String fingerprint) implements TrusteeEvent {}

    /** A key ended: revoked, or replaced by the next. */
    record TrusteeKeyEnded(UUID partyId, String fingerprint, String reason) implements TrusteeEvent {}

    /** The association named a round's trustees. */
    record RoundTrusteesNamed(UUID roundId, List<UUID> trustees) implements TrusteeEvent {
        public RoundTrusteesNamed {
            trustees = List.copyOf(trustees);
        }
    }
}
