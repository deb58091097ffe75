package org.jucai.platform.bidding.envelope;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Seals an offer. What a supplier's own system does in Java; {@code backend/docs/notes/envelope.md} says the same in words. */
public final class Sealer {

    /** What a section without an offer holds. */
    static final Map<String, Object> NOTHING = Map.of("format", "jucai-nothing/1");

    private final SecureRandom chance;

    public Sealer(SecureRandom chance) {
        this.chance = chance;
    }

    /**
     * The envelope, and the record that the supplier keeps to itself.
     *
     * @param record the contents with the witness of each section; shows, if ever a section does not open, that it was sealed honestly
     */
    public record Sealed(Envelope envelope, SealingRecord record) {
        @Override
        public String toString() {
            return envelope.toString();
        }
    }

    /** @param contents the header, then one for each lot it lists, in its order */
    public Sealed seal(SealingTerms terms, Sender sender, List<Map<String, Object>> contents) {
        Shape shape = terms.shape();
        if (contents.size() > shape.sections()) throw new RefusedEnvelopeException(Fault.DOES_NOT_FIT, "/" + shape.sections());
        Head head = new Head(terms.suite(), terms.round(), sender.supplier(), sender.version(), terms.trustees());
        Place.Row places = head.places(shape.sections());
        List<Section> sections = new ArrayList<>(shape.sections());
        List<Bytes> plains = new ArrayList<>(contents.size());
        for (int i = 0; i < shape.sections(); i++) {
            byte[] key = Witness.random(Aes.KEY_BYTES, chance);
            Plain plain = new Plain(i < contents.size() ? contents.get(i) : NOTHING, Witness.fresh(key, chance));
            sections.add(section(places.at(i), head, plain, fill(plain, shape, i)));
            if (i < contents.size()) plains.add(Bytes.wrap(plain.bytes()));
        }
        Envelope envelope = new Envelope(head, sections);
        return new Sealed(envelope, new SealingRecord(envelope.digest(), plains));
    }

    private static byte[] fill(Plain plain, Shape shape, int section) {
        try {
            return Padding.fill(plain.bytes(), shape.bytesOf(section));
        } catch (RefusedEnvelopeException tooLong) {
            throw new RefusedEnvelopeException(tooLong.fault(), "/" + section);
        }
    }

    /** The section that this plaintext gives: sealing uses no chance beyond the witness. */
    static Section section(Place place, Head head, Plain plain, byte[] padded) {
        Witness witness = plain.witness();
        byte[] key = key(witness);
        List<SealedShare> shares = new ArrayList<>(Shamir.PARTS);
        Hpke.Ephemeral ephemeral = witness.ephemeralKey();
        for (int trustee = 1; trustee <= Shamir.PARTS; trustee++) shares.add(witness.sealAgain(place, ephemeral, head.trustees().get(trustee - 1), trustee));
        byte[] ciphertext = Aes.seal(place.keyAndNonce(key), place.associated(), padded);
        return new Section(Bytes.wrap(place.keyCommitment(key)), Bytes.wrap(ciphertext), Bytes.wrap(ephemeral.encapsulated()), shares);
    }

    /** The content key of shares that lie on a line. */
    static byte[] key(Witness witness) {
        return Shamir.secret(witness.shareOf(1).raw(), witness.shareOf(2).raw());
    }
}
