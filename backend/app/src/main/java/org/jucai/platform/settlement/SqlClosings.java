package org.jucai.platform.settlement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The shelf of rounds that their finance group wants settled, and of what is still open in them. */
@Component
class SqlClosings {

    private static final String ADD = """
            insert into round_closing (round_id, group_id, words, said_by, said_at) values (:round, :group, :words, :by, :at) on conflict (round_id) do nothing
            """;

    private static final String OPEN = """
            select count(*) filter (where status <> 'AGREED')::int as not_agreed, count(*) filter (where not invoiced)::int as not_invoiced,
                   count(*) filter (where outstanding_fen <> 0 or interest_left_fen > 0)::int as not_paid, count(*)::int as all_of_it
            from statement where round_id = :round
            """;

    private static final String UNDRAWN = "select count(*)::int from worth where round_id = :round and stands and not (supply_drawn and cover_drawn)";

    private static final String CLOSED = """
            select not exists (select 1 from statement where contract_id = :contract and (status <> 'AGREED' or not invoiced))
               and not exists (select 1 from worth where supply_contract_id = :contract and stands and not supply_drawn)
               and (not exists (select 1 from worth where supply_contract_id = :contract and stands and looks_at_all)
                    or exists (select 1 from contract_end where contract_id = :contract)) as closed
            """;

    private static final String TO_END = """
            select distinct w.supply_contract_id from worth w
            where w.stands and w.looks_at_all and not exists (select 1 from contract_end e where e.contract_id = w.supply_contract_id)
              and (:after::uuid is null or w.supply_contract_id > :after) order by 1 limit :limit
            """;

    /** What keeps a round open. */
    record Open(int statements, int notAgreed, int notInvoiced, int notPaid) {
        boolean isEmpty() {
            return statements > 0 && notAgreed + notInvoiced + notPaid == 0;
        }
    }

    Mono<Void> add(Asking asking, UUID round, String words) {
        return asking.tx().sql(ADD).bind("round", round).bind("group", asking.actor().partyId()).bind("words", words).bind("by", asking.actor().personId())
                .bind("at", Bind.at(asking.at())).fetch().rowsUpdated().then();
    }

    @SuppressWarnings("NullAway") // counts are never null
    Mono<Open> open(Tx tx, UUID round) {
        return tx.sql(OPEN).bind("round", round).map(row -> new Open(row.get("all_of_it", Integer.class), row.get("not_agreed", Integer.class), row.get("not_invoiced", Integer.class),
                row.get("not_paid", Integer.class))).one();
    }

    Mono<Integer> undrawn(Tx tx, UUID round) {
        return tx.sql(UNDRAWN).bind("round", round).mapValue(Integer.class).one();
    }

    /** Whether all of a supply contract is agreed and invoiced. */
    Mono<Boolean> isClosed(Tx tx, UUID contract) {
        return tx.sql(CLOSED).bind("contract", contract).mapValue(Boolean.class).one();
    }

    /** Supply contracts whose formula looks at how much came in all, and whose end nobody saw yet. */
    Mono<List<UUID>> toEnd(Tx tx, Optional<UUID> after, int limit) {
        return tx.sql(TO_END).bind("after", Bind.maybe(after.orElse(null), UUID.class)).bind("limit", limit).mapValue(UUID.class).all().collectList();
    }

    /** False where its end was seen before. */
    Mono<Boolean> ended(Tx tx, UUID contract, Instant at) {
        return tx.sql("insert into contract_end (contract_id, seen_at) values (:contract, :at) on conflict (contract_id) do nothing").bind("contract", contract).bind("at", Bind.at(at))
                .fetch().rowsUpdated().map(rows -> rows == 1);
    }

    Mono<List<UUID>> asked(Tx tx, Optional<UUID> after, int limit) {
        return tx.sql("select round_id from round_closing where not settled and (:after::uuid is null or round_id > :after) order by round_id limit :limit")
                .bind("after", Bind.maybe(after.orElse(null), UUID.class)).bind("limit", limit).mapValue(UUID.class).all().collectList();
    }

    Mono<Void> settled(Tx tx, UUID round) {
        return tx.sql("update round_closing set settled = true where round_id = :round").bind("round", round).fetch().rowsUpdated().then();
    }

    /** When the finance group asked; empty where it did not. */
    Mono<Instant> askedAt(Tx tx, UUID round) {
        return tx.sql("select said_at from round_closing where round_id = :round").bind("round", round).mapValue(Instant.class).one();
    }
}
