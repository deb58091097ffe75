package org.jucai.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A seal is made for one code by one key. */
class LabelSealTest {

    private static final byte[] SECRET = new byte[32];
    private static final TraceCode CODE = TraceCode.ofDelivery("D-23456789");

    /** Read back bit by bit: the first 80 bits of the hash, five to a letter. */
    @Test
    void theTagIsTheBeginningOfTheHash() throws Exception {
        javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
        mac.init(new javax.crypto.spec.SecretKeySpec(SECRET, "HmacSHA256"));
        byte[] hash = mac.doFinal(("jucai label 1\n" + CODE.printed()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        StringBuilder bits = new StringBuilder();
        LabelSeal.of(1, SECRET, CODE).tag().chars().forEach(letter -> bits.append(String.format("%5s", Integer.toBinaryString(CheckLetter.LETTERS.indexOf(letter))).replace(' ', '0')));
        assertThat(new java.math.BigInteger(bits.toString(), 2)).isEqualTo(new java.math.BigInteger(HexFormat.of().formatHex(Arrays.copyOf(hash, 10)), 16));
    }

    @Test
    void anotherCodeAnotherKeyOrAnotherTagIsForged() {
        LabelSeal seal = LabelSeal.of(7, SECRET, CODE);
        byte[] other = SECRET.clone();
        other[31] = 1;
        assertThat(seal.isRight(SECRET, CODE)).isTrue();
        assertThat(seal.isRight(other, CODE)).isFalse();
        assertThat(seal.isRight(SECRET, TraceCode.ofBatch("B-23456789"))).isFalse();
        assertThat(seal.isRight(SECRET, TraceCode.ofDelivery("D-2345678A"))).isFalse();
        for (int at = 0; at < seal.tag().length(); at++) {
            char wrong = seal.tag().charAt(at) == '2' ? '3' : '2';
            assertThat(new LabelSeal(7, seal.tag().substring(0, at) + wrong + seal.tag().substring(at + 1)).isRight(SECRET, CODE)).isFalse();
        }
    }

    @Test
    void whatIsWrittenIsReadAndNothingElseIs() {
        LabelSeal seal = LabelSeal.of(12, SECRET, CODE);
        assertThat(LabelSeal.read(seal.written())).contains(seal);
        for (String none : new String[] {"", "12", "12.", "0." + seal.tag(), "-1." + seal.tag(), "12." + seal.tag() + "2", "12." + seal.tag().substring(1), "12.00000000000000IO"}) {
            assertThat(LabelSeal.read(none)).as(none).isEmpty();
        }
        assertThat(LabelSeal.read("9999999." + seal.tag())).isEmpty();
    }

    @Test
    void tagsAreSpreadOverAllLetters() {
        SplittableRandom chance = new SplittableRandom(5);
        long distinct = chance.longs(400).mapToObj(bits -> LabelSeal.of(1, SECRET, TraceCode.ofParcel(new java.util.UUID(bits, ~bits))).tag()).flatMapToInt(String::chars).distinct().count();
        assertThat(distinct).isEqualTo(32);
    }
}
