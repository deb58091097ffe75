package org.jucai.platform.bidding.envelope;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;

/**
 * Proof that a trustee has the key that shares will be sealed to: the server seals chance to it, the trustee's browser sends it back. The purpose is
 * bound into HPKE's info, so a challenge is never a share and this cannot be used to have shares opened.
 *
 * @param encapsulated 32 bytes
 * @param sealed 48 bytes
 */
public record Possession(TrusteeKey key, Bytes encapsulated, Bytes sealed) {

    private static final String FORMAT = "jucai-possession/1";
    private static final int MOST_BYTES = 4_096;
    private static final int ANSWER_BYTES = 32;

    /** A challenge, and the digest by which the server knows the answer without keeping it. */
    public record Asked(Possession challenge, Bytes answerSha256) {}

    public static Asked ask(TrusteeKey key, SecureRandom chance) {
        byte[] answer = Witness.random(ANSWER_BYTES, chance);
        Hpke.Ephemeral ephemeral = Hpke.ephemeral(Witness.random(Hpke.SEED_BYTES, chance));
        byte[] sealed = ephemeral.seal(key.sealTo().raw(), bound(key), answer);
        return new Asked(new Possession(key, Bytes.wrap(ephemeral.encapsulated()), Bytes.wrap(sealed)), digest(Bytes.wrap(answer)));
    }

    /** The trustee's answer. */
    public Bytes answer(TrusteeSecret secret) {
        return secret.open(bound(secret.key()), new Hpke.Message(encapsulated.raw(), sealed.raw())).map(Bytes::wrap)
                .orElseThrow(() -> new RefusedEnvelopeException(Fault.KEY_NOT_SHOWN, ""));
    }

    /** Refuses an answer that is not the one sealed. */
    public static void check(Bytes answer, Bytes answerSha256) {
        if (!digest(answer).equals(answerSha256)) throw new RefusedEnvelopeException(Fault.KEY_NOT_SHOWN, "");
    }

    private static Bytes digest(Bytes answer) {
        return Bytes.wrap(Digests.sha256(Digests.label("possession answer"), answer.raw()));
    }

    private static Hpke.Bound bound(TrusteeKey key) {
        return new Hpke.Bound(Digests.label("possession"), CanonicalJson.bytes(key.tree()));
    }

    public static Possession read(byte[] json) {
        Members members = Members.of(Json.read(json, MOST_BYTES)).format(FORMAT);
        Possession possession = new Possession(TrusteeKey.read(members.object("key")), members.bytes("encapsulated", Hpke.KEY_BYTES), members.bytes("sealed", ANSWER_BYTES + Aes.TAG_BYTES));
        members.end();
        return possession;
    }

    public byte[] bytes() {
        Map<String, Object> tree = new HashMap<>();
        tree.put("format", FORMAT);
        tree.put("key", key.tree());
        tree.put("encapsulated", encapsulated.text());
        tree.put("sealed", sealed.text());
        return CanonicalJson.bytes(tree);
    }
}
