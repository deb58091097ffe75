package org.jucai.platform.bidding.envelope;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Shares of one envelope released by one trustee, signed by it: so nobody in between can change a share and have the trustee blamed,
 * and the trustee cannot say later that it released another. {@code api-spec/envelope/release.schema.json} is its schema.
 *
 * @param envelope digest of the envelope
 * @param trustee number in the envelope's head, from 1
 */
public record Release(String round, Bytes envelope, int trustee, List<ReleasedShare> shares, Bytes signature) {

    private static final String FORMAT = "jucai-release/1";

    public Release {
        shares = List.copyOf(shares);
    }

    static Release sign(Envelope envelope, int trustee, List<ReleasedShare> shares, Bytes signingSeed) {
        String round = envelope.head().round();
        return new Release(round, envelope.digest(), trustee, shares, Signing.sign(tree(round, envelope.digest(), trustee, shares), signingSeed.raw()));
    }

    /** Reads a release of shares of this envelope; refuses another's, and one that the trustee did not sign. */
    public static Release read(byte[] json, Envelope envelope) {
        Map<String, Object> tree = Json.read(json, 4_096 + envelope.shape().sections() * 128);
        Members members = Members.of(tree).format(FORMAT);
        Release release = new Release(members.id("round"), members.sha256("envelopeSha256"), (int) members.number("trustee", 1, Shamir.PARTS),
                members.objects("shares", 1, Shape.mostSections()).stream().map(ReleasedShare::read).toList(), members.bytes(Signing.MEMBER, Signing.SIGNATURE_BYTES));
        members.end();
        release.check(envelope);
        Signing.check(tree, release.signature, envelope.head().trustees().get(release.trustee - 1).signsWith());
        return release;
    }

    private void check(Envelope of) {
        if (!round.equals(of.head().round())) throw new RefusedEnvelopeException(Fault.OTHER_ROUND, "/round");
        if (!envelope.equals(of.digest())) throw new RefusedEnvelopeException(Fault.OTHER_ENVELOPE, "/envelopeSha256");
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < shares.size(); i++) {
            int section = shares.get(i).section();
            if (section >= of.shape().sections()) throw new RefusedEnvelopeException(Fault.NO_SUCH_SECTION, "/shares/" + i);
            if (!seen.add(section)) throw new RefusedEnvelopeException(Fault.DUPLICATE_SECTION, "/shares/" + i);
        }
    }

    private static Map<String, Object> tree(String round, Bytes envelope, int trustee, List<ReleasedShare> shares) {
        Map<String, Object> tree = new HashMap<>();
        tree.put("format", FORMAT);
        tree.put("round", round);
        tree.put("envelopeSha256", envelope.hex());
        tree.put("trustee", trustee);
        tree.put("shares", shares.stream().map(ReleasedShare::tree).toList());
        return tree;
    }

    public byte[] bytes() {
        Map<String, Object> tree = tree(round, envelope, trustee, shares);
        tree.put(Signing.MEMBER, signature.text());
        return CanonicalJson.bytes(tree);
    }
}
