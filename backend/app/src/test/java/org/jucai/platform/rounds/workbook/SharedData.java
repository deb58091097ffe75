package org.jucai.platform.rounds.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The demo workbooks beside the repository, and a register made of their lists. */
final class SharedData {

    static final DeliveryPeriod MARCH = new DeliveryPeriod(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 30));
    static final LocalDate TODAY = LocalDate.of(2026, 2, 20);

    private SharedData() {}

    /** The folder, or null where the shared data are not at hand. */
    static @Nullable Path folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path found = at.resolve("shared/data/workbooks");
            if (Files.isDirectory(found)) return found;
        }
        return null;
    }

    static Path file(String name) {
        Path folder = folder();
        if (folder == null) throw new IllegalStateException("no shared data above " + Path.of("").toAbsolutePath());
        return folder.resolve(name);
    }

    static Setting march() {
        return Setting.of(register(), MARCH, TODAY);
    }

    static Register register() {
        Map<String, GradeMatch> spellings = new HashMap<>();
        rows("grade-aliases.csv").forEach(r -> spellings.put(r[0], new GradeMatch(r[1], r[2].equals("exact"))));
        return new Register(enterprises(), rows("grades.csv").stream().map(r -> r[0]).toList(), spellings);
    }

    static List<Enterprise> enterprises() {
        return rows("enterprises.csv").stream()
                .map(r -> new Enterprise(r[0], r[1], r[2], List.of(new DeliveryPoint(r[7], r[8]))))
                .toList();
    }

    private static List<String[]> rows(String name) {
        try {
            return Files.readAllLines(file(name)).stream().skip(1).map(line -> line.replace("\uFEFF", "").split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
