package org.jucai.platform.bidding.envelope;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the shares of a witness again and compares, four times as fast as {@link Hpke}: an opening does little else. It only ever says that a
 * section is the same; where it does not say so, the library seals again before anybody is blamed. What it computes with was shown by then, so
 * how long it takes may tell of it. RFC 9180, base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM.
 */
final class Resealing {

    private static final String HMAC = "HmacSHA256";
    private static final int HASH_BYTES = 32;
    private static final int SHORT = 2;
    private static final byte[] NOTHING = {};
    private static final byte[] NO_SALT = new byte[HASH_BYTES];
    private static final byte[] KEM = joined("KEM".getBytes(StandardCharsets.US_ASCII), new byte[] {0, 0x20});
    private static final byte[] HPKE = joined("HPKE".getBytes(StandardCharsets.US_ASCII), new byte[] {0, 0x20, 0, 1, 0, 2});
    private static final byte[] VERSION = "HPKE-v1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BASE_MODE = {0};
    private static final byte[] NINE = Arrays.copyOf(new byte[] {9}, Hpke.KEY_BYTES);

    /** Tables of the keys that were last sealed to: public, and the same for all envelopes of a round. */
    private static final int MOST_TABLES = 16;

    private static final Map<Bytes, Optional<FixedPoint>> TABLES = new LinkedHashMap<>(MOST_TABLES, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Bytes, Optional<FixedPoint>> eldest) {
            return size() > MOST_TABLES;
        }
    };

    private final Mac mac;

    private Resealing() {
        try {
            mac = Mac.getInstance(HMAC);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java has HMAC with SHA-256", absent);
        }
    }

    /** Whether this witness gives the section to the byte, for all three trustees. */
    static boolean gives(Section section, Place place, List<TrusteeKey> trustees, Witness witness) {
        return new Resealing().same(section, place, trustees, witness);
    }

    private boolean same(Section section, Place place, List<TrusteeKey> trustees, Witness witness) {
        byte[] own = expand(KEM, extract(KEM, NO_SALT, "dkp_prk", witness.ephemeral().raw()), "sk", NOTHING, Hpke.KEY_BYTES);
        Optional<byte[]> encapsulated = table(Bytes.wrap(NINE)).map(base -> base.times(own));
        if (encapsulated.isEmpty() || !section.encapsulated().equals(Bytes.wrap(encapsulated.get()))) return false;
        for (int trustee = 1; trustee <= Shamir.PARTS; trustee++) {
            byte[] share = witness.shareOf(trustee).raw();
            byte[] commitment = place.shareCommitment(trustee, share);
            SealedShare kept = section.shareOf(trustee);
            Bytes key = trustees.get(trustee - 1).sealTo();
            Optional<byte[]> agreed = table(key).map(point -> point.times(own));
            if (agreed.isEmpty() || !kept.commitment().equals(Bytes.wrap(commitment))) return false;
            byte[] shared = expand(KEM, extract(KEM, NO_SALT, "eae_prk", agreed.get()), "shared_secret", joined(encapsulated.get(), key.raw()), HASH_BYTES);
            Hpke.Bound bound = place.bound(trustee, commitment);
            if (!kept.sealed().equals(Bytes.wrap(Aes.seal(keyAndNonce(shared, bound.info()), bound.associated(), share)))) return false;
        }
        return true;
    }

    private static Optional<FixedPoint> table(Bytes key) {
        synchronized (TABLES) {
            return TABLES.computeIfAbsent(key, _ -> FixedPoint.of(key.raw()));
        }
    }

    /** The key schedule, RFC 9180 section 5.1. */
    private byte[] keyAndNonce(byte[] shared, byte[] info) {
        byte[] context = joined(BASE_MODE, extract(HPKE, NO_SALT, "psk_id_hash", NOTHING), extract(HPKE, NO_SALT, "info_hash", info));
        byte[] secret = extract(HPKE, shared, "secret", NOTHING);
        return joined(expand(HPKE, secret, "key", context, Aes.KEY_BYTES), expand(HPKE, secret, "base_nonce", context, Aes.NONCE_BYTES));
    }

    /** LabeledExtract, RFC 9180 section 4. */
    private byte[] extract(byte[] suite, byte[] salt, String label, byte[] key) {
        return hmac(salt, VERSION, suite, label.getBytes(StandardCharsets.US_ASCII), key);
    }

    /** LabeledExpand of at most one digest, RFC 9180 section 4. */
    private byte[] expand(byte[] suite, byte[] secret, String label, byte[] info, int length) {
        byte[] bytes = ByteBuffer.allocate(SHORT).putShort((short) length).array();
        return Arrays.copyOf(hmac(secret, bytes, VERSION, suite, label.getBytes(StandardCharsets.US_ASCII), info, new byte[] {1}), length);
    }

    private byte[] hmac(byte[] key, byte[]... parts) {
        try {
            mac.init(new SecretKeySpec(key, HMAC));
            for (byte[] part : parts) mac.update(part);
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("any bytes are a key of HMAC", impossible);
        }
    }

    private static byte[] joined(byte[]... parts) {
        return Digests.joined(parts);
    }
}
