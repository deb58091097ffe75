package org.jucai.platform.award.bundles;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jucai.platform.award.runs.SolvedRun;
import tools.jackson.databind.json.JsonMapper;

/** A problem and its result in full (award-format.md): for whoever may see every offer. The same run gives the same bytes. */
final class FullBundle {

    /** 1980-01-01, the first moment that a ZIP file can name: it says nothing of when it was made. */
    private static final long NO_TIME = 315_532_800_000L;

    private static final JsonMapper READER = JsonMapper.builder().build();

    private FullBundle() {}

    /** Whose masses stand in it. */
    static Set<UUID> lines(SolvedRun run) {
        return READER.readTree(run.problem()).path("lots").valueStream().flatMap(lot -> lot.path("lines").valueStream())
                .map(line -> UUID.fromString(line.path("id").asString())).collect(Collectors.toSet());
    }

    /** Both in one document. */
    static byte[] json(SolvedRun run) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(run.problem().length + run.result().length + 100);
        out.writeBytes("{\"format\":\"jucai-award-bundle/1\",\"problem\":".getBytes(StandardCharsets.UTF_8));
        out.writeBytes(run.problem());
        out.writeBytes(",\"result\":".getBytes(StandardCharsets.UTF_8));
        out.writeBytes(run.result());
        out.write('}');
        return out.toByteArray();
    }

    /** Both as files. */
    static byte[] zip(SolvedRun run) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, "problem.json", run.problem());
            put(zip, "result.json", run.result());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(java.time.LocalDateTime.ofEpochSecond(NO_TIME / 1_000, 0, java.time.ZoneOffset.UTC));
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
