package org.jucai.platform.inspection.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SampleCodeTest {

    private final Random chance = new Random(20270512);

    @Test
    void oneLetterThatIsMisreadIsNoticedWhicheverItIs() {
        for (int drawn = 0; drawn < 50; drawn++) {
            String code = SampleCode.draw(chance).code();
            for (int at = 0; at < code.length(); at++) {
                for (char letter : SampleCode.LETTERS.toCharArray()) {
                    String other = code.substring(0, at) + letter + code.substring(at + 1);
                    assertThat(SampleCode.read(other).isPresent()).as(code + " read as " + other).isEqualTo(other.equals(code));
                }
            }
        }
    }

    @Test
    void anyTwoDifferentLettersThatChangedPlacesAreNoticed() {
        for (int drawn = 0; drawn < 200; drawn++) {
            String code = SampleCode.draw(chance).code();
            for (int one = 0; one < SampleCode.DRAWN; one++) {
                for (int other = one + 1; other < SampleCode.DRAWN; other++) {
                    StringBuilder swapped = new StringBuilder(code);
                    swapped.setCharAt(one, code.charAt(other));
                    swapped.setCharAt(other, code.charAt(one));
                    if (code.charAt(one) != code.charAt(other)) assertThat(SampleCode.read(swapped.toString())).as(code + " read as " + swapped).isEmpty();
                }
            }
        }
    }

    @Test
    void eachPlaceIsDrawnFromAllLettersAndNoCodeComesTwice() {
        Set<String> codes = new HashSet<>();
        Set<String> letters = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            String code = SampleCode.draw(chance).code();
            codes.add(code);
            for (int at = 0; at < SampleCode.DRAWN; at++) letters.add(at + ":" + code.charAt(at));
        }
        assertThat(codes).hasSize(20_000);
        assertThat(letters).hasSize(SampleCode.DRAWN * SampleCode.LETTERS.length());
    }

    @Test
    void aCodeIsReadAsPeopleWriteItAndNothingElseIsOne() {
        SampleCode code = SampleCode.draw(chance);
        String spaced = code.code().substring(0, 4) + "-" + code.code().substring(4, 8) + " " + code.code().substring(8).toLowerCase(java.util.Locale.ROOT);
        assertThat(SampleCode.read(spaced)).contains(code);
        assertThat(SampleCode.read("")).isEmpty();
        assertThat(SampleCode.read(code.code() + "2")).isEmpty();
        assertThat(SampleCode.read("0000000000000")).isEmpty();
    }
}
