package org.jucai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table in RESULTS.md. What was measured takes the place of the row with the same claim; other rows stay. */
final class Results {

    private static final Path FILE = Path.of("RESULTS.md");
    private static final String HEAD = "| claim | target | measured |\n|---|---|---|";

    private final Map<String, String> measured = new LinkedHashMap<>();

    void say(String claim, String target, String what) {
        measured.put(claim, "| %s | %s | %s |".formatted(claim, target, what));
        System.out.println(claim + ": " + what + " (target " + target + ")");
    }

    /** @param introduction what stands above the table from now on; empty to leave what is there */
    void write(String introduction) throws IOException {
        List<String> before = Files.exists(FILE) ? Files.readAllLines(FILE) : List.of();
        List<String> rows = before.stream().filter(line -> line.startsWith("| ") && !line.startsWith("| claim")).toList();
        String kept = String.join("\n", before.stream().takeWhile(line -> !line.startsWith("|")).toList());
        Map<String, String> table = new LinkedHashMap<>();
        rows.forEach(row -> table.put(row.substring(2, row.indexOf(" |")), row));
        table.putAll(measured);
        List<String> text = new ArrayList<>(List.of(introduction.isEmpty() ? kept : "# Measured\n\n" + introduction + "\n", HEAD));
        text.addAll(table.values());
        Files.writeString(FILE, String.join("\n", text) + "\n");
    }
}
