package org.jucai.platform.bidding.envelope;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What everybody knows of a trustee: its name, the X25519 key that shares are sealed to and the Ed25519 key it signs its releases with.
 *
 * @param trustee the party
 * @param sealTo 32 bytes, X25519
 * @param signsWith 32 bytes, Ed25519
 */
public record TrusteeKey(String trustee, Bytes sealTo, Bytes signsWith) {

    private static final int GROUPS = 6;
    private static final int BYTES_OF_A_GROUP = 5;
    private static final long DIGITS_OF_A_GROUP = 100_000;

    /** Thirty digits to read aloud, in six groups of five: about 99 bits, so nobody finds a second key with the same. */
    public String fingerprint() {
        byte[] digest = Digests.sha256(Digests.label("trustee key"), sealTo.raw(), signsWith.raw());
        StringBuilder digits = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            long value = 0;
            for (int i = 0; i < BYTES_OF_A_GROUP; i++) value = value << 8 | digest[group * BYTES_OF_A_GROUP + i] & 0xFF;
            if (group > 0) digits.append(' ');
            digits.append("%05d".formatted(value % DIGITS_OF_A_GROUP));
        }
        return digits.toString();
    }

    Map<String, Object> tree() {
        return Map.of("trustee", trustee, "sealTo", sealTo.text(), "signsWith", signsWith.text());
    }

    static TrusteeKey read(Members members) {
        TrusteeKey key = new TrusteeKey(members.id("trustee"), members.bytes("sealTo", Hpke.KEY_BYTES), members.bytes("signsWith", Signing.KEY_BYTES));
        members.end();
        if (Hpke.isWeak(key.sealTo.raw())) throw new RefusedEnvelopeException(Fault.WEAK_KEY, members.where() + "/sealTo");
        if (Signing.isWeak(key.signsWith.raw())) throw new RefusedEnvelopeException(Fault.WEAK_KEY, members.where() + "/signsWith");
        return key;
    }

    /** The three of a document, different in every respect. */
    static List<TrusteeKey> readThree(Members members) {
        List<TrusteeKey> keys = members.objects("trustees", Shamir.PARTS, Shamir.PARTS).stream().map(TrusteeKey::read).toList();
        Set<Object> seen = new HashSet<>();
        for (TrusteeKey key : keys) {
            if (!seen.add(key.trustee) | !seen.add(key.sealTo) | !seen.add(key.signsWith)) {
                throw new RefusedEnvelopeException(Fault.TRUSTEES_NOT_DISTINCT, members.where() + "/trustees");
            }
        }
        return keys;
    }
}
