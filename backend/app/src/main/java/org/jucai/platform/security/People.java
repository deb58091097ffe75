package org.jucai.platform.security;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.membership.Credential;
import reactor.core.publisher.Mono;

/** What the edge asks of those who keep people. */
interface People {

    Mono<Credential> byAccount(String accountOrPhone);

    Mono<Credential> byId(UUID personId);

    /** Takes its time also where there is no such person, so that nobody learns by the clock who exists. */
    Mono<Boolean> isPassword(Optional<Credential> person, String password);

    Mono<Void> keepSecondFactor(UUID personId, String secret);

    /** Hands a code over to be sent to the phone; it is sent later. */
    Mono<Void> sendCode(String phone, String code, Duration life);
}
