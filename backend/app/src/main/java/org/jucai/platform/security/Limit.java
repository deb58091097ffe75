package org.jucai.platform.security;

import java.time.Duration;

/**
 * How often something may fail before it waits: the wait doubles with each further failure.
 *
 * @param name what is counted; part of the key in Redis
 * @param failures failures after which the first wait begins
 * @param pause the first wait
 * @param longest the longest wait
 * @param memory how long a failure is remembered after the last one
 */
record Limit(String name, int failures, Duration pause, Duration longest, Duration memory) {

    static Limit account(int failures) {
        return new Limit("account", failures, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofHours(24));
    }

    static Limit address(int failures) {
        return new Limit("address", failures, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofHours(1));
    }

    static Limit secondFactor(int failures) {
        return new Limit("second-factor", failures, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofHours(24));
    }
}
