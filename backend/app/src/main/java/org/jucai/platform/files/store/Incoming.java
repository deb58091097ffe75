package org.jucai.platform.files.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jucai.platform.files.FileRefusal;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where bytes wait until all of them are there. What a process left when it died is swept. */
@Component
public class Incoming {

    private final StoreProperties properties;
    private final StoreThreads threads;
    private final Ids ids;
    private final Clock clock;

    Incoming(StoreProperties properties, StoreThreads threads, Ids ids, Clock clock) {
        this.properties = properties;
        this.threads = threads;
        this.ids = ids;
        this.clock = clock;
    }

    /** A place of its own for what is coming; refused where the disk has no room beyond its reserve. */
    public Mono<Path> open() {
        return threads.call(() -> {
            Path directory = Files.createDirectories(properties.incoming());
            if (Files.getFileStore(directory).getUsableSpace() < properties.reserve().toBytes()) throw new RefusedException(FileRefusal.FILE_STORE_FULL);
            return Files.createFile(directory.resolve(clock.millis() + "-" + ids.next()));
        }).onErrorMap(Trouble::named);
    }

    /** Writes as fast as the disk does, and asks for no more than that. */
    public Mono<Void> write(Path at, Flux<DataBuffer> content) {
        return DataBufferUtils.write(content, at).onErrorMap(Trouble::named);
    }

    public Mono<Void> discard(Path at) {
        return threads.run(() -> Files.deleteIfExists(at));
    }

    /** Deletes what came before this and is still here; tells how many. */
    public Mono<Long> sweep(Instant before) {
        return threads.call(() -> {
            if (!Files.isDirectory(properties.incoming())) return 0L;
            List<Path> left;
            try (Stream<Path> all = Files.list(properties.incoming())) {
                left = all.filter(one -> began(one) < before.toEpochMilli()).toList();
            }
            for (Path one : left) Files.deleteIfExists(one);
            return (long) left.size();
        });
    }

    /** When it was opened, by the clock that every process goes by; what is none of ours is left alone. */
    private static long began(Path one) {
        String name = one.getFileName().toString();
        return name.matches("[0-9]{1,15}-[0-9a-f-]{36}") ? Long.parseLong(name.substring(0, name.indexOf('-'))) : Long.MAX_VALUE;
    }
}
