package org.jucai.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GlossaryTest {

    private record Term(String chinese, String english, String type) {}

    @Test
    void everyTypeThatTheGlossaryNamesExists() throws IOException {
        List<Term> typed = terms().stream().filter(term -> !term.type().isEmpty()).toList();
        assertThat(typed).isNotEmpty().allSatisfy(term -> assertThatCode(
                () -> Class.forName("org.jucai.platform." + term.type(), false, GlossaryTest.class.getClassLoader())).as(term.chinese()).doesNotThrowAnyException());
    }

    @Test
    void everyTermHasBothLanguagesAndStandsOnce() throws IOException {
        assertThat(terms()).allMatch(term -> !term.chinese().isEmpty() && !term.english().isEmpty());
        assertThat(terms().stream().map(Term::chinese)).doesNotHaveDuplicates();
    }

    private static List<Term> terms() throws IOException {
        Path file = Path.of("..", "docs", "notes", "glossary.md");
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("|") && !line.startsWith("| 中文") && !line.startsWith("|---"))
                .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .map(cells -> {
                    assertThat(cells).as("cells of a row, with the empty ones outside").hasSize(5);
                    return new Term(cells.get(1), cells.get(2), cells.get(3));
                })
                .toList();
    }
}
