package org.jucai.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jucai.platform.files.store.Incoming;
import org.jucai.platform.files.store.StoreThreads;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

/** Takes bytes in as fast as the disk writes them and never all into memory: counted and hashed on the way, then looked at. What does not come whole leaves nothing. */
@Component
public class FileIntake {

    /** The largest file that is kept: ten megabytes. */
    public static final long MOST_BYTES = 10L << 20;

    private static final int MOST_ENTRIES = 10_000;

    private final Incoming incoming;
    private final StoreThreads threads;

    FileIntake(Incoming incoming, StoreThreads threads) {
        this.incoming = incoming;
        this.threads = threads;
    }

    /** Bytes that came in whole, in a place of their own that is gone when the work with them is. */
    public record Received(Path at, String sha256, long bytes, FileType type) {}

    /** Takes them in, hands them on, and clears up whatever became of it. */
    public <T> Mono<T> take(Flux<DataBuffer> content, Function<Received, Mono<T>> work) {
        return Mono.usingWhen(incoming.open(), at -> received(at, content).flatMap(work), incoming::discard);
    }

    private Mono<Received> received(Path at, Flux<DataBuffer> content) {
        return Mono.defer(() -> {
            Seen seen = new Seen(digest());
            return incoming.write(at, content.<DataBuffer>handle(seen::pass)).then(threads.call(() -> seen.whole(at)));
        });
    }

    /** What went past. */
    private static final class Seen {

        private final MessageDigest digest;
        private long bytes;

        Seen(MessageDigest digest) {
            this.digest = digest;
        }

        void pass(DataBuffer buffer, SynchronousSink<DataBuffer> on) {
            bytes += buffer.readableByteCount();
            if (bytes > MOST_BYTES) {
                DataBufferUtils.release(buffer);
                on.error(tooLarge());
                return;
            }
            try (DataBuffer.ByteBufferIterator parts = buffer.readableByteBuffers()) {
                for (ByteBuffer part : (Iterable<ByteBuffer>) () -> parts) digest.update(part);
            }
            on.next(buffer);
        }

        Received whole(Path at) throws IOException {
            if (bytes == 0) throw new RefusedException(FileRefusal.FILE_MISSING);
            return new Received(at, HexFormat.of().formatHex(digest.digest()), bytes, type(at));
        }
    }

    static RefusedException tooLarge() {
        return new RefusedException(FileRefusal.FILE_TOO_LARGE, Map.of("limit", MOST_BYTES >> 20));
    }

    private static FileType type(Path at) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(at)) {
            head = in.readNBytes(FileType.HEAD);
        }
        Optional<FileType> found = FileType.isArchive(head) ? FileType.ofEntries(entries(at)) : FileType.of(head);
        return found.orElseThrow(() -> new RefusedException(FileRefusal.FILE_TYPE_UNKNOWN));
    }

    /** Names only; nothing is unpacked. */
    private static Set<String> entries(Path at) throws IOException {
        try (ZipFile archive = new ZipFile(at.toFile())) {
            return archive.stream().limit(MOST_ENTRIES).map(ZipEntry::getName).collect(Collectors.toSet());
        } catch (ZipException | IllegalArgumentException damaged) {
            return Set.of();
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
