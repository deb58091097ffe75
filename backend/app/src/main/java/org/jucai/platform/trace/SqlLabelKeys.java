package org.jucai.platform.trace;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The shelf of the keys that seal labels; background work alone reads a secret. */
@Component
class SqlLabelKeys {

    private static final String COLUMNS = "number, secret, made_at, withdrawn_at";

    /** @param withdrawnAt from then on what it sealed counts no more */
    record Key(int number, byte[] secret, Instant madeAt, Optional<Instant> withdrawnAt) {}

    Mono<Key> newest(Tx tx) {
        return tx.sql("select " + COLUMNS + " from label_key where withdrawn_at is null order by number desc limit 1").map(SqlLabelKeys::key).one();
    }

    Mono<Key> find(Tx tx, int number) {
        return tx.sql("select " + COLUMNS + " from label_key where number = :number").bind("number", number).map(SqlLabelKeys::key).one();
    }

    /** Newest first, without their secrets. */
    @SuppressWarnings("NullAway") // columns declared not null
    Mono<List<LabelKeys.Known>> all(Tx tx) {
        return tx.sql("select number, made_at, withdrawn_at from label_key order by number desc limit 200").map(row -> new LabelKeys.Known(row.get("number", Integer.class),
                row.get("made_at", Instant.class), Optional.ofNullable(row.get("withdrawn_at", Instant.class)))).all().collectList();
    }

    /** One at a time: numbers are given in their order. */
    Mono<Void> alone(Tx tx) {
        return tx.sql("select pg_advisory_xact_lock(hashtextextended('keys of labels', 0))").fetch().rowsUpdated().then();
    }

    Mono<Void> add(Tx tx, byte[] secret, Instant at) {
        return tx.sql("insert into label_key (number, secret, made_at) select coalesce(max(number), 0) + 1, :secret, :at from label_key")
                .bind("secret", secret).bind("at", Bind.at(at)).fetch().rowsUpdated().then();
    }

    Mono<Void> withdraw(Tx tx, int number, Instant at) {
        return tx.sql("update label_key set withdrawn_at = :at where number = :number and withdrawn_at is null").bind("number", number).bind("at", Bind.at(at))
                .fetch().rowsUpdated().then();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Key key(Readable row) {
        return new Key(row.get("number", Integer.class), row.get("secret", byte[].class), row.get("made_at", Instant.class), Optional.ofNullable(row.get("withdrawn_at", Instant.class)));
    }
}
