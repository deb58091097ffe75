package org.jucai.platform.papers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A table whose head stands on each page; figures have the width they need, words share the rest in proportion. */
final class PdfTable {

    private static final float POINTS = 8.5f;
    private static final float LEADING = 1.4f;
    private static final float PAD = 3;
    /** Widths are added up in another order than lines are broken by: a hair more keeps what just fits whole. */
    private static final float HAIR = 0.1f;
    private static final float LEAST = 26;
    private static final float WIDEST = 150;
    private static final float LINE = 0.5f;
    private static final float ASCENT = 0.95f;

    private final PdfPages pages;
    private final Paper.Table table;
    private final float[] widths;

    PdfTable(PdfPages pages, Paper.Table table) throws IOException {
        this.pages = pages;
        this.table = table;
        this.widths = widths();
    }

    /** Figures are never broken as long as there is room for all of them; running words share what they leave. */
    private float[] widths() throws IOException {
        float[] wanted = new float[table.columns().size()];
        for (int c = 0; c < wanted.length; c++) {
            wanted[c] = Math.max(LEAST, wide(table.columns().get(c).title()));
            for (List<String> row : table.rows()) wanted[c] = Math.max(wanted[c], wide(row.get(c)));
        }
        float figures = sum(wanted, true);
        float words = sum(wanted, false);
        float left = PdfPages.WIDTH - figures;
        boolean kept = words > 0 && left >= LEAST * (wanted.length - table.columns().stream().filter(Paper.Column::figures).count());
        for (int c = 0; c < wanted.length; c++) {
            if (!kept) wanted[c] *= PdfPages.WIDTH / (figures + words);
            else if (!table.columns().get(c).figures()) wanted[c] *= left / words;
        }
        return wanted;
    }

    private float sum(float[] wanted, boolean figures) {
        float sum = 0;
        for (int c = 0; c < wanted.length; c++) if (table.columns().get(c).figures() == figures) sum += wanted[c];
        return sum;
    }

    private float wide(String words) throws IOException {
        return Math.min(WIDEST, pages.text().width(pages.text().settable(words), POINTS) + 2 * PAD + HAIR);
    }

    void write() throws IOException {
        List<String> head = table.columns().stream().map(Paper.Column::title).toList();
        pages.room(height(head) * 2);
        row(head);
        for (List<String> row : table.rows()) {
            if (pages.room(height(row))) row(head);
            row(row);
        }
        pages.down(POINTS);
    }

    private float height(List<String> row) throws IOException {
        int most = 1;
        for (int c = 0; c < widths.length; c++) most = Math.max(most, lines(row, c).size());
        return most * POINTS * LEADING + 2 * PAD;
    }

    private List<String> lines(List<String> row, int column) throws IOException {
        return pages.text().lines(row.get(column), POINTS, widths[column] - 2 * PAD);
    }

    private void row(List<String> row) throws IOException {
        float height = height(row);
        float top = pages.y();
        float x = PdfPages.MARGIN;
        for (int c = 0; c < widths.length; c++) {
            cell(new ArrayList<>(lines(row, c)), x, c);
            pages.open().setLineWidth(LINE);
            pages.open().addRect(x, top - height, widths[c], height);
            pages.open().stroke();
            x += widths[c];
        }
        pages.down(height);
    }

    private void cell(List<String> lines, float x, int column) throws IOException {
        float base = pages.y() - PAD - POINTS * ASCENT;
        for (String line : lines) {
            float left = table.columns().get(column).figures() ? x + widths[column] - PAD - pages.text().width(line, POINTS) : x + PAD;
            pages.at(left, base, line, POINTS);
            base -= POINTS * LEADING;
        }
    }
}
