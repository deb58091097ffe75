package org.jucai.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Stops a server known by its process-id file. Only a program unpacked into this data directory is ever signalled. */
final class LeftServer {

    private static final Duration GENTLY = Duration.ofSeconds(20);
    private static final Duration BY_FORCE = Duration.ofSeconds(10);

    private LeftServer() {}

    /** Called with the lock in hand, before anything is started: whatever of ours still runs here lost its parent. */
    static void stopOrphan(DataDirectory data, String name, Path pidFile, String signal) {
        running(data, pidFile).ifPresent(process -> {
            end(process, signal);
            Words.say("orphan.stopped", name, Long.toString(process.pid()));
        });
        try {
            // A number that outlived a reboot may by now belong to a stranger; the servers would take him for themselves.
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void stop(DataDirectory data, Path pidFile, String signal) {
        running(data, pidFile).ifPresent(process -> end(process, signal));
    }

    private static Optional<ProcessHandle> running(DataDirectory data, Path pidFile) {
        if (!Files.isReadable(pidFile)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("[1-9][0-9]{0,9}"))
                    .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info().command()
                            .map(command -> Path.of(command).startsWith(data.resolve("bin")))
                            .orElse(false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(ProcessHandle process, String signal) {
        try {
            new ProcessBuilder(List.of("sh", "-c", "kill -" + signal + " " + process.pid())).start().waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!Patience.until(GENTLY, () -> !process.isAlive())) {
            process.destroyForcibly();
            Patience.until(BY_FORCE, () -> !process.isAlive());
        }
    }
}
