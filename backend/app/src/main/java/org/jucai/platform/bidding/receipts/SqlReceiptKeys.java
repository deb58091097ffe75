package org.jucai.platform.bidding.receipts;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The shelf of the keys that sign receipts. */
@Component
class SqlReceiptKeys {

    private static final String LIST = "select public_key, valid_from, valid_until from receipt_key order by valid_from desc, public_key limit 100";

    private static final String CURRENT = "select sealed_seed from receipt_key where valid_until is null";

    private static final String ADD = """
            insert into receipt_key (public_key, sealed_seed, valid_from) values (:key, :seed, :at)
            on conflict do nothing
            """;

    Mono<List<ReceiptKey>> list(Tx tx) {
        return tx.sql(LIST).map(SqlReceiptKeys::key).all().collectList();
    }

    Mono<String> current(Tx tx) {
        return tx.sql(CURRENT).mapValue(String.class).one();
    }

    /** Nothing happens where another process was first. */
    Mono<Void> add(Tx tx, String publicKey, String sealedSeed, Instant at) {
        return tx.sql(ADD).bind("key", publicKey).bind("seed", sealedSeed).bind("at", Bind.at(at)).fetch().rowsUpdated().then();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static ReceiptKey key(Readable row) {
        return new ReceiptKey(row.get("public_key", String.class), row.get("valid_from", Instant.class),
                Optional.ofNullable(row.get("valid_until", Instant.class)));
    }
}
