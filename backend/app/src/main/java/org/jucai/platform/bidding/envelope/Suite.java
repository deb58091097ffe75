package org.jucai.platform.bidding.envelope;

import java.util.Arrays;

/** The algorithms of an envelope, by one name. A suite of SM2, SM3 and SM4 would be another constant here and other classes behind it. */
public enum Suite {
    /** HPKE base mode (RFC 9180: KEM 0x0020, KDF 0x0001, AEAD 0x0002), AES-256-GCM, SHA-256, two of three shares over GF(2^8), Ed25519 (RFC 8032). */
    X25519("X25519-SHA256-AES256GCM-2OF3-ED25519");

    private final String code;

    Suite(String code) {
        this.code = code;
    }

    /** As it stands in documents. */
    public String code() {
        return code;
    }

    static Suite read(Members members) {
        String code = members.text("suite", 64);
        return Arrays.stream(values()).filter(suite -> suite.code.equals(code)).findFirst()
                .orElseThrow(() -> new RefusedEnvelopeException(Fault.UNKNOWN_SUITE, members.where() + "/suite"));
    }
}
