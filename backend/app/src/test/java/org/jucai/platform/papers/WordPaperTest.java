package org.jucai.platform.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;

class WordPaperTest {

    private static final Instant AT = Instant.parse("2026-03-01T06:00:00Z");

    private static Paper paper(Paper.Block... blocks) {
        return new Paper("中标候选人公示", "R-2026-0042", List.of(blocks), "sha256:abc", AT);
    }

    private static XWPFDocument read(Paper paper) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(WordPaper.bytes(paper)));
    }

    @Test
    void everythingThatAPaperSaysStandsInItInOrder() throws IOException {
        XWPFDocument read = read(paper(new Paper.Heading("一、结果"), new Paper.Paragraph("经评审"), new Paper.Facts(List.of(new Paper.Fact("编号", "L-1"))),
                new Paper.Signatures(List.of("监督人"))));
        assertThat(read.getParagraphs().stream().map(each -> each.getText().strip()))
                .containsExactly("中标候选人公示", "R-2026-0042", "一、结果", "经评审", "编号  L-1", "监督人  ____________________");
        assertThat(read.getFooterList().getFirst().getText()).contains("sha256:abc");
        assertThat(read.getProperties().getCoreProperties().getCreated()).isEqualTo(AT);
    }

    @Test
    void aTableHasItsHeadOnEachPageAndItsFiguresToTheRight() throws IOException {
        XWPFTable table = read(paper(new Paper.Table(List.of(new Paper.Column("供应商", false), new Paper.Column("吨", true)),
                List.of(List.of("甲", "320.000"), List.of("乙", "64.000"))))).getTables().getFirst();
        assertThat(table.getText()).isEqualTo("供应商\t吨\n甲\t320.000\n乙\t64.000\n");
        assertThat(table.getRow(0).isRepeatHeader()).isTrue();
        assertThat(table.getRow(1).getCell(1).getParagraphs().getFirst().getAlignment()).isEqualTo(ParagraphAlignment.RIGHT);
    }

    @Test
    void chineseIsSetInAFontThatHasIt() throws IOException {
        assertThat(read(paper()).getParagraphs().getFirst().getRuns().getFirst().getFontFamily(org.apache.poi.xwpf.usermodel.XWPFRun.FontCharRange.eastAsia)).isEqualTo("宋体");
    }

    @Test
    void whatNoDocumentMayHoldIsLeftOutAndTheRestIsKept() throws IOException {
        assertThat(read(paper(new Paper.Paragraph("a\u0000b\u000bc\uffff<d>&\ud83d\ude9a"))).getParagraphs().getLast().getText()).isEqualTo("abc<d>&\ud83d\ude9a");
    }

    @Test
    void aRowThatDoesNotFitItsColumnsIsRefusedBeforeAnythingIsWritten() {
        assertThatThrownBy(() -> new Paper.Table(List.of(new Paper.Column("吨", true)), List.of(List.of("1", "2")))).isInstanceOf(IllegalArgumentException.class);
    }
}
