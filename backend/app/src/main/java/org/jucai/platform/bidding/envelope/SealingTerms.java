package org.jucai.platform.bidding.envelope;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a round publishes for those who seal: its lots, the trustees' keys and the shape that every envelope has.
 * {@code api-spec/envelope/sealing-terms.schema.json} is its schema.
 *
 * @param lots the round's tendered lots; their number gives the shape
 */
public record SealingTerms(Suite suite, String round, List<String> lots, List<TrusteeKey> trustees, Shape shape) {

    private static final String FORMAT = "jucai-sealing-terms/1";

    public SealingTerms {
        lots = List.copyOf(lots);
        trustees = List.copyOf(trustees);
        if (lots.size() >= shape.sections()) throw new RefusedEnvelopeException(Fault.OTHER_SHAPE, "/lots");
    }

    public static SealingTerms read(byte[] json) {
        Members members = Members.of(Json.read(json, Shape.mostBytesOfAny())).format(FORMAT);
        SealingTerms terms = new SealingTerms(Suite.read(members), members.id("round"), members.ids("lots", 1, Shape.mostSections() - 1),
                TrusteeKey.readThree(members), Shape.read(members.object("shape")));
        members.end();
        return terms;
    }

    public byte[] bytes() {
        Map<String, Object> tree = new HashMap<>();
        tree.put("format", FORMAT);
        tree.put("suite", suite.code());
        tree.put("round", round);
        tree.put("lots", lots);
        tree.put("trustees", trustees.stream().map(TrusteeKey::tree).toList());
        tree.put("shape", shape.tree());
        return CanonicalJson.bytes(tree);
    }

    /** Refuses an envelope that is not this sender's for this round. */
    void check(Envelope envelope, Sender sender) {
        Head head = envelope.head();
        if (head.suite() != suite) throw new RefusedEnvelopeException(Fault.UNKNOWN_SUITE, "/suite");
        if (!head.round().equals(round)) throw new RefusedEnvelopeException(Fault.OTHER_ROUND, "/round");
        if (!head.supplier().equals(sender.supplier())) throw new RefusedEnvelopeException(Fault.OTHER_SUPPLIER, "/supplier");
        if (head.version() != sender.version()) throw new RefusedEnvelopeException(Fault.OTHER_VERSION, "/version");
        if (!head.trustees().equals(trustees)) throw new RefusedEnvelopeException(Fault.OTHER_TRUSTEES, "/trustees");
        if (!envelope.shape().equals(shape)) throw new RefusedEnvelopeException(Fault.OTHER_SHAPE, "/sections");
    }
}
