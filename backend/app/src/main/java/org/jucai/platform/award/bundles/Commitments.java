package org.jucai.platform.award.bundles;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jucai.platform.award.solving.ProblemWriter;
import tools.jackson.databind.JsonNode;

/**
 * Commitments to documents that the public is not shown: SHA-256 over a salt of 32 bytes and the document's canonical form. Each document has
 * its own salt, drawn from the run's by HMAC, so that who is told one salt learns nothing of another document.
 */
final class Commitments {

    /** Lists of commitments are filled up to a multiple of this, so that their length does not tell how many there are. */
    private static final int CLASS = 32;

    private final byte[] salt;

    Commitments(byte[] salt) {
        this.salt = salt.clone();
    }

    /** A document with what opens its commitment. */
    @SuppressWarnings("ArrayRecordComponent") // handed out, compared never
    record Opening(byte[] salt, JsonNode document) {

        String commitment() {
            return hex(sha256(salt, ProblemWriter.canonical(document)));
        }

        String saltHex() {
            return hex(salt);
        }
    }

    /** @param name of the document; two documents of a run have two names */
    Opening of(String name, JsonNode document) {
        return new Opening(mac(name), document);
    }

    /** Where something of this name stands in an order that says nothing about it. */
    String place(String name) {
        return hex(mac("place " + name));
    }

    /** In ascending order, among others that commit to nothing. */
    List<String> hidden(String name, List<String> commitments) {
        List<String> all = new ArrayList<>(commitments);
        for (int i = 0; all.isEmpty() || all.size() % CLASS > 0; i++) all.add(hex(sha256(mac("nothing " + name + " " + i), new byte[0])));
        all.sort(null);
        return all;
    }

    static String digest(JsonNode document) {
        return hex(sha256(new byte[0], ProblemWriter.canonical(document)));
    }

    private byte[] mac(String name) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt, "HmacSHA256"));
            return mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256", impossible);
        }
    }

    private static byte[] sha256(byte[] salt, byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
