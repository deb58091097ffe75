package org.jucai.platform.bidding.envelope;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Opens one section with what trustees released, and names who lied. The outcome does not depend on which two honest trustees came first:
 * every share is sealed again from the witness, also that of a trustee who released nothing.
 */
public final class Opening {

    private final Envelope envelope;
    private final int index;
    private final Section section;
    private final Place place;
    /** What each trustee released, by its number. */
    private final Map<Integer, ReleasedShare> released = new TreeMap<>();
    /** Released shares that fit their commitments. */
    private final Map<Integer, byte[]> fitting = new TreeMap<>();

    private Opening(Envelope envelope, int index, List<Release> releases) {
        this.envelope = envelope;
        this.index = index;
        this.section = envelope.section(index);
        this.place = envelope.place(index);
        for (Release release : releases) {
            if (!release.envelope().equals(envelope.digest())) throw new RefusedEnvelopeException(Fault.OTHER_ENVELOPE, "/envelopeSha256");
            release.shares().stream().filter(share -> share.section() == index).forEach(share -> take(release.trustee(), share));
        }
    }

    private void take(int trustee, ReleasedShare said) {
        if (released.putIfAbsent(trustee, said) != null) throw new RefusedEnvelopeException(Fault.DUPLICATE_SECTION, "/shares");
        @Nullable Bytes share = said.share();
        if (share != null && section.shareOf(trustee).commitment().equals(Bytes.wrap(place.shareCommitment(trustee, share.raw())))) fitting.put(trustee, share.raw());
    }

    /** @param releases at most one of each trustee that speaks of this section */
    public static Outcome of(Envelope envelope, int section, List<Release> releases) {
        return new Opening(envelope, section, releases).outcome();
    }

    /**
     * The outcome where the writer shows what it sealed, for a section that no two trustees open.
     *
     * @param record empty outcome where it is not the record of this envelope
     */
    public static Optional<Outcome> byRecord(Envelope envelope, int section, List<Release> releases, SealingRecord record) {
        if (!record.envelope().equals(envelope.digest())) return Optional.empty();
        return record.section(section).flatMap(plain -> new Opening(envelope, section, releases).proved(plain));
    }

    private Outcome outcome() {
        if (fitting.size() < 2) return notYet();
        List<byte[]> shares = List.copyOf(fitting.values());
        for (int i = 1; i < shares.size(); i++) {
            if (!Shamir.combine(shares.get(i - 1), shares.get(i))) return blame(Deceit.SHARES_DO_NOT_COMBINE);
        }
        byte[] key = Shamir.secret(shares.get(0), shares.get(1));
        if (!fits(key) || shares.size() == 3 && !fits(Shamir.secret(shares.get(1), shares.get(2)))) return blame(Deceit.KEY_NOT_AS_COMMITTED);
        Optional<byte[]> padded = Aes.open(place.keyAndNonce(key), place.associated(), section.ciphertext().raw());
        if (padded.isEmpty()) return blame(Deceit.CONTENT_DOES_NOT_OPEN);
        return padded.flatMap(Padding::strip).map(plain -> opened(key, plain)).orElseGet(() -> blame(Deceit.NO_WITNESS));
    }

    private boolean fits(byte[] key) {
        return section.keyCommitment().equals(Bytes.wrap(place.keyCommitment(key)));
    }

    private Outcome notYet() {
        TreeSet<Integer> missing = new TreeSet<>(List.of(1, 2, 3));
        missing.removeAll(released.keySet());
        TreeSet<Integer> disputed = new TreeSet<>(released.keySet());
        disputed.removeAll(fitting.keySet());
        return new Outcome.NotOpenableYet(missing, disputed);
    }

    /** Before a witness is read nothing shows a trustee's lie. */
    private static Outcome blame(Deceit deceit) {
        return new Outcome.TwoFaced(deceit, List.of());
    }

    private Outcome opened(byte[] key, byte[] json) {
        Optional<Plain> plain = Plain.read(json);
        if (plain.isEmpty()) return blame(Deceit.NO_WITNESS);
        Witness witness = plain.get().witness();
        if (!witness.isOnLineThrough(key)) return blame(Deceit.WITNESS_NOT_ON_LINE);
        return judged(plain.get(), Bytes.wrap(json));
    }

    /** Seals every share again: what differs is the writer's deceit, what agrees shows each trustee's word true or false. */
    private Outcome judged(Plain plain, Bytes json) {
        if (Resealing.gives(section, place, envelope.head().trustees(), plain.witness())) return new Outcome.Opened(plain.content(), json, wrong(plain.witness()));
        Hpke.Ephemeral ephemeral = plain.witness().ephemeralKey();
        boolean encapsulated = section.encapsulated().equals(Bytes.wrap(ephemeral.encapsulated()));
        boolean honest = encapsulated;
        List<WrongShare> wrong = new ArrayList<>();
        for (int trustee = 1; trustee <= Shamir.PARTS; trustee++) {
            int number = trustee;
            SealedShare again = plain.witness().sealAgain(place, ephemeral, envelope.head().trustees().get(trustee - 1), trustee);
            boolean same = encapsulated && again.sealed().equals(section.shareOf(trustee).sealed());
            honest &= same && again.commitment().equals(section.shareOf(trustee).commitment());
            @Nullable ReleasedShare said = released.get(trustee);
            if (same && said != null) lie(said, plain.witness().shareOf(trustee)).ifPresent(lie -> wrong.add(new WrongShare(number, lie)));
        }
        return honest ? new Outcome.Opened(plain.content(), json, wrong) : new Outcome.TwoFaced(Deceit.SHARE_NOT_AS_WITNESSED, wrong);
    }

    private List<WrongShare> wrong(Witness witness) {
        List<WrongShare> wrong = new ArrayList<>();
        released.forEach((trustee, said) -> lie(said, witness.shareOf(trustee)).ifPresent(lie -> wrong.add(new WrongShare(trustee, lie))));
        return wrong;
    }

    private static Optional<WrongShare.Lie> lie(ReleasedShare said, Bytes sealed) {
        @Nullable Bytes share = said.share();
        if (share == null) return Optional.of(WrongShare.Lie.SAID_IT_DOES_NOT_OPEN);
        return share.equals(sealed) ? Optional.empty() : Optional.of(WrongShare.Lie.RELEASED_ANOTHER);
    }

    /** Nothing where this plaintext does not give the section that the envelope holds: then it proves nothing. */
    private Optional<Outcome> proved(Bytes json) {
        int length = envelope.shape().bytesOf(index);
        return Plain.read(json.raw()).filter(plain -> json.length() < length && Shamir.combine(plain.witness().shareOf(1).raw(), plain.witness().shareOf(2).raw()))
                .filter(plain -> plain.witness().isOnLineThrough(Sealer.key(plain.witness())))
                .filter(plain -> Sealer.section(place, envelope.head(), plain, Padding.fill(json.raw(), length)).equals(section))
                .map(plain -> judged(plain, json));
    }
}
