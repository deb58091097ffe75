package org.jucai.platform.bidding.envelope;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;

/**
 * What a section was sealed with: its three shares and the seed of its ephemeral key. It lies inside the sealed section, so that
 * whoever opens it can seal again and compare: that shows whether the section was the same for all three trustees.
 */
record Witness(List<Bytes> shares, Bytes ephemeral) {

    Witness {
        shares = List.copyOf(shares);
    }

    static Witness fresh(byte[] contentKey, SecureRandom chance) {
        return new Witness(Shamir.split(contentKey, chance).stream().map(Bytes::wrap).toList(), Bytes.wrap(random(Hpke.SEED_BYTES, chance)));
    }

    static byte[] random(int length, SecureRandom chance) {
        byte[] bytes = new byte[length];
        chance.nextBytes(bytes);
        return bytes;
    }

    Map<String, Object> tree() {
        return Map.of("shares", shares.stream().map(Bytes::text).toList(), "ephemeral", ephemeral.text());
    }

    static Witness read(Members members) {
        Witness witness = new Witness(members.listOfBytes("shares", Shamir.PARTS, SealedShare.SHARE_BYTES), members.bytes("ephemeral", Hpke.SEED_BYTES));
        members.end();
        return witness;
    }

    /** @param trustee from 1 */
    Bytes shareOf(int trustee) {
        return shares.get(trustee - 1);
    }

    /** Whether any two of the shares give this content key. */
    boolean isOnLineThrough(byte[] key) {
        Bytes expected = Bytes.wrap(key);
        for (int[] pair : new int[][] {{1, 2}, {2, 3}, {1, 3}}) {
            byte[] one = shareOf(pair[0]).raw();
            byte[] other = shareOf(pair[1]).raw();
            if (!Shamir.combine(one, other) || !expected.equals(Bytes.wrap(Shamir.secret(one, other)))) return false;
        }
        return true;
    }

    /** The ephemeral key pair of the section. */
    Hpke.Ephemeral ephemeralKey() {
        return Hpke.ephemeral(ephemeral.raw());
    }

    /** The trustee's share sealed as the envelope's writer sealed it, if it was honest. */
    SealedShare sealAgain(Place place, Hpke.Ephemeral key, TrusteeKey trustee, int number) {
        byte[] share = shareOf(number).raw();
        byte[] commitment = place.shareCommitment(number, share);
        return new SealedShare(Bytes.wrap(key.seal(trustee.sealTo().raw(), place.bound(number, commitment), share)), Bytes.wrap(commitment));
    }
}
