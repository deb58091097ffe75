package org.jucai.platform.award.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/**
 * One lot of 10 t, up to 12 t. S0 offers up to 6 t at 20 yuan; S1 up to 10 t at 21 yuan, from 8 t on all of it at 19 yuan. All ten
 * from S1 cost 190 yuan; 2 t and 8 t would cost 192. With a multiplier of 19 yuan a tonne on the lot nobody's bid is worth
 * anything, and the lot's own part is 10 t at 19: so no award costs less.
 */
class ByHandTest {

    private static final long MULTIPLIER = 1_900;

    private static TinyRound round() {
        TinyRound round = new TinyRound();
        round.lots.add(new TinyRound.Lot(10_000, 10_000, 12_000, true, 5_000));
        for (int s = 0; s < 2; s++) round.suppliers.add(new TinyRound.Supplier("", false, 0, 20_000, new long[] {0}, List.of()));
        round.bids.add(new TinyRound.Bid(0, 0, 0, 6_000, false, new long[] {0}, new long[][] {{2_000}}, 0, 0, 0, null));
        round.bids.add(new TinyRound.Bid(1, 0, 0, 10_000, false, new long[] {0, 8_000}, new long[][] {{2_100}, {1_900}}, 0, 0, 0, null));
        return round;
    }

    private static ObjectNode leaf(long multiplier) {
        ObjectNode certificate = TinyRound.JSON.createObjectNode().put("kind", "LAGRANGIAN_TREE").put("scale", 1);
        ObjectNode leaf = certificate.putObject("tree");
        leaf.putObject("lots").put("L0", multiplier);
        leaf.putObject("rules");
        return certificate;
    }

    @Test
    void theBestAwardIsProvedByOneMultiplier() {
        CheckReport report = TinyResults.check(round(), TinyResults.award(round(), new long[] {0, 10_000}, "OPTIMAL", leaf(MULTIPLIER)));
        assertThat(report.findings()).isEmpty();
        assertThat(report.figures().boundMilliFen()).isEqualTo(19_000_000);
        assertThat(report.figures().totalFen()).isEqualTo(19_000);
        assertThat(report.figures().gapMilliFen()).isZero();
    }

    @Test
    void aDearerAwardHasACheckedGap() {
        CheckReport report = TinyResults.check(round(), TinyResults.award(round(), new long[] {2_000, 8_000}, "FEASIBLE", leaf(MULTIPLIER)));
        assertThat(report.findings()).isEmpty();
        assertThat(report.figures().gapMilliFen()).isEqualTo(200_000);
        assertThat(report.figures().gapPpm()).as("200,000 of 19,200,000, rounded up").isEqualTo(10_417);
    }

    @Test
    void anotherMultiplierIsNoErrorButProvesLess() {
        BigInteger less = TinyResults.check(round(), TinyResults.award(round(), new long[] {0, 10_000}, "FEASIBLE", leaf(1_800))).figures().boundMilliFen();
        assertThat(less).as("10 t at 18").isEqualTo(18_000_000);
        BigInteger more = TinyResults.check(round(), TinyResults.award(round(), new long[] {0, 10_000}, "FEASIBLE", leaf(2_050))).figures().boundMilliFen();
        assertThat(more).as("10 t at 20.50, less 6 t at 0.50 and 10 t at 1.50").isEqualTo(20_500_000 - 300_000 - 1_500_000);
    }

    @Test
    void theDigestIsThatOfTheCanonicalFormWhateverTheSpacing() {
        Field spaced = Documents.read("{ \"b\" : [ 1 , true , \"\\u20ac\\u000f\\n\" ] , \"a\" : { } }".getBytes(java.nio.charset.StandardCharsets.UTF_8), "x");
        assertThat(Canonical.of(spaced)).isEqualTo("{\"a\":{},\"b\":[1,true,\"\u20ac\\u000f\\n\"]}");
    }

    @Test
    void everyBreachAndFaultHasWordsInBothLanguages() {
        for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            CheckWords words = CheckWords.of(locale);
            for (Breach breach : Breach.values()) assertThat(words.finding(new Finding(breach, java.util.Map.of()))).isNotBlank();
            for (Fault fault : Fault.values()) assertThat(words.unreadable(new UnreadableException(fault, "problem", "x"))).isNotBlank();
        }
    }
}
