package org.jucai.platform.bidding.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of the table in envelope.md in which the envelope's writer was honest. */
class OpeningTest {

    private static final int SECTION = 2;

    private final Round round = new Round("R-2026-0042", 1);
    private final Sealer.Sealed sealed = round.seal("supplier-1");
    private final Envelope envelope = sealed.envelope();

    static Stream<int[]> pairs() {
        return Stream.of(new int[] {1, 2}, new int[] {1, 3}, new int[] {2, 3}, new int[] {2, 1}, new int[] {1, 2, 3});
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void anyTwoOrThreeTrusteesOpenWhatWasSealed(int[] who) {
        for (int section = 0; section <= 3; section++) {
            assertThat(Opening.of(envelope, section, round.release(envelope, section, who))).isInstanceOfSatisfying(Outcome.Opened.class, opened -> assertThat(opened.wrong()).isEmpty());
        }
        Outcome.Opened opened = (Outcome.Opened) Opening.of(envelope, SECTION, round.release(envelope, SECTION, who));
        assertThat(opened.content()).isEqualTo(Round.content("lot-2", 180_001));
    }

    @Test
    void aSectionWithoutAnOfferHoldsNothing() {
        Outcome.Opened opened = (Outcome.Opened) Opening.of(envelope, 7, round.release(envelope, 7, 1, 3));
        assertThat(opened.content()).isEqualTo(Sealer.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void oneTrusteeOpensNothing(int alone) {
        Outcome outcome = Opening.of(envelope, SECTION, round.release(envelope, SECTION, alone));
        Set<Integer> others = new java.util.TreeSet<>(Set.of(1, 2, 3));
        others.remove(alone);
        assertThat(outcome).isEqualTo(new Outcome.NotOpenableYet(others, Set.of()));
    }

    @Test
    void noTrusteeOpensNothing() {
        assertThat(Opening.of(envelope, SECTION, List.of())).isEqualTo(new Outcome.NotOpenableYet(Set.of(1, 2, 3), Set.of()));
    }

    /** What a lying trustee may say. */
    enum Said { CHANCE, ONE_BIT_OFF, ANOTHER_SECTIONS, ANOTHER_ENVELOPES, ANOTHER_ROUNDS, ANOTHER_TRUSTEES, IT_DOES_NOT_OPEN }

    private ReleasedShare said(Said said, int liar) {
        Bytes own = shareOf(envelope, SECTION, liar);
        Bytes share = switch (said) {
            case CHANCE -> Bytes.wrap(Witness.random(33, round.chance));
            case ONE_BIT_OFF -> flipped(own);
            case ANOTHER_SECTIONS -> shareOf(envelope, 1, liar);
            case ANOTHER_ENVELOPES -> shareOf(round.seal("supplier-2").envelope(), SECTION, liar);
            case ANOTHER_ROUNDS -> shareOf(otherRound(), SECTION, liar);
            case ANOTHER_TRUSTEES -> shareOf(envelope, SECTION, liar % 3 + 1);
            case IT_DOES_NOT_OPEN -> null;
        };
        return new ReleasedShare(SECTION, share);
    }

    private Envelope otherRound() {
        SealingTerms terms = new SealingTerms(Suite.X25519, "R-2026-0041", Round.LOTS, round.terms.trustees(), round.terms.shape());
        return new Sealer(round.chance).seal(terms, new Sender("supplier-1", 1), Round.offer(1, 3)).envelope();
    }

    private Bytes shareOf(Envelope of, int section, int trustee) {
        return Optional.ofNullable(round.trustee(trustee).release(of, List.of(section)).shares().getFirst().share()).orElseThrow();
    }

    private static Bytes flipped(Bytes share) {
        byte[] bytes = share.copy();
        bytes[7] ^= 4;
        return Bytes.wrap(bytes);
    }

    @ParameterizedTest
    @EnumSource
    void aLyingTrusteeIsNamedOnceTheOthersOpen(Said said) {
        for (int liar = 1; liar <= 3; liar++) {
            int one = liar % 3 + 1;
            int other = one % 3 + 1;
            Release lie = round.lie(envelope, liar, said(said, liar));
            List<Release> two = new ArrayList<>(round.release(envelope, SECTION, one));
            two.add(lie);
            assertThat(Opening.of(envelope, SECTION, two)).as("nobody can tell yet").isEqualTo(new Outcome.NotOpenableYet(Set.of(other), Set.of(liar)));
            two.addAll(round.release(envelope, SECTION, other));
            WrongShare.Lie expected = said == Said.IT_DOES_NOT_OPEN ? WrongShare.Lie.SAID_IT_DOES_NOT_OPEN : WrongShare.Lie.RELEASED_ANOTHER;
            assertThat(Opening.of(envelope, SECTION, two)).isInstanceOfSatisfying(Outcome.Opened.class, opened -> {
                assertThat(opened.content()).isEqualTo(Round.content("lot-2", 180_001));
                assertThat(opened.wrong()).containsExactly(new WrongShare(lie.trustee(), expected));
            });
        }
    }

    @Test
    void twoLyingTrusteesKeepItShutUntilTheWriterShowsWhatItSealed() {
        List<Release> releases = List.of(round.release(envelope, SECTION, 1).getFirst(), round.lie(envelope, 2, said(Said.CHANCE, 2)), round.lie(envelope, 3, said(Said.IT_DOES_NOT_OPEN, 3)));
        Outcome.NotOpenableYet shut = (Outcome.NotOpenableYet) Opening.of(envelope, SECTION, releases);
        assertThat(shut.disputed()).containsExactlyInAnyOrder(2, 3);
        assertThat(shut.needsTheWriter()).isTrue();
        Outcome shown = Opening.byRecord(envelope, SECTION, releases, SealingRecord.read(sealed.record().bytes())).orElseThrow();
        assertThat(shown).isInstanceOfSatisfying(Outcome.Opened.class, opened -> {
            assertThat(opened.content()).isEqualTo(Round.content("lot-2", 180_001));
            assertThat(opened.wrong()).containsExactly(new WrongShare(2, WrongShare.Lie.RELEASED_ANOTHER), new WrongShare(3, WrongShare.Lie.SAID_IT_DOES_NOT_OPEN));
        });
    }

    @Test
    void aRecordOfAnotherEnvelopeOrAnotherPlaintextProvesNothing() {
        SealingRecord others = round.seal("supplier-2").record();
        assertThat(Opening.byRecord(envelope, SECTION, List.of(), others)).isEmpty();
        SealingRecord swapped = new SealingRecord(envelope.digest(), List.of(others.section(0).orElseThrow(), others.section(1).orElseThrow(), others.section(2).orElseThrow()));
        assertThat(Opening.byRecord(envelope, SECTION, List.of(), swapped)).isEmpty();
        SealingRecord moved = new SealingRecord(envelope.digest(), List.of(sealed.record().section(0).orElseThrow(), sealed.record().section(2).orElseThrow(), sealed.record().section(1).orElseThrow()));
        assertThat(Opening.byRecord(envelope, SECTION, List.of(), moved)).isEmpty();
        assertThat(Opening.byRecord(envelope, 5, List.of(), sealed.record())).as("a section that the record does not hold").isEmpty();
    }

    @Test
    void aStrayShareIsTracedToItsPlace() {
        Envelope second = round.seal("supplier-2").envelope();
        List<Envelope> all = List.of(envelope, second, otherRound());
        assertThat(Strays.find(shareOf(second, 3, 2), all)).contains(new Strays.Origin(second.digest(), 3, 2));
        assertThat(Strays.find(shareOf(envelope, 1, 3), all)).contains(new Strays.Origin(envelope.digest(), 1, 3));
        assertThat(Strays.find(Bytes.wrap(Witness.random(33, round.chance)), all)).isEmpty();
    }

    @Test
    void aReleaseOfAnotherEnvelopeIsNotTaken() {
        Envelope second = round.seal("supplier-2").envelope();
        assertThatThrownBy(() -> Opening.of(envelope, SECTION, round.release(second, SECTION, 1, 2))).isInstanceOf(RefusedEnvelopeException.class).hasMessageStartingWith("OTHER_ENVELOPE");
    }

    @Test
    void aTrusteeSpeaksOfASectionOnce() {
        List<Release> twice = List.of(round.release(envelope, SECTION, 1).getFirst(), round.lie(envelope, 1, said(Said.CHANCE, 1)));
        assertThatThrownBy(() -> Opening.of(envelope, SECTION, twice)).hasMessageStartingWith("DUPLICATE_SECTION");
    }

    @Test
    void whatIsOpenedCanBeSealedAgainToTheSameBytes() {
        Outcome.Opened opened = (Outcome.Opened) Opening.of(envelope, SECTION, round.release(envelope, SECTION, 1, 2));
        Plain plain = Plain.read(opened.plaintext().raw()).orElseThrow();
        Section again = Sealer.section(envelope.place(SECTION), envelope.head(), plain, Padding.fill(opened.plaintext().raw(), 4_096));
        assertThat(again).isEqualTo(envelope.section(SECTION));
    }
}
