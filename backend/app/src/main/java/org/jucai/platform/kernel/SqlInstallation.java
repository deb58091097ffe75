package org.jucai.platform.kernel;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Facts about this installation. */
@Component
class SqlInstallation {

    Mono<Boolean> holdsDemo(Tx tx) {
        return tx.sql("""
                        select exists (select from installation where key = 'demo') as found
                        """)
                .map(row -> Boolean.TRUE.equals(row.get("found", Boolean.class)))
                .one();
    }
}
