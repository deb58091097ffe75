package org.jucai.platform.award.runs;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.solving.Engine;

/** Between the thread that computes and the work that watches it: how far it is one way, stop the other way. */
final class Watch implements Engine.Watcher {

    private static final int SLOWER_AFTER = 20;

    private final AtomicReference<AwardRun.@Nullable Progress> progress = new AtomicReference<>();
    private volatile boolean stopped;
    private volatile boolean abandoned;
    private volatile int pass = 1;
    private AwardRun.@Nullable Progress told;
    private int looks;
    private int toldAt;

    Watch(boolean stopped) {
        this.stopped = stopped;
    }

    @Override
    public void progress(long bestMilliFen, double boundMilliFen, long work) {
        long bound = boundMilliFen <= -9.0e15 ? 0 : Math.min(bestMilliFen, (long) boundMilliFen);
        progress.set(new AwardRun.Progress(pass, bestMilliFen, bound, work));
    }

    @Override
    public boolean stop() {
        return stopped || abandoned;
    }

    /** Somebody said stop: what is found so far is kept. */
    void say() {
        stopped = true;
    }

    /** Whoever watches has gone, or another process is at it: nothing is kept. */
    void abandon() {
        abandoned = true;
    }

    void next() {
        pass++;
    }

    /** What is worth telling at this look: at most once a look, and the rarer the longer it takes. */
    Optional<AwardRun.Progress> news() {
        looks++;
        AwardRun.Progress now = progress.get();
        if (now == null || now.equals(told) || looks - toldAt < Math.max(1, looks / SLOWER_AFTER)) return Optional.empty();
        told = now;
        toldAt = looks;
        return Optional.of(now);
    }
}
