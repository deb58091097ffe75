package org.jucai.platform.bidding.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A section has a meaning at its place only; a bit that changed is seen. */
class BindingTest {

    private final Round round = new Round("R-2026-0042", 4);
    private final Envelope envelope = round.seal("supplier-1").envelope();

    private List<Section> sections() {
        return IntStream.range(0, envelope.shape().sections()).mapToObj(envelope::section).toList();
    }

    /** With honest trustees, all of whom release what they find. */
    private Outcome open(Envelope changed, int section) {
        return Opening.of(changed, section, round.release(changed, section, 1, 2, 3));
    }

    private void nothingOpens(Head head) {
        Envelope moved = new Envelope(head, sections());
        for (int section = 0; section < moved.shape().sections(); section++) assertThat(open(moved, section)).isNotInstanceOf(Outcome.Opened.class);
    }

    @Test
    void movedToAnotherRoundSupplierOrVersionNothingOpens() {
        Head head = envelope.head();
        nothingOpens(new Head(head.suite(), "R-2026-0043", head.supplier(), head.version(), head.trustees()));
        nothingOpens(new Head(head.suite(), head.round(), "supplier-2", head.version(), head.trustees()));
        nothingOpens(new Head(head.suite(), head.round(), head.supplier(), 2, head.trustees()));
        nothingOpens(new Head(head.suite(), head.round(), head.supplier(), head.version(), List.of(head.trustees().get(1), head.trustees().get(0), head.trustees().get(2))));
    }

    @Test
    void movedToAnotherLotsPlaceASectionDoesNotOpen() {
        List<Section> swapped = new ArrayList<>(sections());
        Collections.swap(swapped, 1, 2);
        Envelope moved = new Envelope(envelope.head(), swapped);
        assertThat(open(moved, 1)).isNotInstanceOf(Outcome.Opened.class);
        assertThat(open(moved, 2)).isNotInstanceOf(Outcome.Opened.class);
        assertThat(open(moved, 3)).as("what was not moved").isInstanceOf(Outcome.Opened.class);
    }

    @Test
    void movedIntoALargerEnvelopeASectionDoesNotOpen() {
        SealingTerms larger = new SealingTerms(Suite.X25519, "R-2026-0042", Round.LOTS, round.terms.trustees(), Shape.of(8));
        Envelope large = new Sealer(round.chance).seal(larger, new Sender("supplier-1", 1), Round.offer(1, 3)).envelope();
        List<Section> mixed = new ArrayList<>(IntStream.range(0, 16).mapToObj(large::section).toList());
        mixed.set(2, envelope.section(2));
        assertThat(open(new Envelope(large.head(), mixed), 2)).isNotInstanceOf(Outcome.Opened.class);
    }

    @Test
    void aShareMovedToAnotherTrusteeSectionOrPlaceDoesNotUnseal() {
        Section section = envelope.section(2);
        List<Section> changed = new ArrayList<>(sections());
        changed.set(2, new Section(section.keyCommitment(), section.ciphertext(), section.encapsulated(), List.of(section.shareOf(2), section.shareOf(1), section.shareOf(3))));
        Envelope moved = new Envelope(envelope.head(), changed);
        assertThat(round.release(moved, 2, 1, 2)).allSatisfy(release -> assertThat(release.shares().getFirst().share()).isNull());
    }

    @Test
    void aBitThatFlipsAnywhereIsSeen() {
        Receipt receipt = Receipt.sign(envelope, new Receipt.Entry(Receipt.Act.SEALED, Instant.parse("2026-11-23T04:00:00.123Z"), 7), Bytes.wrap(Witness.random(32, round.chance)));
        Random random = new Random(5);
        byte[] bytes = envelope.bytes();
        for (int trial = 0; trial < 1_000; trial++) {
            byte[] flipped = bytes.clone();
            int at = random.nextInt(bytes.length);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> receipt.check(Envelope.read(flipped), receipt.serverKey())).as("byte %d", at).isInstanceOf(RefusedEnvelopeException.class);
        }
    }

    @Test
    void aBitThatFlipsInASectionKeepsThatSectionShut() {
        Random random = new Random(6);
        for (int part = 0; part < 10; part++) {
            for (int trial = 0; trial < 4; trial++) {
                List<Section> changed = new ArrayList<>(sections());
                changed.set(2, flipped(envelope.section(2), part, random));
                Envelope moved = new Envelope(envelope.head(), changed);
                assertThat(open(moved, 2)).as("part %d", part).isNotInstanceOf(Outcome.Opened.class);
                assertThat(open(moved, 1)).isInstanceOf(Outcome.Opened.class);
            }
        }
    }

    private static Section flipped(Section section, int part, Random random) {
        if (part == 0) return new Section(flipped(section.keyCommitment(), random), section.ciphertext(), section.encapsulated(), section.shares());
        if (part == 1) return new Section(section.keyCommitment(), flipped(section.ciphertext(), random), section.encapsulated(), section.shares());
        if (part <= 3) return new Section(section.keyCommitment(), section.ciphertext(), flipped(section.encapsulated(), random), section.shares());
        List<SealedShare> shares = new ArrayList<>(section.shares());
        SealedShare share = shares.get((part - 4) / 2);
        shares.set((part - 4) / 2, part % 2 == 0 ? new SealedShare(flipped(share.sealed(), random), share.commitment()) : new SealedShare(share.sealed(), flipped(share.commitment(), random)));
        return new Section(section.keyCommitment(), section.ciphertext(), section.encapsulated(), shares);
    }

    private static Bytes flipped(Bytes bytes, Random random) {
        byte[] changed = bytes.copy();
        changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        return Bytes.wrap(changed);
    }

    @Test
    void aReceiptIsForOneEnvelopeOneKeyAndWhatWasSigned() {
        Bytes seed = Bytes.wrap(Witness.random(32, round.chance));
        Receipt receipt = Receipt.sign(envelope, new Receipt.Entry(Receipt.Act.SEALED, Instant.parse("2026-11-23T04:00:00.123456Z"), 7), seed);
        Receipt read = Receipt.read(receipt.bytes());
        assertThat(read).isEqualTo(receipt);
        assertThat(read.receivedAt()).isEqualTo("2026-11-23T04:00:00.123Z");
        read.check(envelope, receipt.serverKey());
        assertThatThrownBy(() -> read.check(round.seal("supplier-1").envelope(), receipt.serverKey())).hasMessageStartingWith("OTHER_ENVELOPE");
        assertThatThrownBy(() -> read.check(envelope, round.trustee(1).key().signsWith())).hasMessageStartingWith("OTHER_SIGNER");
        for (String[] change : new String[][] {{":00.123Z", ":00.122Z"}, {"\"logPosition\":7", "\"logPosition\":8"}, {"SEALED", "WITHDRAWN"}, {"supplier-1", "supplier-2"}}) {
            byte[] changed = new String(receipt.bytes(), java.nio.charset.StandardCharsets.UTF_8).replace(change[0], change[1]).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            assertThatThrownBy(() -> Receipt.read(changed)).hasMessageStartingWith("SIGNATURE_WRONG");
        }
    }
}
