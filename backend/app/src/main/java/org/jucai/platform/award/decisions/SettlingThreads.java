package org.jucai.platform.award.decisions;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Threads for settling awards and writing documents, away from the event loops and from those that solve for minutes; bounded. */
@Configuration(proxyBeanMethods = false)
class SettlingThreads {

    private static final int AT_ONCE = 2;
    private static final int MOST_WAITING = 50;

    @Bean(destroyMethod = "dispose")
    Scheduler settlers() {
        return Schedulers.newBoundedElastic(AT_ONCE, MOST_WAITING, "settling");
    }
}
