package org.jucai.platform.bidding.envelope;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** What a trustee that lies says, and what a supplier that cheats seals. */
public final class Forgeries {

    private Forgeries() {}

    /** Signed by the trustee, be it true or not. */
    public static Release says(TrusteeSecret trustee, Envelope envelope, List<ReleasedShare> shares) {
        return trustee.say(envelope, shares);
    }

    /** A share of chance for each of these sections. */
    public static List<ReleasedShare> chance(List<Integer> sections, SecureRandom chance) {
        return sections.stream().map(section -> new ReleasedShare(section, Bytes.wrap(Witness.random(SealedShare.SHARE_BYTES, chance)))).toList();
    }

    /** The truth about one section, told of another. */
    public static ReleasedShare moved(Release truth, int from, int to) {
        return new ReleasedShare(to, truth.shares().stream().filter(share -> share.section() == from).findFirst().orElseThrow().share());
    }

    /** The same, but a section commits to a key that it does not have. */
    public static Sealer.Sealed twoFaced(Sealer.Sealed honest, int section, SecureRandom chance) {
        Envelope envelope = honest.envelope();
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < envelope.shape().sections(); i++) {
            Section right = envelope.section(i);
            sections.add(i == section ? new Section(Bytes.wrap(Witness.random(32, chance)), right.ciphertext(), right.encapsulated(), right.shares()) : right);
        }
        return new Sealer.Sealed(new Envelope(envelope.head(), sections), honest.record());
    }
}
