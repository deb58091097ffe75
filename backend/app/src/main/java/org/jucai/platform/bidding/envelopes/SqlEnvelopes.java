package org.jucai.platform.bidding.envelopes;

import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The shelf of sealed offers. */
@Component
class SqlEnvelopes {

    private static final String COLUMNS = "round_id, call, supplier_id, version, status, sha256, received_at, receipt, withdrawal";

    /** One after another for a supplier and round, so that two that come at once are told the truth about each other. */
    private static final String ALONE = "select 1 from pg_advisory_xact_lock(hashtextextended(:place, 0)) as held";

    private static final String ALL = "select " + COLUMNS + """
             from bid_envelope where round_id = :round and call = :call and supplier_id = :supplier order by version limit 1000
            """;

    private static final String REPLACE = """
            update bid_envelope set status = 'REPLACED'
            where round_id = :round and call = :call and supplier_id = :supplier and status = 'SEALED'
            """;

    private static final String ADD = "insert into bid_envelope (" + COLUMNS + """
            , envelope) values (:round, :call, :supplier, :version, :status, :sha256, :at, :receipt, null, :envelope)
            """;

    private static final String WITHDRAW = """
            update bid_envelope set status = 'WITHDRAWN', withdrawal = :withdrawal
            where round_id = :round and call = :call and supplier_id = :supplier and version = :version
            """;

    private static final String CONTENT = """
            select envelope from bid_envelope where round_id = :round and call = :call and supplier_id = :supplier and version = :version
            """;

    private static final String OPENED = """
            select exists (select 1 from opened_offer where round_id = :round and call = :call and supplier_id = :supplier) as opened
            """;

    /** Whether an offer of this supplier was opened in that call. */
    Mono<Boolean> opened(Tx tx, UUID round, int call, UUID supplier) {
        return tx.sql(OPENED).bind("round", round).bind("call", call).bind("supplier", supplier).mapValue(Boolean.class).one();
    }

    Mono<Void> alone(Tx tx, UUID round, UUID supplier) {
        return tx.sql(ALONE).bind("place", round + "/" + supplier).mapValue(Integer.class).one().then();
    }

    /** Oldest first. */
    Mono<List<KeptEnvelope>> all(Tx tx, UUID round, int call, UUID supplier) {
        return tx.sql(ALL).bind("round", round).bind("call", call).bind("supplier", supplier).map(SqlEnvelopes::kept).all().collectList();
    }

    Mono<Void> replace(Tx tx, KeptEnvelope next, byte[] envelope) {
        return tx.sql(REPLACE).bind("round", next.roundId()).bind("call", next.call()).bind("supplier", next.supplierId()).fetch().rowsUpdated()
                .then(Mono.defer(() -> tx.sql(ADD)
                        .bind("round", next.roundId())
                        .bind("call", next.call())
                        .bind("supplier", next.supplierId())
                        .bind("version", next.version())
                        .bind("status", next.status().name())
                        .bind("sha256", next.sha256())
                        .bind("at", Bind.at(next.receivedAt()))
                        .bind("receipt", next.receipt())
                        .bind("envelope", ByteBuffer.wrap(envelope))
                        .fetch().rowsUpdated()))
                .then();
    }

    Mono<Void> withdraw(Tx tx, KeptEnvelope withdrawn) {
        return tx.sql(WITHDRAW)
                .bind("withdrawal", withdrawn.withdrawal().orElseThrow())
                .bind("round", withdrawn.roundId())
                .bind("call", withdrawn.call())
                .bind("supplier", withdrawn.supplierId())
                .bind("version", withdrawn.version())
                .fetch().rowsUpdated().then();
    }

    @SuppressWarnings("NullAway") // column declared not null
    Mono<byte[]> content(Tx tx, KeptEnvelope of) {
        return tx.sql(CONTENT).bind("round", of.roundId()).bind("call", of.call()).bind("supplier", of.supplierId()).bind("version", of.version())
                .map(row -> bytes(row.get("envelope", ByteBuffer.class))).one();
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static KeptEnvelope kept(Readable row) {
        return new KeptEnvelope(
                row.get("round_id", UUID.class),
                row.get("call", Integer.class),
                row.get("supplier_id", UUID.class),
                row.get("version", Integer.class),
                EnvelopeStatus.valueOf(row.get("status", String.class)),
                row.get("sha256", String.class),
                row.get("received_at", Instant.class),
                row.get("receipt", String.class),
                Optional.ofNullable(row.get("withdrawal", String.class)));
    }
}
