package org.jucai.platform.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jucai.platform.membership.CreditCode.Verdict;
import org.junit.jupiter.api.Test;

class CreditCodeTest {

    @Test
    void theVectorsOfCreditCodesComeOutAsTheySay() throws IOException {
        for (String[] vector : vectors("uscc-vectors.csv")) {
            assertThat(CreditCode.check(vector[0]) == Verdict.RIGHT).as(vector[0] + " " + vector[2]).isEqualTo(vector[1].equals("true"));
        }
    }

    @Test
    void theVectorsOfBankCodesComeOutAsTheySay() throws IOException {
        for (String[] vector : vectors("cnaps-vectors.csv")) {
            assertThat(BankCode.isRight(vector[0])).as(vector[0] + " " + vector[2]).isEqualTo(vector[1].equals("true"));
        }
    }

    /** From the repository's root, or from wherever Maven runs the module. */
    private static List<String[]> vectors(String file) throws IOException {
        Path found = Stream.of("../shared", "../../shared", "../../../shared", "../../../../shared")
                .map(shared -> Path.of(shared, "data/cn-codes", file))
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
        assumeTrue(found != null, "the folder ../shared/data/cn-codes is not here");
        return Files.readAllLines(found).stream().skip(1).map(line -> line.split(",", 3)).toList();
    }

    @Test
    void aCodeIssuedWithAWrongCheckDigitIsNotMalformed() {
        assertThat(CreditCode.check("91350211M00013FA1N")).isEqualTo(Verdict.CHECK_DIGIT_WRONG);
    }

    @Test
    void aLetterThatTheAlphabetLeavesOutOrAWrongLengthIsMalformed() {
        assertThat(CreditCode.check("91350100M000100Y4Z")).isEqualTo(Verdict.MALFORMED);
        assertThat(CreditCode.check("91410183MAWCM6DPX")).isEqualTo(Verdict.MALFORMED);
        assertThat(CreditCode.check("")).isEqualTo(Verdict.MALFORMED);
    }

    @Test
    void blanksSmallLettersAndFullWidthDoNotMatter() {
        assertThat(CreditCode.check(" ９１４１０１８３ mawcm6dpxp ")).isEqualTo(Verdict.RIGHT);
        assertThat(CreditCode.normalise("９１４１０１８３ mawcm6dpxp")).isEqualTo("91410183MAWCM6DPXP");
    }

    @Test
    void everyChangeOfOneCharacterIsSeen() {
        String right = "91410183MAWCM6DPXP";
        SplittableRandom chance = new SplittableRandom(32100);
        String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        for (int at = 0; at < right.length(); at++) {
            char other = alphabet.charAt(chance.nextInt(alphabet.length()));
            if (other == right.charAt(at)) continue;
            String wrong = right.substring(0, at) + other + right.substring(at + 1);
            assertThat(CreditCode.check(wrong)).as(wrong).isNotEqualTo(Verdict.RIGHT);
        }
    }
}
