package org.jucai.platform.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation may choose about its door.
 *
 * @param secondFactor whether operations so marked always need it, or only from who has set one up
 * @param demo whether operations of the demo world answer at all
 * @param accountAttempts failures after which an account waits
 * @param addressAttempts failures after which an address waits; higher, for an office shares one address
 * @param issuer the name an authenticator shows
 * @param sessionPatience how long a request waits for the store of sessions before it is asked to come again
 */
@ConfigurationProperties("jucai.security")
record SecurityProperties(
        @DefaultValue("REQUIRED") SecondFactor secondFactor,
        @DefaultValue("false") boolean demo,
        @DefaultValue("5") int accountAttempts,
        @DefaultValue("50") int addressAttempts,
        @DefaultValue("Jucai") String issuer,
        @DefaultValue("2s") Duration sessionPatience) {

    enum SecondFactor { REQUIRED, WHEN_ENROLLED }
}
