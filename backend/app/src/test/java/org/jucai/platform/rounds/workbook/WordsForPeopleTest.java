package org.jucai.platform.rounds.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every code a person may meet has words in both languages, and no word is left without its code. */
class WordsForPeopleTest {

    @ParameterizedTest
    @ValueSource(strings = {"/messages/workbook.properties", "/messages/workbook_en.properties"})
    void everyCodeHasWords(String file) throws IOException {
        Set<String> expected = new TreeSet<>();
        for (Reason reason : Reason.values()) expected.add("workbook.reason." + reason);
        for (Warning warning : Warning.values()) expected.add("workbook.warning." + warning);
        for (WorkbookRefusal refusal : WorkbookRefusal.values()) {
            expected.add("problem." + refusal.problem() + ".title");
            expected.add("problem." + refusal.problem() + ".detail");
        }
        Properties words = new Properties();
        try (Reader in = new InputStreamReader(WordsForPeopleTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            words.load(in);
        }

        assertThat(words.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(expected);
    }
}
