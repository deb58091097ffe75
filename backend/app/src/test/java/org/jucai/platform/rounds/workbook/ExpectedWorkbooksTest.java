package org.jucai.platform.rounds.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published workbooks come out exactly as their expected outcomes say, row by row. */
class ExpectedWorkbooksTest {

    @BeforeEach
    void sharedDataAreAtHand() {
        assumeTrue(SharedData.folder() != null, "the folder shared/data/workbooks is not beside the repository");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demand-2026-03", "demand-2026-03-messy"})
    void everyRowComesOutAsPublished(String name) throws IOException {
        Preview preview = DemandWorkbook.read(SharedData.file(name + ".xlsx"), SharedData.march(), Progress.SILENT);

        assertThat(ExpectedRows.differences(preview, SharedData.file(name + ".expected.json"))).isEmpty();
    }

    @Test
    void theComparisonItselfSeesAWrongRow() throws IOException {
        Preview clean = DemandWorkbook.read(SharedData.file("demand-2026-03.xlsx"), SharedData.march(), Progress.SILENT);

        assertThat(ExpectedRows.differences(clean, SharedData.file("demand-2026-03-messy.expected.json"))).hasSizeGreaterThan(100);
    }

    @Test
    void theSameFileTwiceGivesTheSamePreview() throws IOException {
        Setting setting = SharedData.march();
        Preview first = DemandWorkbook.read(SharedData.file("demand-2026-03-messy.xlsx"), setting, Progress.SILENT);
        try (var stream = Files.newInputStream(SharedData.file("demand-2026-03-messy.xlsx"))) {
            assertThat(DemandWorkbook.read(stream, setting, Progress.SILENT)).isEqualTo(first);
        }
    }

    @Test
    void aPeriodThatIsOverIsSaidOnceAndChangesNoRow() throws IOException {
        Setting later = Setting.of(SharedData.register(), SharedData.MARCH, LocalDate.of(2026, 11, 22));

        Preview preview = DemandWorkbook.read(SharedData.file("demand-2026-03-messy.xlsx"), later, Progress.SILENT);

        assertThat(preview.periodIsPast()).isTrue();
        assertThat(ExpectedRows.differences(preview, SharedData.file("demand-2026-03-messy.expected.json"))).isEmpty();
    }

    @Test
    void nothingOfAHiddenColumnIsEvenHeld() throws IOException {
        Preview preview = DemandWorkbook.read(SharedData.file("demand-2026-03-messy.xlsx"), SharedData.march(), Progress.SILENT);

        assertThat(preview.sheets().getFirst().columns()).noneMatch(column -> column.letters().equals("G"));
        assertThat(preview.toString()).doesNotContain("去年成交价");
    }
}
