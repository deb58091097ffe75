package org.jucai.platform.bidding.envelope;

import java.nio.CharBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A trustee's keys in a file, under a passphrase: PBKDF2-HMAC-SHA-256 (RFC 8018 section 5.2) gives the key of AES-256-GCM, used
 * once and therefore with a nonce of zeros; the file's other members are its associated data. PBKDF2 because every browser has it; it is slow by count only, so the page asks for a long passphrase.
 * {@code api-spec/envelope/trustee-key-file.schema.json} is its schema.
 */
public final class TrusteeKeyFile {

    private static final String FORMAT = "jucai-trustee-key/1";
    private static final String DERIVATION = "PBKDF2-HMAC-SHA-256";
    private static final int MOST_BYTES = 8_192;
    private static final int SALT_BYTES = 16;
    /** OWASP's least for PBKDF2-HMAC-SHA-256. */
    private static final int FEWEST_ITERATIONS = 600_000;
    private static final int ITERATIONS = 1_000_000;
    private static final int MOST_ITERATIONS = 20_000_000;

    private static final int SHORTEST_PASSPHRASE = 12;

    private TrusteeKeyFile() {}

    /** @param passphrase at least twelve characters; blotted out here */
    public static byte[] write(TrusteeSecret secret, char[] passphrase, SecureRandom chance) {
        if (passphrase.length < SHORTEST_PASSPHRASE) throw new RefusedEnvelopeException(Fault.PASSPHRASE_TOO_WEAK, "");
        byte[] salt = Witness.random(SALT_BYTES, chance);
        Map<String, Object> tree = new HashMap<>(secret.key().tree());
        tree.put("format", FORMAT);
        tree.put("suite", Suite.X25519.code());
        tree.put("derivation", DERIVATION);
        tree.put("iterations", ITERATIONS);
        tree.put("salt", Bytes.wrap(salt).text());
        byte[] sealed = Aes.seal(derive(passphrase, salt, ITERATIONS), CanonicalJson.bytes(tree), secret.secret());
        tree.put("sealedSecret", Bytes.wrap(sealed).text());
        return CanonicalJson.bytes(tree);
    }

    public static TrusteeSecret open(byte[] json, char[] passphrase) {
        Map<String, Object> tree = Json.read(json, MOST_BYTES);
        Members members = Members.of(tree).format(FORMAT);
        Suite.read(members);
        if (!DERIVATION.equals(members.text("derivation", 64))) throw new RefusedEnvelopeException(Fault.MEMBER_WRONG, "/derivation");
        int iterations = (int) members.number("iterations", 1, MOST_ITERATIONS);
        if (iterations < FEWEST_ITERATIONS) throw new RefusedEnvelopeException(Fault.PASSPHRASE_TOO_WEAK, "/iterations");
        Bytes salt = members.bytes("salt", SALT_BYTES);
        Bytes sealed = members.bytes("sealedSecret", TrusteeSecret.BYTES + Aes.TAG_BYTES);
        TrusteeKey key = TrusteeKey.read(members);
        Map<String, Object> associated = new HashMap<>(tree);
        associated.remove("sealedSecret");
        return Aes.open(derive(passphrase, salt.raw(), iterations), CanonicalJson.bytes(associated), sealed.raw())
                .map(secret -> new TrusteeSecret(key.trustee(), secret)).filter(secret -> secret.key().equals(key))
                .orElseThrow(() -> new RefusedEnvelopeException(Fault.KEY_FILE_LOCKED, ""));
    }

    /** The passphrase in its composed form (NFKC), as UTF-8: what is typed looks the same and is the same, whatever the keyboard. It is blotted out here. */
    private static byte[] derive(char[] passphrase, byte[] salt, int iterations) {
        char[] composed = Normalizer.normalize(CharBuffer.wrap(passphrase), Normalizer.Form.NFKC).toCharArray();
        PBEKeySpec spec = new PBEKeySpec(composed, salt, iterations, Aes.KEY_BYTES * 8);
        try {
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
            return Arrays.copyOf(key, Aes.KEY_BYTES + Aes.NONCE_BYTES);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java has PBKDF2", absent);
        } finally {
            spec.clearPassword();
            Arrays.fill(passphrase, ' ');
            Arrays.fill(composed, ' ');
        }
    }
}
