package org.jucai.platform.bidding.envelope;

import java.util.Map;
import java.util.Optional;

/** What a section holds when it is open: a content and the witness of its sealing. */
record Plain(Map<String, Object> content, Witness witness) {

    byte[] bytes() {
        return CanonicalJson.bytes(Map.of("content", content, "witness", witness.tree()));
    }

    /** Nothing where there is no content with a witness. */
    static Optional<Plain> read(byte[] json) {
        try {
            Members members = Members.of(Json.read(json, json.length));
            Plain plain = new Plain(members.objectTree("content"), Witness.read(members.object("witness")));
            members.end();
            return Optional.of(plain);
        } catch (RefusedEnvelopeException broken) {
            // Whoever sealed it wrote it; that it is not readable is an outcome, told by who asks.
            return Optional.empty();
        }
    }
}
