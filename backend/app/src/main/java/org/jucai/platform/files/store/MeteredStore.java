package org.jucai.platform.files.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.file.Path;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/** A store whose work is measured, and whose failures have the names that callers are told. */
final class MeteredStore implements ContentStore {

    private final ContentStore store;
    private final MeterRegistry meters;

    MeteredStore(ContentStore store, MeterRegistry meters) {
        this.store = store;
        this.meters = meters;
    }

    @Override
    public String name() {
        return store.name();
    }

    @Override
    public Mono<Void> put(ContentKey key, Path bytes) {
        return measured("put", store.put(key, bytes)).doOnSuccess(_ -> meters.counter("jucai.files.bytes", "store", name(), "way", "in").increment(key.bytes()));
    }

    @Override
    public Flux<DataBuffer> read(ContentKey key, long from, long length) {
        return Flux.defer(() -> {
            Timer.Sample sample = Timer.start(meters);
            return store.read(key, from, length).onErrorMap(Trouble::named).doFinally(end -> took(sample, "read", end));
        }).doOnComplete(() -> meters.counter("jucai.files.bytes", "store", name(), "way", "out").increment(length));
    }

    @Override
    public Mono<Boolean> holds(ContentKey key) {
        return measured("holds", store.holds(key));
    }

    @Override
    public Mono<Void> remove(ContentKey key) {
        return measured("remove", store.remove(key));
    }

    @Override
    public Mono<Void> isThere() {
        return measured("probe", store.isThere());
    }

    private <T> Mono<T> measured(String work, Mono<T> what) {
        return Mono.defer(() -> {
            Timer.Sample sample = Timer.start(meters);
            return what.onErrorMap(Trouble::named).doFinally(end -> took(sample, work, end));
        });
    }

    private void took(Timer.Sample sample, String work, SignalType end) {
        String outcome = end == SignalType.ON_ERROR ? "failed" : end == SignalType.CANCEL ? "left" : "done";
        sample.stop(Timer.builder("jucai.files.store").tag("store", name()).tag("work", work).tag("outcome", outcome).register(meters));
    }
}
