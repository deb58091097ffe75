package org.jucai.platform.papers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Writes a paper as a PDF on A4, its font embedded, so that it reads and prints alike everywhere. */
final class PdfPaper {

    private static final String FONT = "/fonts/NotoSansSC-Regular.ttf";
    private static final float TITLE_PT = 18;
    private static final float HEADING_PT = 13;
    private static final float TEXT_PT = 10.5f;
    private static final float SIGN_GAP = 30;

    private final PdfPages pages;

    private PdfPaper(PdfPages pages) {
        this.pages = pages;
    }

    static byte[] bytes(Paper paper) {
        try (TrueTypeFont font = font(); PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PdfText text = new PdfText(PDType0Font.load(document, font, true));
            PdfPages pages = new PdfPages(document, text);
            new PdfPaper(pages).write(paper);
            pages.finish(paper.footer());
            described(document, paper);
            // The first writing cuts the font down to what is used and says what its glyphs mean; the second says it rightly.
            document.save(OutputStream.nullOutputStream());
            text.font().getCOSObject().setItem(COSName.TO_UNICODE, new PDStream(document, new ByteArrayInputStream(text.meaning()), COSName.FLATE_DECODE));
            document.save(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Without ligatures: a digest with ff in it must be read out of the paper again as it stands. */
    private static TrueTypeFont font() throws IOException {
        try (InputStream file = PdfPaper.class.getResourceAsStream(FONT)) {
            if (file == null) throw new IllegalStateException(FONT + " is missing");
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            font.setEnableGsub(false);
            return font;
        }
    }

    private static void described(PDDocument document, Paper paper) {
        PDDocumentInformation about = new PDDocumentInformation();
        about.setTitle(paper.title());
        about.setCreator("Jucai");
        about.setCreationDate(GregorianCalendar.from(paper.at().atZone(ZoneOffset.UTC)));
        document.setDocumentInformation(about);
    }

    private void write(Paper paper) throws IOException {
        pages.centred(paper.title(), TITLE_PT);
        pages.centred(paper.subtitle(), TEXT_PT);
        for (Paper.Block block : paper.blocks()) block(block);
    }

    private void block(Paper.Block block) throws IOException {
        switch (block) {
            case Paper.Heading(var words) -> pages.heading(words, HEADING_PT);
            case Paper.Paragraph(var words) -> pages.paragraph(words, TEXT_PT);
            case Paper.Facts(var facts) -> {
                for (Paper.Fact fact : facts) pages.paragraph(fact.name() + "：" + fact.value(), TEXT_PT);
            }
            case Paper.Table table -> new PdfTable(pages, table).write();
            case Paper.Signatures(var roles) -> signatures(roles);
            case Paper.Code(var content, var caption) -> pages.beside(QrCode.of(content), caption, TEXT_PT);
        }
    }

    private void signatures(List<String> roles) throws IOException {
        for (String role : roles) {
            pages.room(SIGN_GAP + TEXT_PT);
            pages.down(SIGN_GAP / 2);
            pages.paragraph(role + "  ____________________________", TEXT_PT);
        }
    }
}
