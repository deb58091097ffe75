package org.jucai.platform.bidding.envelope;

import java.util.Collection;
import java.util.Optional;

/** Finds where a share that fits nothing belongs: a trustee that confused sections, envelopes or rounds is told so. */
public final class Strays {

    /**
     * The place of a share.
     *
     * @param trustee whose share it is, from 1
     */
    public record Origin(Bytes envelope, int section, int trustee) {}

    private Strays() {}

    /** Whether the share is the one that the envelope commits to at this place. */
    public static boolean fits(Bytes share, Envelope envelope, int section, int trustee) {
        return envelope.section(section).shareOf(trustee).commitment().equals(Bytes.wrap(envelope.place(section).shareCommitment(trustee, share.raw())));
    }

    /** Where among these envelopes the share fits its commitment. */
    public static Optional<Origin> find(Bytes share, Collection<Envelope> envelopes) {
        for (Envelope envelope : envelopes) {
            for (int section = 0; section < envelope.shape().sections(); section++) {
                Optional<Origin> origin = find(share, envelope, section);
                if (origin.isPresent()) return origin;
            }
        }
        return Optional.empty();
    }

    private static Optional<Origin> find(Bytes share, Envelope envelope, int section) {
        for (int trustee = 1; trustee <= Shamir.PARTS; trustee++) {
            if (fits(share, envelope, section, trustee)) return Optional.of(new Origin(envelope.digest(), section, trustee));
        }
        return Optional.empty();
    }
}
