package org.jucai.platform.kernel;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.resources.LoopResources;

/**
 * As many event loops as there are cores, shared by HTTP and the database. Loops of their own for each, four at least,
 * as would be made otherwise, cost a third more processor time for each demand line on two cores (see docs/notes/bench.md).
 */
@Configuration(proxyBeanMethods = false)
class EventLoops {

    @Bean(destroyMethod = "dispose")
    LoopResources loops(Environment environment) {
        int cores = Math.max(2, Runtime.getRuntime().availableProcessors());
        return LoopResources.create("jucai", environment.getProperty("jucai.event-loops", Integer.class, cores), true);
    }

    @Bean
    ReactorResourceFactory reactorResourceFactory(LoopResources loops) {
        ReactorResourceFactory resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        resources.setLoopResources(loops);
        return resources;
    }
}
