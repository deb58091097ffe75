package org.jucai.platform.bidding.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is handed in instead of an envelope, and what it is called. */
class EnvelopeFormatTest {

    private static final Sender SENDER = new Sender("supplier-1", 1);

    private final Round round = new Round("R-2026-0042", 3);
    private final Envelope envelope = round.seal("supplier-1").envelope();
    private final String json = new String(envelope.bytes(), StandardCharsets.UTF_8);

    private static void refused(Fault fault, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(RefusedEnvelopeException.class, refused -> assertThat(refused.fault()).isEqualTo(fault));
    }

    private void refused(Fault fault, UnaryOperator<String> change) {
        String changed = change.apply(json);
        assertThat(changed).isNotEqualTo(json);
        refused(fault, () -> Envelope.read(changed.getBytes(StandardCharsets.UTF_8), round.terms, SENDER));
    }

    @Test
    void anEnvelopeIsReadAsItWasWritten() {
        Envelope read = Envelope.read(envelope.bytes(), round.terms, SENDER);
        assertThat(read.digest()).isEqualTo(envelope.digest());
        assertThat(read.bytes()).isEqualTo(envelope.bytes());
        assertThat(read.shape()).isEqualTo(new Shape(8, 8_192, 4_096));
    }

    @Test
    void spacesAndOrderDoNotChangeTheDigest() {
        String spaced = json.replace("\":", "\" : ").replace(",\"", ",\n  \"");
        assertThat(Envelope.read(spaced.getBytes(StandardCharsets.UTF_8)).digest()).isEqualTo(envelope.digest());
    }

    @Test
    void aTruncatedEnvelopeIsNoJson() {
        for (int end = 0; end < json.length(); end += 499) {
            byte[] cut = Arrays.copyOf(envelope.bytes(), end);
            refused(Fault.NOT_JSON, () -> Envelope.read(cut));
        }
        refused(Fault.NOT_JSON, text -> text + "{}");
        refused(Fault.NOT_JSON, text -> "[" + text + "]");
        refused(Fault.NOT_JSON, text -> text.replace("\"version\":1", "\"version\":1.0"));
        refused(Fault.NOT_JSON, text -> text.replace("\"version\":1", "\"version\":null"));
        refused(Fault.NOT_JSON, text -> text.replace("\"version\":1", "\"version\":9007199254740993"));
        refused(Fault.NOT_JSON, text -> text.replace("\"version\":1", "\"version\":1e99999"));
        refused(Fault.NOT_JSON, text -> text.replace("supplier-1", "\\ud800"));
        refused(Fault.NOT_JSON, text -> text.replace("\"version\":1", "\"version\":" + "[".repeat(2_000)));
    }

    @Test
    void aHugeEnvelopeIsNotLookedAt() {
        byte[] huge = (json + " ".repeat(round.terms.shape().mostBytes())).getBytes(StandardCharsets.UTF_8);
        refused(Fault.TOO_LARGE, () -> Envelope.read(huge, round.terms, SENDER));
        refused(Fault.TOO_LARGE, () -> Envelope.read(new byte[64 << 20]));
    }

    @Test
    void membersStandOnceAndOnlyThoseThatAreKnown() {
        refused(Fault.DUPLICATE_MEMBER, text -> text.replaceFirst("\"version\":1", "\"version\":1,\"version\":1"));
        refused(Fault.MEMBER_UNKNOWN, text -> text.replaceFirst("\"version\":1", "\"version\":1,\"note\":\"x\""));
        refused(Fault.MEMBER_UNKNOWN, text -> text.replaceFirst("\"keyCommitment\"", "\"x\":1,\"keyCommitment\""));
        refused(Fault.MEMBER_MISSING, text -> text.replaceFirst("\"version\":1,?", "").replace(",}", "}"));
        refused(Fault.MEMBER_WRONG, text -> text.replace("\"version\":1", "\"version\":\"1\""));
        refused(Fault.MEMBER_WRONG, text -> text.replace("\"version\":1", "\"version\":0"));
        refused(Fault.MEMBER_WRONG, text -> text.replace("supplier-1", "supplier 1"));
        refused(Fault.UNKNOWN_FORMAT, text -> text.replace("jucai-envelope/1", "jucai-envelope/2"));
        refused(Fault.UNKNOWN_SUITE, text -> text.replace("X25519-SHA256", "SM2-SM3"));
    }

    @Test
    void anEnvelopeForSomebodyOrSomethingElseIsNamedSo() {
        refused(Fault.OTHER_ROUND, text -> text.replace("R-2026-0042", "R-2026-0041"));
        refused(Fault.OTHER_SUPPLIER, text -> text.replace("supplier-1", "supplier-2"));
        refused(Fault.OTHER_VERSION, text -> text.replace("\"version\":1", "\"version\":2"));
        refused(Fault.OTHER_TRUSTEES, text -> text.replace(round.terms.trustees().get(1).sealTo().text(), new Round("x", 99).terms.trustees().get(1).sealTo().text()));
        refused(Fault.WEAK_KEY, text -> text.replace(round.terms.trustees().get(1).sealTo().text(), "A".repeat(43)));
        refused(Fault.WEAK_KEY, text -> text.replace(round.terms.trustees().get(1).signsWith().text(), "AQ" + "A".repeat(41)));
        refused(Fault.TRUSTEES_NOT_DISTINCT, text -> text.replace(round.terms.trustees().get(1).sealTo().text(), round.terms.trustees().get(0).sealTo().text()));
        refused(Fault.TRUSTEES_NOT_DISTINCT, text -> text.replace("\"bank\"", "\"association\""));
    }

    @Test
    void base64IsWrittenInOneWayOnly() {
        String commitment = envelope.section(0).keyCommitment().text();
        refused(Fault.NOT_BASE64URL, text -> text.replace(commitment, commitment + "="));
        refused(Fault.NOT_BASE64URL, text -> text.replace(commitment, "+" + commitment.substring(1)));
        refused(Fault.NOT_BASE64URL, text -> text.replace(commitment, commitment.substring(0, 42) + lastWithLooseBits(commitment)));
        refused(Fault.MEMBER_WRONG, text -> text.replace(commitment, commitment.substring(0, 40)));
    }

    /** A last character with bits that 32 bytes do not have. */
    private static char lastWithLooseBits(String text) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return alphabet.charAt(alphabet.indexOf(text.charAt(42)) | 1);
    }

    @Test
    void theShapeIsTheRoundsAndOfAClass() {
        Envelope larger = new Sealer(round.chance).seal(new SealingTerms(Suite.X25519, "R-2026-0042", Round.LOTS, round.terms.trustees(), Shape.of(8)), SENDER, Round.offer(1, 2)).envelope();
        assertThat(larger.shape().sections()).isEqualTo(16);
        refused(Fault.TOO_LARGE, () -> Envelope.read(larger.bytes(), round.terms, SENDER));
        SealingTerms ofLarger = new SealingTerms(Suite.X25519, "R-2026-0042", Round.LOTS, round.terms.trustees(), larger.shape());
        refused(Fault.OTHER_SHAPE, () -> Envelope.read(envelope.bytes(), ofLarger, SENDER));
        Bytes cipher = envelope.section(3).ciphertext();
        refused(Fault.OTHER_SHAPE, text -> text.replace(cipher.text(), Bytes.wrap(Arrays.copyOf(cipher.raw(), cipher.length() - 1)).text()));
        String last = new String(CanonicalJson.bytes(envelope.section(7).tree()), StandardCharsets.UTF_8);
        refused(Fault.MEMBER_WRONG, text -> text.replace("," + last, ""));
        refused(Fault.OTHER_SHAPE, () -> new Shape(12, 8_192, 4_096));
        refused(Fault.OTHER_SHAPE, () -> new Shape(8, 8_192, 5_000));
    }

    @Test
    void aSectionStandsOnce() {
        String second = new String(CanonicalJson.bytes(envelope.section(2).tree()), StandardCharsets.UTF_8);
        String third = new String(CanonicalJson.bytes(envelope.section(3).tree()), StandardCharsets.UTF_8);
        refused(Fault.DUPLICATE_SECTION, text -> text.replace(third, second));
        refused(Fault.DUPLICATE_SECTION, text -> text.replace(envelope.section(3).encapsulated().text(), envelope.section(2).encapsulated().text()));
    }

    @Test
    void contentThatDoesNotFitIsNotSealed() {
        Map<String, Object> longOne = new HashMap<>(Round.content("lot-1", 1));
        longOne.put("remark", "x".repeat(4_000));
        refused(Fault.DOES_NOT_FIT, () -> new Sealer(round.chance).seal(round.terms, SENDER, List.of(Map.of(), longOne)));
        refused(Fault.DOES_NOT_FIT, () -> new Sealer(round.chance).seal(round.terms, SENDER, java.util.Collections.nCopies(9, Map.of())));
    }

    @Test
    void theShapeFollowsFromTheNumberOfLots() {
        assertThat(Shape.of(1)).isEqualTo(new Shape(8, 8_192, 4_096));
        assertThat(Shape.of(7).sections()).isEqualTo(8);
        assertThat(Shape.of(8).sections()).isEqualTo(16);
        assertThat(Shape.of(120)).isEqualTo(new Shape(128, 16_384, 4_096));
        assertThat(Shape.of(2_047)).isEqualTo(new Shape(2_048, 262_144, 4_096));
        refused(Fault.OTHER_SHAPE, () -> Shape.of(2_048));
    }

    @Test
    void termsAreReadAsTheyWereWritten() {
        assertThat(SealingTerms.read(round.terms.bytes())).isEqualTo(round.terms);
    }

    @Test
    void nothingSecretIsInATextForm() {
        Sealer.Sealed sealed = round.seal("supplier-9");
        Release release = round.release(sealed.envelope(), 1, 1).getFirst();
        assertThat(sealed + " " + sealed.record() + " " + round.trustee(1) + " " + release + " " + Opening.of(sealed.envelope(), 1, round.release(sealed.envelope(), 1, 1, 2)).getClass())
                .doesNotContain("180000").doesNotContain(java.util.Objects.requireNonNull(release.shares().getFirst().share()).text());
    }
}
