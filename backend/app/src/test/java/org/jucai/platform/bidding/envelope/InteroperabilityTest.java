package org.jucai.platform.bidding.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

/** What the browser's code made is opened here and sealed again to the same bytes; the browser's tests do the same with what was made here. */
class InteroperabilityTest {

    @Test
    void theBrowsersKeyFileOpens() {
        TrusteeSecret bank = VectorsOfOurs.trustee("bank");
        assertThat(bank.key()).isEqualTo(VectorsOfOurs.terms().trustees().get(1));
        assertThat(TrusteeCard.read(VectorsOfOurs.file("browser.card.json")).key()).isEqualTo(bank.key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"browser", "java"})
    void anyTwoTrusteesOpenWhatEitherSealed(String side) {
        Envelope envelope = VectorsOfOurs.envelope(side);
        List<TrusteeSecret> trustees = VectorsOfOurs.TRUSTEES.stream().map(VectorsOfOurs::trustee).toList();
        List<Map<String, Object>> contents = VectorsOfOurs.contents();
        for (int absent = 0; absent < 3; absent++) {
            int without = absent;
            List<TrusteeSecret> two = IntStream.range(0, 3).filter(i -> i != without).mapToObj(trustees::get).toList();
            for (int section = 0; section < 8; section++) {
                int at = section;
                Outcome outcome = Opening.of(envelope, at, two.stream().map(trustee -> trustee.release(envelope, List.of(at))).toList());
                Map<String, Object> expected = at < contents.size() ? contents.get(at) : Sealer.NOTHING;
                assertThat(outcome).isInstanceOfSatisfying(Outcome.Opened.class, opened -> {
                    assertThat(opened.content()).isEqualTo(expected);
                    assertThat(opened.wrong()).isEmpty();
                });
            }
        }
    }

    @Test
    void theBrowsersReleaseIsReadAndOpens() {
        Envelope envelope = VectorsOfOurs.envelope("java");
        Release javas = Release.read(VectorsOfOurs.file("java.release.json"), envelope);
        Release browsers = Release.read(VectorsOfOurs.file("browser.release.json"), envelope);
        for (int section = 0; section <= 2; section++) assertThat(Opening.of(envelope, section, List.of(javas, browsers))).isInstanceOf(Outcome.Opened.class);
    }

    @Test
    void theBrowsersRecordSealsAgainToTheBrowsersEnvelope() {
        Envelope envelope = VectorsOfOurs.envelope("browser");
        SealingRecord record = SealingRecord.read(VectorsOfOurs.file("browser.record.json"));
        assertThat(record.sections()).isEqualTo(VectorsOfOurs.contents().size());
        for (int section = 0; section < record.sections(); section++) assertThat(Opening.byRecord(envelope, section, List.of(), record).orElseThrow()).isInstanceOf(Outcome.Opened.class);
    }

    @Test
    void theBrowserAnsweredTheChallenge() {
        Map<String, Object> expected = Json.read(VectorsOfOurs.file("expected.json"), 4_096);
        Map<String, Object> answered = Json.read(VectorsOfOurs.file("browser.answer.json"), 4_096);
        Possession.check(Bytes.ofText((String) answered.get("answer")), Bytes.wrap(java.util.HexFormat.of().parseHex((String) expected.get("possessionAnswerSha256"))));
    }
}
