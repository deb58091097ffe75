package org.jucai.platform.papers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/** Writes a paper as an Office Open XML document (ISO/IEC 29500) on A4. */
final class WordPaper {

    /** What every Chinese office has; Word takes the first for Latin text and the second for Chinese. */
    private static final String LATIN = "Times New Roman";
    private static final String CHINESE = "宋体";
    private static final int TITLE_PT = 18;
    private static final int HEADING_PT = 13;
    private static final int TEXT_PT = 11;
    private static final int SMALL_PT = 9;
    private static final int QR_PT = 99;
    private static final int QR_PIXELS = 8;
    private static final int AFTER_TWIPS = 120;
    /** Twentieths of a point: 210 by 297 mm, margins of 25 mm. */
    private static final BigInteger A4_WIDE = BigInteger.valueOf(11_906);
    private static final BigInteger A4_HIGH = BigInteger.valueOf(16_838);
    private static final BigInteger MARGIN = BigInteger.valueOf(1_417);

    private final XWPFDocument document;

    private WordPaper(XWPFDocument document) {
        this.document = document;
    }

    static byte[] bytes(Paper paper) {
        try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            new WordPaper(document).write(paper);
            document.write(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void write(Paper paper) {
        page();
        document.getProperties().getCoreProperties().setTitle(paper.title());
        document.getProperties().getCoreProperties().setCreated(Optional.of(Date.from(paper.at())));
        document.getProperties().getCoreProperties().setCreator("Jucai");
        text(paragraph(ParagraphAlignment.CENTER), paper.title(), TITLE_PT).setBold(true);
        text(paragraph(ParagraphAlignment.CENTER), paper.subtitle(), TEXT_PT);
        paper.blocks().forEach(this::block);
        foot(paper.footer());
    }

    private void page() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(A4_WIDE);
        size.setH(A4_HIGH);
        CTPageMar margins = section.addNewPgMar();
        margins.setLeft(MARGIN);
        margins.setRight(MARGIN);
        margins.setTop(MARGIN);
        margins.setBottom(MARGIN);
    }

    private void block(Paper.Block block) {
        switch (block) {
            case Paper.Heading(var words) -> text(paragraph(ParagraphAlignment.LEFT), words, HEADING_PT).setBold(true);
            case Paper.Paragraph(var words) -> text(paragraph(ParagraphAlignment.BOTH), words, TEXT_PT);
            case Paper.Facts(var facts) -> facts.forEach(fact -> {
                XWPFParagraph line = paragraph(ParagraphAlignment.LEFT);
                text(line, fact.name() + "  ", TEXT_PT).setBold(true);
                text(line, fact.value(), TEXT_PT);
            });
            case Paper.Table table -> table(table);
            case Paper.Signatures(var roles) -> roles.forEach(role -> text(paragraph(ParagraphAlignment.LEFT), role + "  ____________________", TEXT_PT));
            case Paper.Code(var content, var caption) -> code(QrCode.of(content), caption);
        }
    }

    /** The words stand below it. */
    private void code(QrCode code, String caption) {
        try (ByteArrayInputStream picture = new ByteArrayInputStream(code.png(QR_PIXELS))) {
            paragraph(ParagraphAlignment.LEFT).createRun().addPicture(picture, PictureType.PNG, "qr.png", Units.toEMU(QR_PT), Units.toEMU(QR_PT));
        } catch (IOException | InvalidFormatException impossible) {
            throw new IllegalStateException(impossible);
        }
        text(paragraph(ParagraphAlignment.LEFT), caption, TEXT_PT);
    }

    private void table(Paper.Table table) {
        XWPFTable written = document.createTable(table.rows().size() + 1, table.columns().size());
        written.setWidth("100%");
        XWPFTableRow head = written.getRow(0);
        head.setRepeatHeader(true);
        for (int i = 0; i < table.columns().size(); i++) {
            cell(head.getCell(i), table.columns().get(i).title(), table.columns().get(i).figures()).setBold(true);
        }
        for (int i = 0; i < table.rows().size(); i++) row(written.getRow(i + 1), table.columns(), table.rows().get(i));
        paragraph(ParagraphAlignment.LEFT);
    }

    private static void row(XWPFTableRow written, List<Paper.Column> columns, List<String> cells) {
        written.setCantSplitRow(true);
        for (int i = 0; i < cells.size(); i++) cell(written.getCell(i), cells.get(i), columns.get(i).figures());
    }

    private static XWPFRun cell(XWPFTableCell cell, String words, boolean figures) {
        XWPFParagraph paragraph = cell.getParagraphs().getFirst();
        paragraph.setAlignment(figures ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
        return text(paragraph, words, SMALL_PT);
    }

    private void foot(String words) {
        XWPFParagraph foot = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        foot.setAlignment(ParagraphAlignment.CENTER);
        text(foot, words + "  ", SMALL_PT);
        foot.getCTP().addNewFldSimple().setInstr("PAGE");
    }

    private XWPFParagraph paragraph(ParagraphAlignment alignment) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(alignment);
        paragraph.setSpacingAfter(AFTER_TWIPS);
        return paragraph;
    }

    private static XWPFRun text(XWPFParagraph paragraph, String words, int points) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(LATIN, XWPFRun.FontCharRange.ascii);
        run.setFontFamily(LATIN, XWPFRun.FontCharRange.hAnsi);
        run.setFontFamily(CHINESE, XWPFRun.FontCharRange.eastAsia);
        run.setFontSize(points);
        run.setText(printable(words));
        return run;
    }

    /** XML 1.0 has no other control characters; what a person typed must not make a file that does not open. */
    private static String printable(String words) {
        return words.codePoints().filter(c -> c == '\t' || c >= 0x20 && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
