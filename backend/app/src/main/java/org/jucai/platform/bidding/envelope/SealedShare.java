package org.jucai.platform.bidding.envelope;

import java.util.Map;

/**
 * A share of a section's content key, sealed to one trustee with the section's encapsulated key.
 *
 * @param sealed the share under HPKE, 49 bytes
 * @param commitment SHA-256 of the share with its place, 32 bytes
 */
record SealedShare(Bytes sealed, Bytes commitment) {

    /** A share is 32 values of the line and its abscissa. */
    static final int SHARE_BYTES = Aes.KEY_BYTES + 1;

    Map<String, Object> tree() {
        return Map.of("sealed", sealed.text(), "commitment", commitment.text());
    }

    static SealedShare read(Members members) {
        SealedShare share = new SealedShare(members.bytes("sealed", SHARE_BYTES + Aes.TAG_BYTES), members.bytes("commitment", 32));
        members.end();
        return share;
    }
}
