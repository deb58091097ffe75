package org.jucai.platform.bidding.envelopes;

import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.bidding.envelope.SealingTerms;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The shelf of what each call's offers are sealed to. */
@Component
class SqlSeals {

    private static final String ADD = """
            insert into round_seal (round_id, call, association_id, terms, key_ids, parties, sealed_at)
            values (:round, :call, :association, :terms, :keys, :parties, :at)
            """;

    private static final String FIND = """
            select round_id, call, association_id, terms, key_ids, parties, sealed_at, opened_at from round_seal
            where round_id = :round order by call desc limit 1
            """;

    Mono<Void> add(Tx tx, Seal seal) {
        return tx.sql(ADD)
                .bind("round", seal.roundId())
                .bind("call", seal.call())
                .bind("association", seal.associationId())
                .bind("terms", new String(seal.terms().bytes(), StandardCharsets.UTF_8))
                .bind("keys", seal.keyIds().toArray(UUID[]::new))
                .bind("parties", seal.parties().toArray(UUID[]::new))
                .bind("at", Bind.at(seal.sealedAt()))
                .fetch().rowsUpdated().then();
    }

    /** The newest of a round. */
    Mono<Seal> find(Tx tx, UUID round) {
        return tx.sql(FIND).bind("round", round).map(SqlSeals::seal).one();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Seal seal(Readable row) {
        return new Seal(
                row.get("round_id", UUID.class),
                row.get("call", Integer.class),
                row.get("association_id", UUID.class),
                SealingTerms.read(row.get("terms", String.class).getBytes(StandardCharsets.UTF_8)),
                List.of(row.get("key_ids", UUID[].class)),
                List.of(row.get("parties", UUID[].class)),
                row.get("sealed_at", Instant.class),
                Optional.ofNullable(row.get("opened_at", Instant.class)));
    }
}
