package org.jucai.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory that holds everything worth keeping, and the lock that says who uses it. The operating system drops the lock
 * when its holder dies, however it dies: so with the lock in hand, a server that still runs here is an orphan of ours.
 */
final class DataDirectory {

    private static final String LOCK = "lock";
    /** All that we ever put here; a directory with anything else is never emptied. */
    private static final Set<String> OURS =
            Set.of(LOCK, Notebook.FILE, Notebook.FILE + ".new", "postgres", "redis", "files", "bin", "postgres.log", "redis.log");
    /** Unpacked server programs survive a reset: they hold no data and take seconds to unpack. */
    private static final Set<String> KEPT_ON_RESET = Set.of(LOCK, "bin");

    private static final long LOG_TOO_LONG_BYTES = 8L << 20;

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDirectory(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    static DataDirectory take(Path wanted) {
        try {
            Files.createDirectories(wanted);
            Path root = wanted.toRealPath();
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            FileChannel channel = FileChannel.open(
                    root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                String holder = Files.readString(root.resolve(LOCK)).strip();
                channel.close();
                throw new LocalTrouble("data.in.use", root, holder);
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DataDirectory(root, channel, lock);
        } catch (IOException e) {
            throw new LocalTrouble("data.unwritable", wanted);
        }
    }

    Path root() {
        return root;
    }

    Path resolve(String name) {
        return root.resolve(name);
    }

    /** A server's log; it starts afresh when it has grown, for nobody else would ever shorten it. */
    Path freshLog(String name) {
        Path log = root.resolve(name);
        try {
            if (Files.exists(log) && Files.size(log) > LOG_TOO_LONG_BYTES) {
                Files.delete(log);
            }
            return log;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empties the directory, unless it holds something we did not put there. */
    void reset() {
        try (Stream<Path> found = Files.list(root)) {
            var entries = found.toList();
            if (entries.stream().anyMatch(entry -> !OURS.contains(entry.getFileName().toString()))) {
                throw new LocalTrouble("data.not.ours", root);
            }
            for (Path entry : entries) {
                if (!KEPT_ON_RESET.contains(entry.getFileName().toString())) {
                    delete(entry);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void release() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
