package org.jucai.platform.bidding.envelopes;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Threads for reading envelopes, away from the event loops; bounded, for each that waits is held in memory. */
@Configuration(proxyBeanMethods = false)
class EnvelopeThreads {

    private static final int AT_ONCE = 2;
    private static final int MOST_WAITING = 100;

    @Bean(destroyMethod = "dispose")
    Scheduler envelopes() {
        return Schedulers.newBoundedElastic(AT_ONCE, MOST_WAITING, "envelope");
    }
}
