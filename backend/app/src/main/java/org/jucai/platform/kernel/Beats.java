package org.jucai.platform.kernel;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps everything beating from the start of the application to its end; a beat that finds the one before still at work is left out.
 * An instance that only answers requests, while others keep the deadlines, names what it leaves to them in {@code jucai.beats.left-out}.
 */
@Component
class Beats implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Beats.class);

    private final List<Beating> all;
    private final Disposable.Swap running = Disposables.swap();

    Beats(List<Beating> all, @Value("${jucai.beats.left-out:}") Set<String> leftOut) {
        Set<String> known = all.stream().map(Beats::name).collect(Collectors.toSet());
        List<String> unknown = leftOut.stream().filter(name -> !known.contains(name)).toList();
        if (!unknown.isEmpty()) throw new IllegalArgumentException("jucai.beats.left-out names what does not beat: " + unknown + "; what beats: " + new TreeSet<>(known));
        this.all = all.stream().filter(one -> !leftOut.contains(name(one))).toList();
    }

    private static String name(Beating one) {
        return one.getClass().getSimpleName();
    }

    @Override
    public void start() {
        running.update(Flux.merge(all.stream().map(Beats::forEver).toList())
                .subscribe(nothing -> {}, failure -> LOG.error("nothing beats any more", failure)));
    }

    private static Flux<Void> forEver(Beating one) {
        return Flux.interval(one.every()).onBackpressureDrop().concatMap(beat -> Mono.defer(one::beat).onErrorResume(failure -> {
            LOG.warn("{} failed, trying again: {}", name(one), failure.toString());
            return Mono.empty();
        }), 1);
    }

    @Override
    public void stop() {
        running.update(Disposables.disposed());
    }

    @Override
    public boolean isRunning() {
        Disposable now = running.get();
        return now != null && !now.isDisposed();
    }
}
