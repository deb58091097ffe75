package org.jucai.platform.journal;

/**
 * Parts of one statement that writes many commands at once: the records of their keys and their events, beside the
 * caller's own rows. The source is a name of the caller's {@code with} list.
 */
public final class BatchSql {

    private BatchSql() {}

    /**
     * Claims the keys that are new. Columns wanted of {@code source}: {@code actor_id, key, body_hash}. Returns {@code actor_id,
     * key} of those claimed. Two rows of one actor and key must not be in one batch.
     *
     * @param answer what is kept as the answer, in terms of the source: enough to give the same answer again
     * @param at when, in terms of the source
     */
    public static String claim(String source, String answer, String at) {
        return """
                insert into idempotency_record (actor_id, key, body_hash, answer, at)
                select actor_id, key, body_hash, %s, %s from %s
                on conflict (actor_id, key) do nothing
                returning actor_id, key""".formatted(answer, at, source);
    }

    /**
     * Appends first events of new things that the row's association and enterprise may read. Columns wanted of {@code source}:
     * {@code id, version, round_id, type, body, enterprise_id, association_id, actor_id, party_id, entry, submitted_at}.
     */
    public static String append(String source, String stream) {
        return """
                insert into event (stream, stream_id, version, round_id, type, body, readers, actor_id, party_id, entry, at)
                select '%s', id, version, round_id, type, body, array[enterprise_id, association_id], actor_id, party_id, entry,
                       submitted_at
                from %s"""
                .formatted(stream, source);
    }

    /**
     * The feed's next events after a position, in its order, as columns {@code tx, seq, stream, round_id, body}; for a reader
     * that works on them where they are. Parameters: {@code :tx, :seq, :limit}.
     */
    public static String next() {
        return """
                select tx, seq, stream, round_id, body from event
                where (tx, seq) > (:tx::text::xid8, :seq) and tx < pg_snapshot_xmin(pg_current_snapshot())
                order by tx, seq limit :limit""";
    }

    /**
     * Events of one stream kind in one round that the named reader of the feed has not brought yet. Parameter: {@code
     * :round}. With the reader's summary they are the present, in one snapshot.
     */
    public static String tail(String reader, String stream) {
        return """
                select e.body from event e
                where e.round_id = :round and e.stream = '%s'
                  and (e.tx, e.seq) > (coalesce((select c.tx from feed_cursor c where c.reader = '%s'), '0'::xid8),
                                       coalesce((select c.seq from feed_cursor c where c.reader = '%s'), 0))"""
                .formatted(stream, reader, reader);
    }
}
