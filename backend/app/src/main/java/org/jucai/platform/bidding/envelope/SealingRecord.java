package org.jucai.platform.bidding.envelope;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the supplier keeps of its own envelope and shows to nobody before the opening. After it, a section's plaintext proves what was sealed to
 * whom, also when two trustees fail.
 */
public final class SealingRecord {

    private static final String FORMAT = "jucai-sealing-record/1";

    private final Bytes envelope;
    private final List<Bytes> sections;

    SealingRecord(Bytes envelope, List<Bytes> sections) {
        this.envelope = envelope;
        this.sections = List.copyOf(sections);
    }

    public static SealingRecord read(byte[] json) {
        Members members = Members.of(Json.read(json, Shape.mostBytesOfAny())).format(FORMAT);
        SealingRecord record = new SealingRecord(members.sha256("envelopeSha256"), members.texts("sections", Shape.mostSections()).stream()
                .map(text -> Bytes.wrap(text.getBytes(StandardCharsets.UTF_8))).toList());
        members.end();
        return record;
    }

    public byte[] bytes() {
        return CanonicalJson.bytes(Map.of("format", FORMAT, "envelopeSha256", envelope.hex(),
                "sections", sections.stream().map(plain -> new String(plain.raw(), StandardCharsets.UTF_8)).toList()));
    }

    /** Digest of the envelope it belongs to. */
    public Bytes envelope() {
        return envelope;
    }

    /** Plaintext of a section, without padding. */
    public Optional<Bytes> section(int index) {
        return index < sections.size() ? Optional.of(sections.get(index)) : Optional.empty();
    }

    public int sections() {
        return sections.size();
    }

    @Override
    public String toString() {
        return "sealing record of " + envelope.hex();
    }
}
