package org.jucai.platform.live;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The one thread on which listeners are kept and told. */
@Configuration(proxyBeanMethods = false)
class LiveThreads {

    @Bean(destroyMethod = "dispose")
    Scheduler liveThread() {
        return Schedulers.newSingle("live", true);
    }
}
