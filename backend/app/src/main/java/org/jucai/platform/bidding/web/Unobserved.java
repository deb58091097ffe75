package org.jucai.platform.bidding.web;

import io.micrometer.observation.ObservationPredicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;

/** Requests about envelopes are in no metric and no trace: their number would tell how many offered. */
@Configuration(proxyBeanMethods = false)
class Unobserved {

    private static final String ENVELOPES = "/bid-envelope";

    @Bean
    ObservationPredicate envelopesAreNotCounted() {
        return (name, context) -> !(context instanceof ServerRequestObservationContext request)
                || request.getCarrier() == null || !request.getCarrier().getURI().getRawPath().contains(ENVELOPES);
    }
}
