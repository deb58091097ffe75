package org.jucai.platform.bidding.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.junit.jupiter.api.Test;

/** Sealing again the fast way says "the same" exactly where the library does. */
class ResealingTest {

    private static final long SEED = 20_261_123;
    private static final int KEYS = 40;
    private static final int SCALARS = 50;

    private final SplittableRandom chance = new SplittableRandom(SEED);

    private byte[] random() {
        byte[] bytes = new byte[32];
        chance.nextBytes(bytes);
        return bytes;
    }

    private static byte[] agreed(byte[] scalar, byte[] key) {
        byte[] agreed = new byte[32];
        X25519.calculateAgreement(scalar, 0, key, 0, agreed, 0);
        return agreed;
    }

    @Test
    void aKeysMultiplesAreThoseOfTheLadder() {
        System.out.println("seed " + SEED);
        for (int i = 0; i < KEYS; i++) {
            byte[] key = Hpke.publicKey(random());
            FixedPoint point = FixedPoint.of(key).orElseThrow();
            for (int j = 0; j < SCALARS; j++) {
                byte[] scalar = random();
                assertThat(point.times(scalar)).as("seed %d, key %d, scalar %d", SEED, i, j).isEqualTo(agreed(scalar, key));
            }
        }
    }

    @Test
    void whateverBytesAreSaidToBeAKeyNothingIsSaidOrWhatTheLadderSays() {
        int there = 0;
        List<byte[]> keys = new ArrayList<>();
        for (int i = 0; i < KEYS; i++) keys.add(random());
        for (int small = 0; small < 4; small++) keys.add(withFirst(small));
        for (int beyond = 0xED; beyond <= 0xFF; beyond++) keys.add(beyondThePrime(beyond));
        for (byte[] key : keys) {
            Optional<FixedPoint> point = FixedPoint.of(key);
            if (point.isPresent()) there++;
            byte[] scalar = random();
            point.ifPresent(is -> assertThat(is.times(scalar)).as("%s", java.util.HexFormat.of().formatHex(key)).isEqualTo(agreed(scalar, key)));
        }
        assertThat(there).as("half of all bytes are on the curve, half on its twist").isBetween(keys.size() / 4, keys.size() * 3 / 4);
    }

    private static byte[] withFirst(int first) {
        byte[] key = new byte[32];
        key[0] = (byte) first;
        return key;
    }

    /** The prime is 2^255 - 19: these say what smaller numbers say too. */
    private static byte[] beyondThePrime(int first) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, (byte) 0xFF);
        key[0] = (byte) first;
        key[31] = 0x7F;
        return key;
    }

    @Test
    void theSectionThatAWitnessGivesIsTheSameAndNoOther() {
        SecureRandom secure = new SecureRandom();
        List<TrusteeKey> trustees = Stream.of("a", "b", "c").map(name -> TrusteeSecret.fresh(name, secure).key()).toList();
        Head head = new Head(Suite.X25519, "R", "s", 1, trustees);
        for (int i = 0; i < KEYS; i++) {
            Place place = head.place(i % 8, 8);
            byte[] key = random();
            Plain plain = new Plain(Map.of("price", i), Witness.fresh(key, secure));
            Section section = Sealer.section(place, head, plain, Padding.fill(plain.bytes(), 2_048));
            assertThat(Resealing.gives(section, place, trustees, plain.witness())).isTrue();
            assertThat(Resealing.gives(section, head.place((i + 1) % 8, 8), trustees, plain.witness())).as("elsewhere").isFalse();
            assertThat(Resealing.gives(section, place, List.of(trustees.get(1), trustees.get(0), trustees.get(2)), plain.witness())).as("for others").isFalse();
            assertThat(Resealing.gives(section, place, trustees, Witness.fresh(key, secure))).as("by another witness").isFalse();
            for (Section changed : changed(section)) assertThat(Resealing.gives(changed, place, trustees, plain.witness())).as("changed").isFalse();
        }
    }

    /** One bit of the encapsulated key, of each sealed share and of each commitment. */
    private List<Section> changed(Section of) {
        List<Section> changed = new ArrayList<>(List.of(new Section(of.keyCommitment(), of.ciphertext(), flipped(of.encapsulated()), of.shares())));
        for (int trustee = 1; trustee <= Shamir.PARTS; trustee++) {
            SealedShare share = of.shareOf(trustee);
            for (SealedShare other : List.of(new SealedShare(flipped(share.sealed()), share.commitment()), new SealedShare(share.sealed(), flipped(share.commitment())))) {
                List<SealedShare> shares = new ArrayList<>(of.shares());
                shares.set(trustee - 1, other);
                changed.add(new Section(of.keyCommitment(), of.ciphertext(), of.encapsulated(), shares));
            }
        }
        return changed;
    }

    private Bytes flipped(Bytes of) {
        byte[] copy = of.copy();
        copy[chance.nextInt(copy.length)] ^= (byte) (1 << chance.nextInt(8));
        return Bytes.of(copy);
    }
}
