package org.jucai.platform.files.store;

import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jucai.platform.files.FileRefusal;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A directory on a disk that all processes share. Bytes are flushed before they get their name, and the name before anybody is told. */
final class DiskStore implements ContentStore {

    private static final int CHUNK = 64 << 10;

    private final StoreProperties properties;
    private final StoreThreads threads;
    private final Ids ids;

    DiskStore(StoreProperties properties, StoreThreads threads, Ids ids) {
        this.properties = properties;
        this.threads = threads;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "disk";
    }

    private Path at(ContentKey key) {
        return properties.kept().resolve(key.place());
    }

    private Path folder(ContentKey key) {
        return properties.kept().resolve(key.folder());
    }

    @Override
    public Mono<Void> put(ContentKey key, Path bytes) {
        return threads.run(() -> {
            Path place = at(key);
            if (isWhole(place, key)) return;
            flush(bytes, StandardOpenOption.WRITE);
            directories(folder(key));
            Files.move(bytes, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            flush(folder(key), StandardOpenOption.READ);
        });
    }

    /** Makes what is missing, and flushes each directory that has a new one in it. */
    private static void directories(Path wanted) throws IOException {
        if (Files.isDirectory(wanted)) return;
        Path above = wanted.toAbsolutePath().getParent();
        if (above != null) directories(above);
        Files.createDirectories(wanted);
        if (above != null) flush(above, StandardOpenOption.READ);
    }

    private static void flush(Path at, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(at, how)) {
            channel.force(true);
        }
    }

    private static boolean isWhole(Path place, ContentKey key) throws IOException {
        return Files.isRegularFile(place) && Files.size(place) == key.bytes();
    }

    @Override
    public Flux<DataBuffer> read(ContentKey key, long from, long length) {
        return threads.call(() -> {
            if (!isWhole(at(key), key)) throw new NoSuchFileException(key.place(), null, "missing, or not in its length");
            return AsynchronousFileChannel.open(at(key), StandardOpenOption.READ);
        }).flatMapMany(channel -> DataBufferUtils.takeUntilByteCount(
                DataBufferUtils.readAsynchronousFileChannel(() -> channel, from, DefaultDataBufferFactory.sharedInstance, CHUNK), length));
    }

    @Override
    public Mono<Boolean> holds(ContentKey key) {
        return threads.call(() -> isWhole(at(key), key));
    }

    @Override
    public Mono<Void> remove(ContentKey key) {
        return threads.run(() -> {
            if (Files.deleteIfExists(at(key))) flush(folder(key), StandardOpenOption.READ);
        });
    }

    /** Writes something, flushes it and takes it away. */
    @Override
    public Mono<Void> isThere() {
        return threads.run(() -> {
            Path directory = Files.createDirectories(properties.incoming());
            if (Files.getFileStore(directory).getUsableSpace() < properties.reserve().toBytes()) throw new RefusedException(FileRefusal.FILE_STORE_FULL);
            Path probe = Files.write(directory.resolve("probe-" + ids.next()), new byte[] {1}, StandardOpenOption.CREATE_NEW);
            try {
                flush(probe, StandardOpenOption.WRITE);
            } finally {
                Files.deleteIfExists(probe);
            }
        });
    }
}
