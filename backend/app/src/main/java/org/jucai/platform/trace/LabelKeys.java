package org.jucai.platform.trace;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Seals labels with the newest key, and tells by any key that still counts whether a seal was made here. */
@Service
public class LabelKeys {

    private static final int SECRET_BYTES = 32;

    private final Database database;
    private final SqlLabelKeys shelf;
    private final SecureRandom chance;
    private final Clock clock;

    LabelKeys(Database database, SqlLabelKeys shelf, SecureRandom chance, Clock clock) {
        this.database = database;
        this.shelf = shelf;
        this.chance = chance;
        this.clock = clock;
    }

    /** A key without its secret. */
    public record Known(int number, Instant madeAt, Optional<Instant> withdrawnAt) {}

    /** The key that seals now; the first one is made when it is first needed, once. */
    Mono<SqlLabelKeys.Key> sealing() {
        return database.read(Scope.background(), shelf::newest).switchIfEmpty(Mono.defer(() -> database.write(Scope.background(),
                tx -> shelf.alone(tx).then(shelf.newest(tx)).switchIfEmpty(Mono.defer(() -> add(tx).then(shelf.newest(tx)))))));
    }

    private Mono<Void> add(Tx tx) {
        byte[] secret = new byte[SECRET_BYTES];
        chance.nextBytes(secret);
        return shelf.add(tx, secret, clock.instant());
    }

    /** Refused where it was not made here for this code, or its key was withdrawn. */
    Mono<Void> verify(TraceCode code, String written) {
        Optional<LabelSeal> seal = LabelSeal.read(written);
        if (seal.isEmpty()) return Mono.error(new RefusedException(TraceRefusal.LABEL_FORGED));
        return database.read(Scope.background(), tx -> shelf.find(tx, seal.get().key()))
                .filter(key -> seal.get().isRight(key.secret(), code))
                .switchIfEmpty(Mono.error(() -> new RefusedException(TraceRefusal.LABEL_FORGED)))
                .filter(key -> key.withdrawnAt().isEmpty())
                .switchIfEmpty(Mono.error(() -> new RefusedException(TraceRefusal.LABEL_OF_A_WITHDRAWN_KEY, Map.of("key", seal.get().key()))))
                .then();
    }

    /** Newest first; for who keeps the installation. */
    public Mono<List<Known>> all(Tx tx) {
        return shelf.all(tx);
    }

    /** From now on a new key seals; labels of the others still count. */
    public Mono<List<Known>> renew(Tx tx) {
        return shelf.alone(tx).then(add(tx)).then(shelf.all(tx));
    }

    /** What this key sealed counts no more: it became known to somebody. Never the one that seals. */
    public Mono<List<Known>> withdraw(Tx tx, int number) {
        return shelf.alone(tx).then(shelf.all(tx)).flatMap(keys -> {
            if (keys.stream().noneMatch(key -> key.number() == number)) return Mono.error(new RefusedException(CommonRefusal.NOT_FOUND));
            boolean seals = keys.stream().filter(key -> key.withdrawnAt().isEmpty()).findFirst().filter(key -> key.number() == number).isPresent();
            return seals ? Mono.error(new RefusedException(TraceRefusal.LABEL_KEY_IN_USE)) : shelf.withdraw(tx, number, clock.instant()).then(shelf.all(tx));
        });
    }
}
