package org.jucai.platform.bidding.envelope;

import java.util.Map;

/**
 * How an envelope looks from outside. Every envelope of a round has the same shape, whatever it offers for however many lots:
 * so neither its length nor its number of sections says anything.
 *
 * @param sections with the header, which is section 0; what is offered for fewer lots is filled up with sections that hold nothing
 * @param headerBytes length of the header's padded plaintext
 * @param sectionBytes length of every other section's padded plaintext
 */
public record Shape(int sections, int headerBytes, int sectionBytes) {

    private static final int FEWEST_SECTIONS = 8;
    private static final int MOST_SECTIONS = 2_048;
    private static final int SHORTEST_HEADER = 8_192;
    private static final int LONGEST_HEADER = 1 << 18;
    private static final int SHORTEST_SECTION = 4_096;
    private static final int LONGEST_SECTION = 1 << 14;
    private static final int HEADER_WITHOUT_LOTS = 4_096;
    private static final int HEADER_FOR_A_LOT = 72;
    /** What keys, names and punctuation of a section take in an envelope, at most. */
    private static final int AROUND_A_SECTION = 1_024;
    private static final int AROUND_THE_ENVELOPE = 4_096;

    public Shape {
        if (!isClass(sections, FEWEST_SECTIONS, MOST_SECTIONS) || !isClass(headerBytes, SHORTEST_HEADER, LONGEST_HEADER)
                || !isClass(sectionBytes, SHORTEST_SECTION, LONGEST_SECTION)) {
            throw new RefusedEnvelopeException(Fault.OTHER_SHAPE, "");
        }
    }

    /** The shape for a round of so many lots. */
    public static Shape of(int lots) {
        return new Shape(classFor(lots + 1, FEWEST_SECTIONS), classFor(HEADER_WITHOUT_LOTS + HEADER_FOR_A_LOT * lots, SHORTEST_HEADER), SHORTEST_SECTION);
    }

    private static int classFor(int needed, int least) {
        return Math.max(least, Integer.highestOneBit(Math.max(needed, 2) - 1) << 1);
    }

    private static boolean isClass(int value, int least, int most) {
        return value >= least && value <= most && Integer.bitCount(value) == 1;
    }

    /** Length of the padded plaintext of a section. */
    int bytesOf(int section) {
        return section == 0 ? headerBytes : sectionBytes;
    }

    /** More than any envelope of this shape has, however its JSON is spaced within reason. */
    public int mostBytes() {
        return AROUND_THE_ENVELOPE + (headerBytes + (sections - 1) * sectionBytes) / 3 * 4 + sections * AROUND_A_SECTION;
    }

    /** More than any envelope of any shape has. */
    static int mostBytesOfAny() {
        return new Shape(MOST_SECTIONS, LONGEST_HEADER, LONGEST_SECTION).mostBytes();
    }

    static int mostSections() {
        return MOST_SECTIONS;
    }

    static int fewestSections() {
        return FEWEST_SECTIONS;
    }

    Map<String, Object> tree() {
        return Map.of("sections", sections, "headerBytes", headerBytes, "sectionBytes", sectionBytes);
    }

    static Shape read(Members members) {
        Shape shape = new Shape((int) members.number("sections", FEWEST_SECTIONS, MOST_SECTIONS),
                (int) members.number("headerBytes", SHORTEST_HEADER, LONGEST_HEADER), (int) members.number("sectionBytes", SHORTEST_SECTION, LONGEST_SECTION));
        members.end();
        return shape;
    }
}
