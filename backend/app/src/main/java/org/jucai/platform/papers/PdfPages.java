package org.jucai.platform.papers;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.jspecify.annotations.Nullable;

/** Pages that are filled from top to bottom. */
final class PdfPages {

    /** 25 mm. */
    static final float MARGIN = 70.87f;
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float SMALL_PT = 8;
    private static final float LEADING = 1.6f;
    private static final float FOOT = MARGIN / 2;
    private static final float ASCENT = 0.88f;
    private static final float BOLD_STROKE = 0.03f;
    /** 35 mm, which a telephone reads at arm's length. */
    private static final float QR_SIDE = 99.2f;

    private final PDDocument document;
    private final PdfText text;
    private @Nullable PDPageContentStream page;
    private float y;

    PdfPages(PDDocument document, PdfText text) {
        this.document = document;
        this.text = text;
    }

    PdfText text() {
        return text;
    }

    float y() {
        return y;
    }

    PDPageContentStream open() throws IOException {
        if (page == null) begin();
        PDPageContentStream current = page;
        if (current == null) throw new IllegalStateException("a page was begun");
        return current;
    }

    private void begin() throws IOException {
        PDPage next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        page = new PDPageContentStream(document, next);
        y = PDRectangle.A4.getHeight() - MARGIN;
    }

    /** Begins the next page where less than this is left; tells whether it did. */
    boolean room(float height) throws IOException {
        open();
        if (y - height >= MARGIN) return false;
        close();
        begin();
        return true;
    }

    private void close() throws IOException {
        if (page != null) page.close();
        page = null;
    }

    void down(float by) {
        y -= by;
    }

    void centred(String words, float points) throws IOException {
        for (String line : text.lines(words, points, WIDTH)) {
            room(points * LEADING);
            at(MARGIN + (WIDTH - text.width(line, points)) / 2, y - points * ASCENT, line, points);
            down(points * LEADING);
        }
        down(points / 2);
    }

    /** Stands with at least a line of what follows, and bolder: the font has one weight, so its outline is drawn. */
    void heading(String words, float points) throws IOException {
        room(points * LEADING * 3);
        down(points / 2);
        open().setLineWidth(points * BOLD_STROKE);
        open().setRenderingMode(RenderingMode.FILL_STROKE);
        paragraph(words, points);
        open().setRenderingMode(RenderingMode.FILL);
    }

    void paragraph(String words, float points) throws IOException {
        for (String line : text.lines(words, points, WIDTH)) {
            room(points * LEADING);
            at(MARGIN, y - points * ASCENT, line, points);
            down(points * LEADING);
        }
        down(points / 3);
    }

    void at(float x, float base, String words, float points) throws IOException {
        PDPageContentStream on = open();
        on.beginText();
        on.setFont(text.font(), points);
        on.newLineAtOffset(x, base);
        on.showText(words);
        on.endText();
    }

    /** The code at the left, its words to its right. */
    void beside(QrCode code, String words, float points) throws IOException {
        room(QR_SIDE + points);
        float square = QR_SIDE / code.side();
        PDPageContentStream on = open();
        for (QrCode.Run run : code.runs()) on.addRect(MARGIN + run.x() * square, y - (run.y() + 1) * square, run.length() * square, square);
        on.fill();
        float base = y - points * ASCENT - QrCode.MARGIN * square;
        for (String line : text.lines(words, points, WIDTH - QR_SIDE - points)) {
            at(MARGIN + QR_SIDE + points, base, line, points);
            base -= points * LEADING;
        }
        down(QR_SIDE + points);
    }

    /** The foot of each page, with its number and how many there are. */
    void finish(String footer) throws IOException {
        close();
        int all = document.getNumberOfPages();
        for (int i = 0; i < all; i++) {
            try (PDPageContentStream foot = new PDPageContentStream(document, document.getPage(i), PDPageContentStream.AppendMode.APPEND, true, true)) {
                List<String> lines = text.lines(footer + "  " + (i + 1) + " / " + all, SMALL_PT, WIDTH);
                for (int l = 0; l < lines.size(); l++) foot(foot, lines.get(l), FOOT - l * SMALL_PT * LEADING);
            }
        }
    }

    private void foot(PDPageContentStream on, String line, float base) throws IOException {
        on.beginText();
        on.setFont(text.font(), SMALL_PT);
        on.newLineAtOffset(MARGIN + (WIDTH - text.width(line, SMALL_PT)) / 2, base);
        on.showText(line);
        on.endText();
    }
}
