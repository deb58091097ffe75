package org.jucai.platform.bidding.envelope;

import java.util.List;
import java.util.Map;

/**
 * A part of an envelope under a key of its own: the header, an offer for a lot, or nothing.
 *
 * @param encapsulated HPKE's encapsulated key, 32 bytes, the same for the three trustees
 */
record Section(Bytes keyCommitment, Bytes ciphertext, Bytes encapsulated, List<SealedShare> shares) {

    Section {
        shares = List.copyOf(shares);
    }

    Map<String, Object> tree() {
        return Map.of("keyCommitment", keyCommitment.text(), "ciphertext", ciphertext.text(), "encapsulated", encapsulated.text(),
                "shares", shares.stream().map(SealedShare::tree).toList());
    }

    static Section read(Members members) {
        Section section = new Section(members.bytes("keyCommitment", 32), members.bytes("ciphertext"), members.bytes("encapsulated", Hpke.KEY_BYTES),
                members.objects("shares", Shamir.PARTS, Shamir.PARTS).stream().map(SealedShare::read).toList());
        members.end();
        return section;
    }

    /** @param trustee from 1 */
    SealedShare shareOf(int trustee) {
        return shares.get(trustee - 1);
    }

    Hpke.Message messageTo(int trustee) {
        return new Hpke.Message(encapsulated.raw(), shareOf(trustee).sealed().raw());
    }
}
