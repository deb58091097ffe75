package org.jucai.platform.rounds.lots;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Threads for heavy arithmetic, bounded, away from the event loops. */
@Configuration(proxyBeanMethods = false)
class SolverThreads {

    @Bean(destroyMethod = "dispose")
    Scheduler solver() {
        return Schedulers.newBoundedElastic(2, 100, "solver");
    }
}
