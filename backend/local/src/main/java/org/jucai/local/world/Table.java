package org.jucai.local.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A table of the demo's own data: comma-separated, a header, no quotes. */
record Table(List<String> header, List<List<String>> rows) {

    static Table read(String name) {
        try (InputStream in = Objects.requireNonNull(Table.class.getResourceAsStream("/demo/" + name), name)) {
            List<List<String>> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .map(line -> List.of(line.split(",", -1))).toList();
            return new Table(lines.getFirst(), lines.subList(1, lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A row by the names of its columns. */
    record Row(List<String> header, List<String> cells) {

        String text(String column) {
            int at = header.indexOf(column);
            if (at < 0) throw new IllegalArgumentException("no column " + column);
            return cells.get(at);
        }

        boolean has(String column) {
            return header.contains(column);
        }

        long whole(String column) {
            return Long.parseLong(text(column));
        }

        /** A figure with one decimal, in thousandths: kilometres become metres. */
        int thousandths(String column) {
            return new java.math.BigDecimal(text(column)).movePointRight(3).intValueExact();
        }
    }

    List<Row> all() {
        List<Row> all = new ArrayList<>();
        for (List<String> cells : rows) all.add(new Row(header, cells));
        return all;
    }
}
