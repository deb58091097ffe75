package org.jucai.platform.contracts.deliveries;

import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A part of a transaction that may be refused by itself: what it wrote is undone, and the rest goes on. */
@Component
class SqlSavepoint {

    /** What {@code work} gives; where it is refused, nothing of it stays and the refusal goes on. */
    <T> Mono<T> alone(Tx tx, Mono<T> work) {
        return run(tx, "savepoint one_row").then(work)
                .flatMap(done -> run(tx, "release savepoint one_row").thenReturn(done))
                .onErrorResume(RefusedException.class, refused -> run(tx, "rollback to savepoint one_row").then(Mono.error(refused)));
    }

    private static Mono<Long> run(Tx tx, String statement) {
        return tx.sql(statement).fetch().rowsUpdated();
    }
}
