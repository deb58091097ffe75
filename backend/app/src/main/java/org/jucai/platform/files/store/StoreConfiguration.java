package org.jucai.platform.files.store;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.jucai.platform.kernel.Ids;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Which store it is, and whether it is there. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreProperties.class)
class StoreConfiguration {

    @Bean
    ContentStore contentStore(StoreProperties properties, StoreThreads threads, Ids ids, Clock clock, MeterRegistry meters) {
        ContentStore store = properties.isRemote() ? new S3Store(properties, new S3Requests(properties, clock), threads) : new DiskStore(properties, threads, ids);
        return new MeteredStore(store, meters);
    }

    /** Part of the health that operators see; not of readiness, for all but files works without it. */
    @Bean
    ReactiveHealthIndicator filesHealthIndicator(ContentStore store) {
        return () -> Mono.defer(store::isThere)
                .then(Mono.fromCallable(() -> Health.up().withDetail("store", store.name()).build()))
                .onErrorResume(failure -> Mono.just(Health.down().withDetail("store", store.name()).withDetail("why", String.valueOf(failure.getMessage())).build()));
    }
}
