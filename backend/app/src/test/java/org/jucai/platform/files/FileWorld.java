package org.jucai.platform.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;

/** Looks at what lies on the disk and in the tables, and lets the clock take away what nobody uses. */
@TestComponent
public class FileWorld {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final FileClock clock;
    private final Database database;
    private final Path directory;

    FileWorld(FileClock clock, Database database, @Value("${jucai.files.directory}") Path directory) {
        this.clock = clock;
        this.database = database;
        this.directory = directory;
    }

    /** How much the clock took away. */
    long collected() {
        return clock.tick().block(PATIENCE);
    }

    Path directory() {
        return directory;
    }

    /** All that lies on the disk, whole or not. */
    List<Path> onDisk() {
        return below(directory);
    }

    /** What the reader of forms left in its own place. */
    static List<Path> ofForms() {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(one -> one.getFileName().toString().startsWith("spring-multipart-")).flatMap(one -> below(one).stream()).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Path> below(Path place) {
        if (!Files.isDirectory(place)) return List.of();
        try (Stream<Path> all = Files.walk(place)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path kept(byte[] bytes) {
        String name = Photos.sha256(bytes);
        return onDisk().stream().filter(one -> one.getFileName().toString().equals(name)).findFirst().orElseThrow(() -> new AssertionError("not on the disk"));
    }

    long rows(String table) {
        return database.read(Scope.background(), tx -> tx.sql("select count(*) from " + table).mapValue(Long.class).one()).block(PATIENCE);
    }
}
