package org.jucai.platform.bidding.envelope;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A trustee's keys. Made and kept by the trustee; the server never has them. */
public final class TrusteeSecret {

    static final int BYTES = Hpke.KEY_BYTES + Signing.SEED_BYTES;

    private final TrusteeKey key;
    private final byte[] opens;
    private final byte[] signs;

    /** @param secret X25519 private key, then Ed25519 seed */
    TrusteeSecret(String trustee, byte[] secret) {
        this.opens = Arrays.copyOf(secret, Hpke.KEY_BYTES);
        this.signs = Arrays.copyOfRange(secret, Hpke.KEY_BYTES, BYTES);
        this.key = new TrusteeKey(trustee, Bytes.wrap(Hpke.publicKey(opens)), Bytes.wrap(Signing.publicKey(signs)));
    }

    public static TrusteeSecret fresh(String trustee, SecureRandom chance) {
        return new TrusteeSecret(trustee, Witness.random(BYTES, chance));
    }

    public TrusteeKey key() {
        return key;
    }

    byte[] secret() {
        return Digests.joined(opens, signs);
    }

    /** Unseals this trustee's shares of these sections, and signs what came out, be it a share or none. */
    public Release release(Envelope envelope, List<Integer> sections) {
        int number = numberIn(envelope).orElseThrow(() -> new RefusedEnvelopeException(Fault.OTHER_TRUSTEES, "/trustees"));
        return Release.sign(envelope, number, sections.stream().map(section -> unseal(envelope, section, number)).toList(), Bytes.wrap(signs));
    }

    private OptionalInt numberIn(Envelope envelope) {
        return IntStream.rangeClosed(1, Shamir.PARTS).filter(number -> envelope.head().trustees().get(number - 1).equals(key)).findFirst();
    }

    private ReleasedShare unseal(Envelope envelope, int section, int number) {
        SealedShare sealed = envelope.section(section).shareOf(number);
        Hpke.Bound bound = envelope.place(section).bound(number, sealed.commitment().raw());
        Optional<byte[]> share = Hpke.open(opens, bound, envelope.section(section).messageTo(number)).filter(bytes -> bytes.length == SealedShare.SHARE_BYTES);
        return new ReleasedShare(section, share.map(Bytes::wrap).orElse(null));
    }

    /** Signs shares as they are given: what a trustee that lies does, and what a test of that needs. */
    Release say(Envelope envelope, List<ReleasedShare> shares) {
        return Release.sign(envelope, numberIn(envelope).orElseThrow(), shares, Bytes.wrap(signs));
    }

    /** Opens what was sealed to this key for another purpose. */
    Optional<byte[]> open(Hpke.Bound bound, Hpke.Message message) {
        return Hpke.open(opens, bound, message);
    }

    Bytes sign(Map<String, Object> document) {
        return Signing.sign(document, signs);
    }

    @Override
    public String toString() {
        return "keys of trustee " + key.trustee();
    }
}
