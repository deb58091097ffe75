package org.jucai.platform.membership;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.stereotype.Component;

/** Seals secrets that must be read again (second factors, keys that sign receipts) with the installation's key: AES-256 GCM, a fresh nonce each. */
@Component
public class Sealing {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final byte[] key;
    private final SecureRandom random;

    Sealing(MembershipProperties properties, SecureRandom random) {
        this.key = Base64.getDecoder().decode(properties.sealingKey());
        if (key.length != 0 && key.length != KEY_BYTES) {
            throw new IllegalStateException("jucai.membership.sealing-key must be 32 bytes in base64; it has " + key.length);
        }
        this.random = random;
    }

    public String seal(String secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, nonce, secret.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array());
    }

    public String open(String sealed) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
        byte[] nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        byte[] content = new byte[bytes.remaining()];
        bytes.get(content);
        return new String(apply(Cipher.DECRYPT_MODE, nonce, content), StandardCharsets.UTF_8);
    }

    private byte[] apply(int mode, byte[] nonce, byte[] content) {
        if (key.length == 0) throw new RefusedException(PeopleRefusal.SEALING_KEY_ABSENT);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException wrongKey) {
            throw new IllegalStateException("a sealed secret does not open: was jucai.membership.sealing-key changed?", wrongKey);
        }
    }
}
