package org.jucai.platform.security;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Puts people in front of the door. */
@TestConfiguration(proxyBeanMethods = false)
public class TestPeople {

    @Bean
    @Primary
    public KnownPeople knownPeople() {
        return new KnownPeople();
    }
}
