package org.jucai.platform.papers;

import java.time.Instant;
import java.util.List;

/**
 * What a paper says, in the reader's language.
 *
 * @param title in its first line
 * @param subtitle below the title: number and round
 * @param blocks in order
 * @param footer at the foot of each page, before the page's number: where the paper's content can be checked
 * @param at when it was drawn up; the file carries no other time
 */
public record Paper(String title, String subtitle, List<Block> blocks, String footer, Instant at) {

    /** A part of a paper. */
    public sealed interface Block {}

    /** A heading of a section. */
    public record Heading(String text) implements Block {}

    /** A paragraph of running text. */
    public record Paragraph(String text) implements Block {}

    /** Named facts, one in a line: what it is, what is so. */
    public record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** One fact. */
    public record Fact(String name, String value) {}

    /** A table whose head is repeated on each page. */
    public record Table(List<Column> columns, List<List<String>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            int width = columns.size();
            if (width == 0 || rows.stream().anyMatch(row -> row.size() != width)) throw new IllegalArgumentException("each row has a cell for each column");
        }
    }

    /**
     * A column.
     *
     * @param figures whether its cells are figures, set to the right
     */
    public record Column(String title, boolean figures) {}

    /** Lines on which people sign, each for one role. */
    public record Signatures(List<String> roles) implements Block {
        public Signatures {
            roles = List.copyOf(roles);
        }
    }

    /**
     * A QR code, and beside it what it is for.
     *
     * @param content what a camera reads of it
     */
    public record Code(String content, String caption) implements Block {}

    public Paper {
        blocks = List.copyOf(blocks);
    }
}
