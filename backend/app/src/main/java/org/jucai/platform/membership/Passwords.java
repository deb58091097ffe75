package org.jucai.platform.membership;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import org.springframework.beans.factory.DisposableBean;

/**
 * Hashes and checks passwords with Argon2id (RFC 9106; 19 MiB, 2 passes, the least that OWASP names). One hash costs a
 * core for tens of milliseconds, so it runs on two threads of its own behind a bounded queue: a flood of sign-ins is
 * refused, the rest of the application goes on.
 */
@Component
public final class Passwords implements DisposableBean {

    private static final int THREADS = 2;
    private static final int WAITING = 200;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIB, PASSES);
    private final Scheduler bounded = Schedulers.newBoundedElastic(THREADS, WAITING, "passwords");
    private final Mono<String> nobodysHash = hash("nobody's password").cache();

    public Mono<String> hash(String password) {
        return Mono.fromCallable(() -> encode(password)).subscribeOn(bounded);
    }

    private String encode(String password) {
        String encoded = argon2.encode(password);
        if (encoded == null) throw new IllegalStateException("Argon2 gave no hash");
        return encoded;
    }

    /** An empty hash matches nothing, and takes as long to say so. */
    public Mono<Boolean> matches(String password, String hash) {
        if (hash.isEmpty()) return matchesNobody(password);
        return Mono.fromCallable(() -> argon2.matches(password, hash)).subscribeOn(bounded);
    }

    /** For an account that does not exist: false after the time that checking takes. */
    public Mono<Boolean> matchesNobody(String password) {
        return nobodysHash.flatMap(hash -> Mono.fromCallable(() -> argon2.matches(password, hash)).subscribeOn(bounded))
                .thenReturn(false);
    }

    @Override
    public void destroy() {
        bounded.dispose();
    }
}
