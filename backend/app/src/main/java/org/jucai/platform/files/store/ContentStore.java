package org.jucai.platform.files.store;

import java.nio.file.Path;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps bytes under what they hash to. */
public interface ContentStore {

    /** How it is called in settings, metrics and health. */
    String name();

    /** Completes when the bytes would survive a power cut; before that nothing stands at their place. Again changes nothing. */
    Mono<Void> put(ContentKey key, Path bytes);

    /** @param from first byte wanted, from 0; a store that lacks them fails before the first byte */
    Flux<DataBuffer> read(ContentKey key, long from, long length);

    /** Whether they are there, in their length. */
    Mono<Boolean> holds(ContentKey key);

    /** Completes also where nothing was there. */
    Mono<Void> remove(ContentKey key);

    /** Fails where bytes could not be kept now. */
    Mono<Void> isThere();
}
