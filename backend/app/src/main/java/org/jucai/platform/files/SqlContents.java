package org.jucai.platform.files;

import java.time.Instant;
import java.util.UUID;
import org.jucai.platform.files.store.ContentKey;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The shelf of what lies in the store: a row stands before the bytes do, and goes after them. */
@Component
class SqlContents {

    /** Waits while the clock takes the same bytes away; then they are new. */
    private static final String ANNOUNCE = """
            insert into file_content (party_id, sha256, bytes, announced_at, waiting) values (:party, :sha256, :bytes, :at, true)
            on conflict (party_id, sha256) do update set announced_at = excluded.announced_at
            returning not waiting as known
            """;

    private static final String USE = "update file_content set waiting = false, announced_at = :at where party_id = :party and sha256 = :sha256";

    /** One that nobody uses, held; whoever announces it again meanwhile waits. */
    private static final String UNUSED = """
            select party_id, sha256, bytes from file_content c
            where waiting and announced_at < :before and not exists (select 1 from stored_file f where f.party_id = c.party_id and f.sha256 = c.sha256)
            order by announced_at limit 1 for update skip locked
            """;

    private static final String FORGET = "delete from file_content where party_id = :party and sha256 = :sha256";

    private static final String FREE = """
            update file_content c set waiting = true, announced_at = :at
            where party_id = :party and sha256 = :sha256 and not exists (select 1 from stored_file f where f.party_id = c.party_id and f.sha256 = c.sha256)
            """;

    /** Says that bytes are coming; true where they are in use already. */
    Mono<Boolean> announce(Tx tx, ContentKey key, Instant at) {
        return tx.sql(ANNOUNCE).bind("party", key.partyId()).bind("sha256", key.sha256()).bind("bytes", key.bytes()).bind("at", Bind.at(at))
                .mapValue(Boolean.class).one();
    }

    /** False where the announcement was taken back: the bytes are gone. */
    Mono<Boolean> use(Tx tx, ContentKey key, Instant at) {
        return tx.sql(USE).bind("party", key.partyId()).bind("sha256", key.sha256()).bind("at", Bind.at(at)).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    @SuppressWarnings("NullAway") // columns declared not null
    Mono<ContentKey> unused(Tx tx, Instant before) {
        return tx.sql(UNUSED).bind("before", Bind.at(before))
                .map(row -> new ContentKey(row.get("party_id", UUID.class), row.get("sha256", String.class), row.get("bytes", Long.class))).one();
    }

    Mono<Void> forget(Tx tx, ContentKey key) {
        return tx.sql(FORGET).bind("party", key.partyId()).bind("sha256", key.sha256()).fetch().rowsUpdated().then();
    }

    /** Where no other file has these bytes, they wait to be taken away. */
    Mono<Void> free(Tx tx, StoredFile file, Instant at) {
        return tx.sql(FREE).bind("party", file.partyId()).bind("sha256", file.sha256()).bind("at", Bind.at(at)).fetch().rowsUpdated().then();
    }
}
