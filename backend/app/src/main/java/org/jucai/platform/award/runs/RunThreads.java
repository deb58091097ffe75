package org.jucai.platform.award.runs;

import java.time.Duration;
import org.jucai.platform.award.solving.ColumnEngine;
import org.jucai.platform.award.solving.Engine;
import org.jucai.platform.kernel.Beating;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Threads of awards, bounded and away from the event loops: some for what a request waits for, others for computing, which takes minutes. */
@Configuration(proxyBeanMethods = false)
class RunThreads {

    private static final int AT_ONCE = 2;
    private static final int MOST_WAITING = 50;
    private static final Duration LOOKS_EVERY = Duration.ofMillis(500);

    @Bean(destroyMethod = "dispose")
    Scheduler awardThreads() {
        return Schedulers.newBoundedElastic(AT_ONCE, MOST_WAITING, "award");
    }

    @Bean(destroyMethod = "dispose")
    Scheduler awardSolvers() {
        return Schedulers.newBoundedElastic(AT_ONCE, MOST_WAITING, "award-solver");
    }

    /** Whatever it answers is checked by a checker that shares no code with it. */
    @Bean
    Engine awardEngine() {
        return new ColumnEngine();
    }

    /** Two computations at once in a process, so that a long one holds up no short one. */
    @Bean
    Beating firstSolvingLane(RunWorker worker) {
        return new Lane(worker);
    }

    @Bean
    Beating secondSolvingLane(RunWorker worker) {
        return new Lane(worker);
    }

    /** One computation after the other while any waits. */
    private record Lane(RunWorker worker) implements Beating {

        @Override
        public Duration every() {
            return LOOKS_EVERY;
        }

        @Override
        public Mono<Void> beat() {
            return worker.next().expand(_ -> worker.next()).then();
        }
    }
}
