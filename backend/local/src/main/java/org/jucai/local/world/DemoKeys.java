package org.jucai.local.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.UUID;
import org.jucai.platform.bidding.envelope.TrusteeSecret;

/**
 * Keys of the demo's trustees. They are made of the party's id alone, so that whoever plays a trustee can be given its key again:
 * known to everybody, and therefore worth nothing outside the demo.
 */
final class DemoKeys {

    private DemoKeys() {}

    static TrusteeSecret of(UUID party) {
        return TrusteeSecret.fresh(party.toString(), new NoChance(party));
    }

    /** The same bytes each time. */
    private static final class NoChance extends SecureRandom {

        private static final long serialVersionUID = 1;
        private final String seed;
        private int drawn;

        NoChance(UUID party) {
            this.seed = "demo trustee " + party + " ";
        }

        @Override
        public void nextBytes(byte[] bytes) {
            for (int from = 0; from < bytes.length; from += 32) {
                byte[] block = sha256(seed + drawn++);
                System.arraycopy(block, 0, bytes, from, Math.min(block.length, bytes.length - from));
            }
        }

        private static byte[] sha256(String text) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException absent) {
                throw new IllegalStateException("every Java has SHA-256", absent);
            }
        }
    }
}
