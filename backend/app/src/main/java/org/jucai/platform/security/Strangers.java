package org.jucai.platform.security;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An installation that knows nobody yet: every sign-in is refused. */
@Component
class Strangers implements People {

    @Override
    public Mono<Credential> byAccount(String accountOrPhone) {
        return Mono.empty();
    }

    @Override
    public Mono<Credential> byId(UUID personId) {
        return Mono.empty();
    }

    @Override
    public Mono<Boolean> isPassword(Optional<Credential> person, String password) {
        return Mono.just(false);
    }

    @Override
    public Mono<Void> keepSecondFactor(UUID personId, String secret) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> text(String phone, String text) {
        return Mono.empty();
    }
}
