package org.jucai.platform.bidding.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rows in which the envelope's writer lied: whoever opens, it is the writer that is named, and no trustee that told the truth. */
class TwoFacedTest {

    private static final int SECTION = 2;
    private static final int[][] ORDERS = {{1, 2, 3}, {1, 3, 2}, {2, 3, 1}, {3, 1, 2}, {3, 2, 1}, {2, 1, 3}};

    private final Round round = new Round("R-2026-0042", 2);
    private final Envelope honest = round.seal("supplier-1").envelope();
    private final Place place = honest.place(SECTION);
    private final byte[] key = Witness.random(32, round.chance);
    private final Witness witness = Witness.fresh(key, round.chance);

    /** Ways to lie; where one trustee is treated otherwise than the others, it is the third. */
    enum Forged {
        SEALED_SHARE_IS_CHANCE, SEALED_SHARE_IS_ANOTHER, COMMITMENT_TO_ANOTHER_SHARE, SHARE_AND_COMMITMENT_OFF_THE_LINE, KEY_COMMITMENT_TO_ANOTHER, CONTENT_UNDER_ANOTHER_KEY,
        NO_WITNESS, NOT_EVEN_JSON, NOT_PADDED, WITNESS_WITH_ANOTHER_SEED, WITNESS_WITH_OTHER_SHARES, WITNESS_OFF_THE_LINE, SHARES_AT_ONE_PLACE, SHARE_AT_ZERO, ENCAPSULATED_KEY_IS_ANOTHER
    }

    private Envelope with(Section forged) {
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < honest.shape().sections(); i++) sections.add(i == SECTION ? forged : honest.section(i));
        return new Envelope(honest.head(), sections);
    }

    private Section sealed(Witness sealedWith, Plain plain) {
        return sealed(sealedWith, Padding.fill(plain.bytes(), 4_096));
    }

    private Section sealed(Witness sealedWith, byte[] padded) {
        List<SealedShare> shares = new ArrayList<>();
        for (int t = 1; t <= 3; t++) shares.add(sealedWith.sealAgain(place, sealedWith.ephemeralKey(), honest.head().trustees().get(t - 1), t));
        byte[] cipher = Aes.seal(place.keyAndNonce(key), place.associated(), padded);
        return new Section(Bytes.wrap(place.keyCommitment(key)), Bytes.wrap(cipher), Bytes.wrap(sealedWith.ephemeralKey().encapsulated()), shares);
    }

    private static Section withThird(Section section, SealedShare third) {
        return new Section(section.keyCommitment(), section.ciphertext(), section.encapsulated(), List.of(section.shareOf(1), section.shareOf(2), third));
    }

    private Plain plain(Witness said) {
        return new Plain(Round.content("lot-2", 1), said);
    }

    private Witness shares(byte[] one, byte[] two, byte[] three) {
        return new Witness(List.of(Bytes.wrap(one), Bytes.wrap(two), Bytes.wrap(three)), witness.ephemeral());
    }

    private byte[] share(int trustee) {
        return witness.shareOf(trustee).copy();
    }

    private byte[] at(int trustee, int abscissa) {
        byte[] share = share(trustee);
        share[32] = (byte) abscissa;
        return share;
    }

    private byte[] other() {
        byte[] share = Witness.random(33, round.chance);
        share[32] = 9;
        return share;
    }

    private Section forge(Forged how) {
        Section right = sealed(witness, plain(witness));
        Bytes chance = Bytes.wrap(Witness.random(32, round.chance));
        Witness otherSeed = new Witness(witness.shares(), chance);
        Witness offLine = shares(share(1), share(2), other());
        SealedShare third = right.shareOf(3);
        return switch (how) {
            case SEALED_SHARE_IS_CHANCE -> withThird(right, new SealedShare(Bytes.wrap(Witness.random(49, round.chance)), third.commitment()));
            case SEALED_SHARE_IS_ANOTHER -> withThird(right, new SealedShare(Bytes.wrap(witness.ephemeralKey().seal(honest.head().trustees().get(2).sealTo().raw(),
                    place.bound(3, third.commitment().raw()), other())), third.commitment()));
            case COMMITMENT_TO_ANOTHER_SHARE -> withThird(right, new SealedShare(Bytes.wrap(witness.ephemeralKey().seal(honest.head().trustees().get(2).sealTo().raw(),
                    place.bound(3, chance.raw()), share(3))), chance));
            case SHARE_AND_COMMITMENT_OFF_THE_LINE -> sealed(offLine, plain(offLine));
            case KEY_COMMITMENT_TO_ANOTHER -> new Section(chance, right.ciphertext(), right.encapsulated(), right.shares());
            case CONTENT_UNDER_ANOTHER_KEY -> new Section(right.keyCommitment(), Bytes.wrap(Aes.seal(place.keyAndNonce(chance.raw()), place.associated(), new byte[4_096])), right.encapsulated(), right.shares());
            case NO_WITNESS -> sealed(witness, Padding.fill(CanonicalJson.bytes(Map.of("content", Round.content("lot-2", 1))), 4_096));
            case NOT_EVEN_JSON -> sealed(witness, Padding.fill(new byte[] {1, 2, 3}, 4_096));
            case NOT_PADDED -> sealed(witness, new byte[4_096]);
            case WITNESS_WITH_ANOTHER_SEED -> sealed(witness, plain(otherSeed));
            case WITNESS_WITH_OTHER_SHARES -> sealed(witness, plain(new Witness(Witness.fresh(key, round.chance).shares(), witness.ephemeral())));
            case WITNESS_OFF_THE_LINE -> sealed(witness, plain(offLine));
            case SHARES_AT_ONE_PLACE -> sealed(shares(at(1, 1), at(2, 1), at(3, 1)), plain(witness));
            case SHARE_AT_ZERO -> sealed(shares(at(1, 0), at(2, 0), at(3, 0)), plain(witness));
            case ENCAPSULATED_KEY_IS_ANOTHER -> new Section(right.keyCommitment(), right.ciphertext(), Bytes.wrap(Hpke.ephemeral(chance.raw()).encapsulated()), right.shares());
        };
    }

    @ParameterizedTest
    @EnumSource
    void whoeverComesFirstTheWriterIsNamedAndNoTrustee(Forged how) {
        Envelope forged = with(forge(how));
        for (int[] order : ORDERS) {
            List<Release> releases = new ArrayList<>();
            for (int trustee : order) {
                releases.addAll(round.release(forged, SECTION, trustee));
                Outcome soFar = Opening.of(forged, SECTION, releases);
                assertThat(soFar).as("%s, %d released", how, releases.size()).isNotInstanceOf(Outcome.Opened.class);
                if (soFar instanceof Outcome.TwoFaced twoFaced) assertThat(twoFaced.wrong()).as("no trustee that told the truth").isEmpty();
            }
            Outcome atLast = Opening.of(forged, SECTION, releases);
            if (how == Forged.ENCAPSULATED_KEY_IS_ANOTHER) assertThat(atLast).isEqualTo(new Outcome.NotOpenableYet(java.util.Set.of(), java.util.Set.of(1, 2, 3)));
            else assertThat(atLast).as(how.name()).isInstanceOf(Outcome.TwoFaced.class);
        }
    }

    @Test
    void theWayOfLyingIsSaid() {
        assertThat(deceit(Forged.SEALED_SHARE_IS_CHANCE, 1, 2)).isEqualTo(Deceit.SHARE_NOT_AS_WITNESSED);
        assertThat(deceit(Forged.SEALED_SHARE_IS_ANOTHER, 1, 2)).isEqualTo(Deceit.SHARE_NOT_AS_WITNESSED);
        assertThat(deceit(Forged.COMMITMENT_TO_ANOTHER_SHARE, 1, 2)).isEqualTo(Deceit.SHARE_NOT_AS_WITNESSED);
        assertThat(deceit(Forged.SHARE_AND_COMMITMENT_OFF_THE_LINE, 1, 2)).isEqualTo(Deceit.WITNESS_NOT_ON_LINE);
        assertThat(deceit(Forged.SHARE_AND_COMMITMENT_OFF_THE_LINE, 1, 3)).isEqualTo(Deceit.KEY_NOT_AS_COMMITTED);
        assertThat(deceit(Forged.SHARE_AND_COMMITMENT_OFF_THE_LINE, 1, 2, 3)).isEqualTo(Deceit.KEY_NOT_AS_COMMITTED);
        assertThat(deceit(Forged.KEY_COMMITMENT_TO_ANOTHER, 1, 2)).isEqualTo(Deceit.KEY_NOT_AS_COMMITTED);
        assertThat(deceit(Forged.CONTENT_UNDER_ANOTHER_KEY, 2, 3)).isEqualTo(Deceit.CONTENT_DOES_NOT_OPEN);
        assertThat(deceit(Forged.NO_WITNESS, 2, 3)).isEqualTo(Deceit.NO_WITNESS);
        assertThat(deceit(Forged.NOT_EVEN_JSON, 2, 3)).isEqualTo(Deceit.NO_WITNESS);
        assertThat(deceit(Forged.NOT_PADDED, 2, 3)).isEqualTo(Deceit.NO_WITNESS);
        assertThat(deceit(Forged.WITNESS_OFF_THE_LINE, 2, 3)).isEqualTo(Deceit.WITNESS_NOT_ON_LINE);
        assertThat(deceit(Forged.SHARES_AT_ONE_PLACE, 2, 3)).isEqualTo(Deceit.SHARES_DO_NOT_COMBINE);
        assertThat(deceit(Forged.SHARE_AT_ZERO, 1, 2)).isEqualTo(Deceit.SHARES_DO_NOT_COMBINE);
    }

    private Deceit deceit(Forged how, int... who) {
        Envelope forged = with(forge(how));
        return ((Outcome.TwoFaced) Opening.of(forged, SECTION, round.release(forged, SECTION, who))).deceit();
    }

    @Test
    void aTrusteeThatLiesAboutATwoFacedEnvelopeIsNamedToo() {
        Envelope forged = with(forge(Forged.SEALED_SHARE_IS_CHANCE));
        List<Release> releases = new ArrayList<>(round.release(forged, SECTION, 1));
        releases.add(round.lie(forged, 3, new ReleasedShare(SECTION, witness.shareOf(3))));
        assertThat(Opening.of(forged, SECTION, releases)).as("the third was told its share in secret; what was sealed to it shows all the same")
                .isEqualTo(new Outcome.TwoFaced(Deceit.SHARE_NOT_AS_WITNESSED, List.of()));
        releases.addAll(List.of(round.lie(forged, 2, new ReleasedShare(SECTION, null))));
        assertThat(Opening.of(forged, SECTION, releases)).isEqualTo(new Outcome.TwoFaced(Deceit.SHARE_NOT_AS_WITNESSED, List.of(new WrongShare(2, WrongShare.Lie.SAID_IT_DOES_NOT_OPEN))));
    }
}
