package org.jucai.platform.membership.spi;

import reactor.core.publisher.Mono;

/**
 * Sends one text message to one phone. Where an installation has none, messages stay in the outbox. A failure leaves the
 * message in the outbox and it is tried again, so a phone may receive it twice.
 */
public interface SmsGate {

    Mono<Void> send(String phone, String text);
}
