package org.jucai.platform.bidding.envelope;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A sealed offer as it travels and is kept: read strictly, so that what is here is well formed. What it hides stays hidden.
 * {@code api-spec/envelope/envelope.schema.json} is its schema.
 */
public final class Envelope {

    /** Its format and version. */
    public static final String FORMAT = "jucai-envelope/1";

    private final Head head;
    private final List<Section> sections;
    private final Shape shape;
    private final Bytes digest;
    private final Place.Row places;

    Envelope(Head head, List<Section> sections) {
        this.head = head;
        this.sections = List.copyOf(sections);
        this.shape = shapeOf(sections);
        this.digest = Bytes.wrap(Digests.sha256(bytes()));
        this.places = head.places(sections.size());
        refuseRepetition(sections);
    }

    /** Reads an envelope of any round. */
    public static Envelope read(byte[] json) {
        return read(json, Shape.mostBytesOfAny());
    }

    /** Reads an envelope that must be for this round, this supplier and version, sealed to the round's keys and in its shape. */
    public static Envelope read(byte[] json, SealingTerms terms, Sender sender) {
        Envelope envelope = read(json, terms.shape().mostBytes());
        terms.check(envelope, sender);
        return envelope;
    }

    private static Envelope read(byte[] json, int mostBytes) {
        Members members = Members.of(Json.read(json, mostBytes));
        Head head = Head.read(members);
        List<Section> sections = members.objects("sections", Shape.fewestSections(), Shape.mostSections()).stream().map(Section::read).toList();
        members.end();
        return new Envelope(head, sections);
    }

    private static Shape shapeOf(List<Section> sections) {
        Shape shape = new Shape(sections.size(), plainLength(sections.getFirst()), plainLength(sections.get(1)));
        for (int i = 1; i < sections.size(); i++) {
            if (plainLength(sections.get(i)) != shape.sectionBytes()) throw new RefusedEnvelopeException(Fault.OTHER_SHAPE, "/sections/" + i + "/ciphertext");
        }
        return shape;
    }

    private static int plainLength(Section section) {
        return section.ciphertext().length() - Aes.TAG_BYTES;
    }

    /** No two commitments and no two encapsulated keys are the same where chance was used: a repeated one is a copied section or a broken source of chance. */
    private static void refuseRepetition(List<Section> sections) {
        Set<Bytes> seen = new HashSet<>();
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            boolean fresh = seen.add(section.keyCommitment()) & seen.add(section.ciphertext()) & seen.add(section.encapsulated());
            for (SealedShare share : section.shares()) fresh &= seen.add(share.commitment());
            if (!fresh) throw new RefusedEnvelopeException(Fault.DUPLICATE_SECTION, "/sections/" + i);
        }
    }

    /** The canonical form (RFC 8785); its SHA-256 is {@link #digest}. */
    public byte[] bytes() {
        Map<String, Object> tree = new HashMap<>(head.tree());
        tree.put("sections", sections.stream().map(Section::tree).toList());
        return CanonicalJson.bytes(tree, shape.mostBytes());
    }

    public Head head() {
        return head;
    }

    public Shape shape() {
        return shape;
    }

    /** SHA-256 of the canonical form: what the receipt names. */
    public Bytes digest() {
        return digest;
    }

    /** What a trustee needs of a section to unseal its share. */
    public record Addressed(Bytes encapsulated, Bytes sealed, Bytes commitment) {}

    /** @param trustee from 1 */
    public Addressed sealedTo(int trustee, int section) {
        SealedShare share = section(section).shareOf(trustee);
        return new Addressed(section(section).encapsulated(), share.sealed(), share.commitment());
    }

    Section section(int index) {
        if (index < 0 || index >= sections.size()) throw new RefusedEnvelopeException(Fault.NO_SUCH_SECTION, "/sections/" + index);
        return sections.get(index);
    }

    Place place(int section) {
        return places.at(section);
    }

    @Override
    public String toString() {
        return "envelope " + digest.hex();
    }
}
