package org.jucai.platform.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

class PdfPaperTest {

    private static final Instant AT = Instant.parse("2026-03-01T06:00:00Z");

    private static byte[] written(Paper.Block... blocks) {
        return PdfPaper.bytes(new Paper("矿产品供货合同", "HT-2027-0003-S001", List.of(blocks), "SHA-256 abc", AT));
    }

    private static String words(byte[] pdf) throws IOException {
        try (PDDocument read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read);
        }
    }

    @Test
    void whatThePaperSaysIsReadOutOfItAgainInOrder() throws IOException {
        String words = words(written(new Paper.Heading("一、标的"), new Paper.Paragraph("人民币壹佰零叁万圆整"), new Paper.Facts(List.of(new Paper.Fact("编号", "L-1"))),
                new Paper.Table(List.of(new Paper.Column("牌号", false), new Paper.Column("吨", true)), List.of(List.of("GL-85A", "320.000"))), new Paper.Signatures(List.of("卖方"))));
        assertThat(words.lines().map(String::strip)).containsSubsequence("矿产品供货合同", "HT-2027-0003-S001", "一、标的", "人民币壹佰零叁万圆整", "编号：L-1", "GL-85A 320.000");
        assertThat(words.replaceAll(" +", " ")).contains("SHA-256 abc 1 / 1");
    }

    @Test
    void itsFontIsInItAndOnlyAsMuchOfItAsIsNeeded() throws IOException {
        byte[] pdf = written(new Paper.Paragraph("耐火材料"));
        try (PDDocument read = Loader.loadPDF(pdf)) {
            for (var name : read.getPage(0).getResources().getFontNames()) {
                PDFont font = read.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).isTrue();
            }
            assertThat(read.getDocumentInformation().getTitle()).isEqualTo("矿产品供货合同");
        }
        assertThat(pdf.length).isLessThan(200_000);
    }

    @Test
    void aFigureIsNeverBrokenHoweverLongTheWordsBesideItAre() throws IOException {
        List<Paper.Column> columns = new ArrayList<>();
        List<String> row = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            columns.add(new Paper.Column("收货地点" + i, false));
            row.add("新密市某某某耐火材料有限责任公司超化镇第一料场".repeat(2));
            columns.add(new Paper.Column("元" + i, true));
            row.add("1,160.0" + i);
        }
        String words = words(written(new Paper.Table(columns, List.of(row))));
        for (int i = 0; i < 5; i++) assertThat(words).contains("1,160.0" + i);
    }

    @Test
    void aLongTableHasItsHeadOnEachPageAndNothingLeavesThePaper() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 120; i++) rows.add(List.of("行" + i, "新密市某某某耐火材料有限责任公司超化镇第一料场".repeat(2), "1,234,567.89"));
        byte[] pdf = written(new Paper.Table(List.of(new Paper.Column("序号", false), new Paper.Column("收货地点", false), new Paper.Column("金额（元）", true)), rows),
                new Paper.Paragraph("A".repeat(300)));
        List<Float> ends = new ArrayList<>();
        try (PDDocument read = Loader.loadPDF(pdf)) {
            int pages = read.getNumberOfPages();
            assertThat(pages).isGreaterThan(2);
            for (int page = 1; page < pages; page++) {
                PDFTextStripper of = new PDFTextStripper();
                of.setStartPage(page);
                of.setEndPage(page);
                assertThat(of.getText(read)).contains("收货地点");
            }
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> places) {
                    places.forEach(place -> ends.add(place.getEndX()));
                }
            }.getText(read);
        }
        assertThat(ends).isNotEmpty().allMatch(x -> x <= PdfPages.MARGIN + PdfPages.WIDTH + 12);
        for (int i = 0; i < 120; i++) assertThat(words(pdf)).contains("行" + i);
    }

    @Test
    void aDigestIsReadOutAsItStandsAlsoWhereTwoLettersCouldBeDrawnAsOne() throws IOException {
        assertThat(words(written(new Paper.Paragraph("8f2fff4ffi7fl1 office")))).contains("8f2fff4ffi7fl1 office");
    }

    @Test
    void noLineBeginsWithAPauseAndAStrangeCharacterSpoilsNothing() throws IOException {
        String words = words(written(new Paper.Paragraph("买方应当自交货之日起三十日内向卖方支付全部货款，".repeat(20)), new Paper.Paragraph("a\u0000b\ud83d\ude9ac")));
        assertThat(words.lines().filter(line -> !line.isEmpty())).noneMatch(line -> "，。、".indexOf(line.charAt(0)) >= 0);
        assertThat(words).contains("ab□c");
    }
}
