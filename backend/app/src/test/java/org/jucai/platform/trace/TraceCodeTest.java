package org.jucai.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Decision;
import org.junit.jupiter.api.Test;

/** What stands on a label is read as it was written, and noticed where it was not. */
class TraceCodeTest {

    private static final long SEED = 20261123L;

    private static TraceCode drawn(SplittableRandom chance) {
        return switch (chance.nextInt(3)) {
            case 0 -> TraceCode.ofDelivery("D-" + letters(chance));
            case 1 -> TraceCode.ofBatch("B-" + letters(chance));
            default -> TraceCode.ofParcel(new UUID(chance.nextLong(), chance.nextLong()));
        };
    }

    private static String letters(SplittableRandom chance) {
        return chance.ints(8, 0, 32).mapToObj(at -> CheckLetter.LETTERS.substring(at, at + 1)).reduce("", String::concat);
    }

    private static Optional<TraceCode> read(String written) {
        return TraceCode.read(written) instanceof Decision.Accepted<TraceCode>(var codes) ? Optional.of(codes.getFirst()) : Optional.empty();
    }

    @Test
    void whatIsPrintedIsReadHoweverItIsWritten() {
        SplittableRandom chance = new SplittableRandom(SEED);
        for (int i = 0; i < 2_000; i++) {
            TraceCode code = drawn(chance);
            assertThat(read(code.printed())).as("seed %d, %s", SEED, code).contains(code);
            assertThat(read(" " + code.printed().toLowerCase(java.util.Locale.ROOT).replace("-", "") + " ")).contains(code);
        }
    }

    @Test
    void oneLetterThatIsMisreadIsNoticedWhicheverItIs() {
        SplittableRandom chance = new SplittableRandom(SEED);
        for (int i = 0; i < 60; i++) {
            String printed = drawn(chance).printed();
            for (int at = 2; at < printed.length(); at++) {
                if (printed.charAt(at) == '-') continue;
                for (char other : (CheckLetter.LETTERS + "01IO").toCharArray()) {
                    if (other != printed.charAt(at)) assertThat(read(printed.substring(0, at) + other + printed.substring(at + 1))).as("%s at %d %s", printed, at, other).isEmpty();
                }
            }
        }
    }

    @Test
    void anyTwoLettersThatChangedPlacesAreNoticed() {
        SplittableRandom chance = new SplittableRandom(SEED);
        for (int i = 0; i < 60; i++) {
            String printed = drawn(chance).printed();
            for (int a = 2; a < printed.length(); a++) {
                for (int b = a + 1; b < printed.length(); b++) {
                    if (printed.charAt(a) == printed.charAt(b) || printed.charAt(a) == '-' || printed.charAt(b) == '-') continue;
                    StringBuilder swapped = new StringBuilder(printed);
                    swapped.setCharAt(a, printed.charAt(b));
                    swapped.setCharAt(b, printed.charAt(a));
                    assertThat(read(swapped.toString())).as("%s for %s", swapped, printed).isEmpty();
                }
            }
        }
    }

    @Test
    void aDeliveryIsNotTakenForABatchWhereTheFirstLetterIsMisread() {
        SplittableRandom chance = new SplittableRandom(SEED);
        for (int i = 0; i < 500; i++) assertThat(read("B" + TraceCode.ofDelivery("D-" + letters(chance)).printed().substring(1))).isEmpty();
    }

    @Test
    void aParcelsCodeNamesItsParcelAndNoOther() {
        SplittableRandom chance = new SplittableRandom(SEED);
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            UUID id = new UUID(chance.nextLong(), chance.nextLong());
            assertThat(TraceCode.ofParcel(id).parcelId()).isEqualTo(id);
            assertThat(codes.add(TraceCode.ofParcel(id).printed())).isTrue();
        }
    }

    @Test
    void whatIsNoCodeIsSaidToBeNone() {
        for (String none : new String[] {"", "D-", "X-23456789", "D-2345678", "D-23456789AB", "https://example.org", "D-23456789-AB", "'; drop table delivery"}) {
            assertThat(TraceCode.read(none)).as(none).isInstanceOf(Decision.Refused.class);
        }
    }
}
