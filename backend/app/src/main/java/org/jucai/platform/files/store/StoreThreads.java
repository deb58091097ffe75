package org.jucai.platform.files.store;

import java.util.concurrent.Callable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Threads that wait for a disk, of which there are few: an event loop never does. */
@Component
public class StoreThreads implements DisposableBean {

    private static final int AT_ONCE = 4;
    private static final int MOST_WAITING = 500;

    private final Scheduler threads = Schedulers.newBoundedElastic(AT_ONCE, MOST_WAITING, "files");

    /** Runs it there. */
    public <T> Mono<T> call(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(threads);
    }

    /** A step without an answer. */
    Mono<Void> run(Step step) {
        return Mono.<Void>fromCallable(() -> {
            step.run();
            return null;
        }).subscribeOn(threads);
    }

    /** May fail as files do. */
    @FunctionalInterface
    interface Step {
        void run() throws Exception;
    }

    @Override
    public void destroy() {
        threads.dispose();
    }
}
