package org.jucai.platform.journal;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.KeptForAWhile;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The records of answers by actor and key. */
@Component
class SqlOnce implements KeptForAWhile {

    private static final String CLAIM = """
            insert into idempotency_record (actor_id, key, body_hash, at) values (:actor, :key, :hash, :at)
            on conflict (actor_id, key) do nothing
            """;

    private static final String RECALL = "select body_hash, answer from idempotency_record where actor_id = :actor and key = :key";

    private static final String KNOWN =
            "select exists (select 1 from idempotency_record where actor_id = :actor and key = :key)";

    private static final String KEEP = "update idempotency_record set answer = :answer where actor_id = :actor and key = :key";

    private static final String OUTDATED = """
            delete from idempotency_record where (actor_id, key) in
                (select actor_id, key from idempotency_record where at < :end order by at limit :limit for update skip locked)
            """;

    private final Duration keptFor;

    /** @param keptFor for so long at least the same key gets the same answer */
    SqlOnce(@Value("${jucai.retention.answered-keys:30d}") Duration keptFor) {
        this.keptFor = keptFor;
    }

    private record Recorded(byte[] bodyHash, @Nullable String answer) {}

    /** True where this transaction is the first to use the key; waits for one that is using it now. */
    Mono<Boolean> claim(Tx tx, Once.Asked asked) {
        return tx.sql(CLAIM)
                .bind("actor", asked.actor())
                .bind("key", asked.key())
                .bind("hash", ByteBuffer.wrap(asked.bodyHash()))
                .bind("at", OffsetDateTime.ofInstant(asked.caller().now(), ZoneOffset.UTC))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Boolean> isKnown(Tx tx, Once.Asked asked) {
        return tx.sql(KNOWN).bind("actor", asked.actor()).bind("key", asked.key()).mapValue(Boolean.class).one();
    }

    Mono<String> recall(Tx tx, Once.Asked asked) {
        return tx.sql(RECALL)
                .bind("actor", asked.actor())
                .bind("key", asked.key())
                .map(row -> new Recorded(bytes(row.get("body_hash", ByteBuffer.class)), row.get("answer", String.class)))
                .one()
                .map(recorded -> answer(recorded, asked));
    }

    Mono<Void> keep(Tx tx, Once.Asked asked, String answer) {
        return tx.sql(KEEP)
                .bind("answer", answer)
                .bind("actor", asked.actor())
                .bind("key", asked.key())
                .fetch()
                .rowsUpdated()
                .then();
    }

    @Override
    public Duration keptFor() {
        return keptFor;
    }

    @Override
    public Mono<Long> delete(Tx tx, Instant end, int limit) {
        return tx.sql(OUTDATED).bind("end", OffsetDateTime.ofInstant(end, ZoneOffset.UTC)).bind("limit", limit).fetch().rowsUpdated();
    }

    private static String answer(Recorded recorded, Once.Asked asked) {
        if (!Arrays.equals(recorded.bodyHash(), asked.bodyHash())) {
            throw new RefusedException(CommonRefusal.IDEMPOTENCY_KEY_REUSED);
        }
        if (recorded.answer() == null) throw new RefusedException(CommonRefusal.REQUEST_IN_FLIGHT);
        return recorded.answer();
    }

    private static byte[] bytes(@Nullable ByteBuffer buffer) {
        if (buffer == null) return new byte[0];
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
