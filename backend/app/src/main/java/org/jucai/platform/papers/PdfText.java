package org.jucai.platform.papers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Text in one font: how wide it is, and where it breaks into lines. */
final class PdfText {

    private static final float UNITS = 1_000;
    /** 避头: what no line begins with. */
    private static final String NOT_FIRST = "，。、；：？！）》」』】”’％%),.;:?!…";
    private static final int ABSENT = '□';
    private static final int MOST_AT_ONCE = 100;
    private static final String HEAD = """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """;

    private final PDType0Font font;
    /** Which character each glyph stands for in this paper. */
    private final SortedMap<Integer, Integer> set = new TreeMap<>();

    PdfText(PDType0Font font) {
        this.font = font;
    }

    PDType0Font font() {
        return font;
    }

    /**
     * What the glyphs mean (ISO 32000, 9.10.3). The font shares glyphs between characters and their radicals, 一 and ⼀, and the library names the
     * first of those; a search for 人民币 would find nothing. So it is said anew, of the characters that stand in the paper.
     */
    byte[] meaning() {
        StringBuilder map = new StringBuilder(HEAD);
        List<Integer> codes = List.copyOf(set.keySet());
        for (int from = 0; from < codes.size(); from += MOST_AT_ONCE) {
            List<Integer> some = codes.subList(from, Math.min(from + MOST_AT_ONCE, codes.size()));
            map.append(some.size()).append(" beginbfchar\n");
            some.forEach(code -> map.append("<%04X> <%s>\n".formatted(code, HexFormat.of().withUpperCase().formatHex(Character.toString(set.getOrDefault(code, ABSENT)).getBytes(StandardCharsets.UTF_16BE)))));
            map.append("endbfchar\n");
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    float width(String text, float points) throws IOException {
        return font.getStringWidth(text) / UNITS * points;
    }

    /** What the font can set: controls are left out, a character that it lacks is a box, so that one strange letter spoils no paper. */
    String settable(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().filter(c -> c >= 0x20 && c != 0x7F).forEach(c -> kept.appendCodePoint(has(c) ? c : absent()));
        return kept.toString();
    }

    private int absent() {
        if (!has(ABSENT)) throw new IllegalStateException("the font has no box");
        return ABSENT;
    }

    private boolean has(int c) {
        try {
            byte[] code = font.encode(Character.toString(c));
            set.putIfAbsent(ByteBuffer.wrap(code).getShort() & 0xFFFF, c);
            return true;
        } catch (IllegalArgumentException | IOException absent) {
            return false;
        }
    }

    /** Lines no wider than this; a word of Latin letters or figures is kept together where it fits. */
    List<String> lines(String text, float points, float width) throws IOException {
        Open open = new Open(new ArrayList<>(), new StringBuilder());
        float filled = 0;
        for (String piece : pieces(settable(text))) {
            float wide = width(piece, points);
            boolean mayBegin = !(piece.length() == 1 && NOT_FIRST.contains(piece));
            if (filled + wide > width && !open.line.isEmpty() && mayBegin) {
                open.end();
                filled = 0;
                if (piece.isBlank()) continue;
            }
            if (wide > width) filled = letters(piece, points, width, open);
            else open.line.append(piece);
            filled += wide > width ? 0 : wide;
        }
        if (!open.line.isEmpty() || open.lines.isEmpty()) open.end();
        return open.lines;
    }

    private record Open(List<String> lines, StringBuilder line) {

        void end() {
            lines.add(line.toString().stripTrailing());
            line.setLength(0);
        }
    }

    /** A word longer than a line is broken where the line ends. */
    private float letters(String word, float points, float width, Open open) throws IOException {
        float filled = width(open.line.toString(), points);
        for (String letter : word.codePoints().mapToObj(Character::toString).toList()) {
            float wide = width(letter, points);
            if (filled + wide > width && !open.line.isEmpty()) {
                open.end();
                filled = 0;
            }
            open.line.append(letter);
            filled += wide;
        }
        return filled;
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int c : text.codePoints().toArray()) {
            boolean latin = c > ' ' && c < 0x250 && NOT_FIRST.indexOf(c) < 0 || (c == '.' || c == ',' || c == '%') && !word.isEmpty();
            if (latin) {
                word.appendCodePoint(c);
                continue;
            }
            if (!word.isEmpty()) pieces.add(word.toString());
            word.setLength(0);
            pieces.add(Character.toString(c));
        }
        if (!word.isEmpty()) pieces.add(word.toString());
        return pieces;
    }
}
