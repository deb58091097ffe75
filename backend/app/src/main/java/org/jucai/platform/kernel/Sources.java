package org.jucai.platform.kernel;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The only place where time, chance and new ids come from. */
@Configuration(proxyBeanMethods = false)
class Sources {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    @ConditionalOnMissingBean
    Ids ids(Clock clock, SecureRandom random) {
        return () -> timeOrdered(clock.millis(), random.nextLong(), random.nextLong());
    }

    /** RFC 9562 section 5.7: 48 bits of Unix milliseconds, then version, variant and 74 random bits. */
    static UUID timeOrdered(long millis, long chanceHigh, long chanceLow) {
        long high = (millis << 16) | 0x7000L | (chanceHigh & 0x0FFFL);
        long low = (chanceLow & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
