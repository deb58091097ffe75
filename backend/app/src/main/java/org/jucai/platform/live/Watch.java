package org.jucai.platform.live;

import java.util.Optional;
import org.jucai.platform.journal.Position;
import org.jucai.platform.security.Presence;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.util.concurrent.Queues;

/** One client's place among the listeners: a bounded queue of shared bytes. Told by one thread only. */
final class Watch {

    static final int ROOM = 128;

    private final Listener listener;
    private final Optional<Presence> presence;
    private final Position since;
    private final Sinks.Many<byte[]> queue = Sinks.many().unicast().onBackpressureBuffer(Queues.<byte[]>get(ROOM).get());
    private final Sinks.Empty<Void> end = Sinks.empty();

    /** @param since everything after this position comes by {@link #told()} */
    Watch(Listener listener, Optional<Presence> presence, Position since) {
        this.listener = listener;
        this.presence = presence;
        this.since = since;
    }

    Listener listener() {
        return listener;
    }

    Optional<Presence> presence() {
        return presence;
    }

    Position since() {
        return since;
    }

    Flux<byte[]> told() {
        return queue.asFlux();
    }

    /** Completes when the stream is to end; an error where the client was too slow. */
    Sinks.Empty<Void> end() {
        return end;
    }

    /**
     * False where the client has not read what it was told before: then it is cut off. Full is full, also while what was
     * missed is still being told and nobody reads the queue yet.
     */
    boolean tell(byte[] bytes) {
        boolean told = queue.tryEmitNext(bytes) == Sinks.EmitResult.OK;
        if (!told) end.tryEmitError(new SlowReaderException());
        return told;
    }
}
