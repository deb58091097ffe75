package org.jucai.platform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GradeNamesTest {

    private final GradeNames names = StandardWorld.catalogue().names();

    @Test
    void widthCaseSpacesAndDashesDoNotCount() {
        for (String written : List.of("GL-85A", "gl85a", "ＧＬ－８５Ａ", "GL—85A", " gl – 85 a ", "GL\u221285A", "GL\u00A085A", "GL\u200B-85A", "GL－85　A")) {
            assertThat(names.find(written)).as(written).isEqualTo(new GradeName.Exact(new GradeCode("GL-85A")));
        }
    }

    @Test
    void anOldClassIsSuggestedAndNotApplied() {
        assertThat(names.find("特级料")).isEqualTo(new GradeName.Confirm(new GradeCode("GL-85A"), GradeAlias.Doubt.OLD_CLASS));
    }

    @Test
    void aMissingLetterIsAsked() {
        assertThat(names.find("GL85")).isEqualTo(new GradeName.Confirm(new GradeCode("GL-85A"), GradeAlias.Doubt.SUBGRADE_MISSING));
    }

    @Test
    void anUnknownNameComesWithTheNearest() {
        assertThat(names.find("GL-58A")).isInstanceOfSatisfying(GradeName.Unknown.class,
                unknown -> assertThat(unknown.nearest()).contains(new GradeCode("GL-85A")).hasSizeLessThanOrEqualTo(3));
    }

    @Test
    void nothingIsNearToNothing() {
        assertThat(names.find("")).isEqualTo(new GradeName.Unknown(List.of()));
        assertThat(names.find(" — ")).isEqualTo(new GradeName.Unknown(List.of()));
        assertThat(names.find("水泥".repeat(40))).isEqualTo(new GradeName.Unknown(List.of()));
    }

    @Test
    void everySpellingOfTheWorkbooksIsReadAsTheySay() throws IOException {
        Path file = Stream.of("../../../shared/data", "../../../../shared/data", "../shared/data", "../../shared/data")
                .map(folder -> Path.of(folder, "workbooks", "grade-aliases.csv"))
                .filter(Files::exists)
                .findFirst()
                .orElse(Path.of("absent"));
        assumeTrue(Files.exists(file), "the folder ../shared/data is absent");
        List<String> lines = Files.readAllLines(file).stream().skip(1).toList();
        assertThat(lines).hasSize(114);
        for (String line : lines) {
            String[] cells = line.split(",");
            GradeCode code = new GradeCode(cells[1]);
            GradeName found = names.find(cells[0]);
            if (cells[2].equals("exact")) {
                assertThat(found).as(line).isEqualTo(new GradeName.Exact(code));
            } else {
                assertThat(found).as(line).isInstanceOfSatisfying(GradeName.Confirm.class, confirm -> assertThat(confirm.code()).isEqualTo(code));
            }
        }
    }
}
