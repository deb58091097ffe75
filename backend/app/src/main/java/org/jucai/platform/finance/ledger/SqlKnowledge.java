package org.jucai.platform.finance.ledger;

import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How far all transactions have ended. */
@Component
class SqlKnowledge {

    Mono<Long> known(Tx tx) {
        return tx.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1").mapValue(Long.class).one();
    }
}
