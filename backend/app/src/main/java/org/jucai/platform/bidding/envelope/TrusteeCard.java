package org.jucai.platform.bidding.envelope;

import java.util.HashMap;
import java.util.Map;

/**
 * A trustee's public keys as it registers them, signed with the one of them that signs; {@link Possession} asks for the other.
 * {@code api-spec/envelope/trustee-card.schema.json} is its schema.
 */
public record TrusteeCard(Suite suite, TrusteeKey key, Bytes signature) {

    private static final String FORMAT = "jucai-trustee/1";
    private static final int MOST_BYTES = 4_096;

    public static TrusteeCard of(TrusteeSecret secret) {
        return new TrusteeCard(Suite.X25519, secret.key(), secret.sign(tree(Suite.X25519, secret.key())));
    }

    public static TrusteeCard read(byte[] json) {
        Map<String, Object> tree = Json.read(json, MOST_BYTES);
        Members members = Members.of(tree).format(FORMAT);
        Suite suite = Suite.read(members);
        Bytes signature = members.bytes(Signing.MEMBER, Signing.SIGNATURE_BYTES);
        TrusteeKey key = TrusteeKey.read(members);
        Signing.check(tree, signature, key.signsWith());
        return new TrusteeCard(suite, key, signature);
    }

    private static Map<String, Object> tree(Suite suite, TrusteeKey key) {
        Map<String, Object> tree = new HashMap<>(key.tree());
        tree.put("format", FORMAT);
        tree.put("suite", suite.code());
        return tree;
    }

    public byte[] bytes() {
        Map<String, Object> tree = tree(suite, key);
        tree.put(Signing.MEMBER, signature.text());
        return CanonicalJson.bytes(tree);
    }
}
