package org.jucai.platform.contracts;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The shelf of what is left of contracts that stand. */
@Component
class SqlCompletions {

    /** What must come at least. Where the member's contract ended nothing more can be called off, so nothing is missing. */
    private static final String LEAST = """
            select o.item_id, o.contract_id, o.called_kg,
                   case when exists (select 1 from contract_item d join contract m on m.id = d.contract_id
                                     where d.upstream_item_id = o.item_id and not d.superseded and m.status = 'TERMINATED') then 0
                        else ((o.contracted_kg + o.moved_kg - o.short_kg) * (10000 - (o.delivery_terms ->> 'toleranceBp')::bigint) + 9999) / 10000 end as least_kg
            from call_off o
            """;

    /** Enough was called off of each item, and something at all. */
    private static final String SUPPLIES = """
            select c.id from contract c where c.kind = 'SUPPLY' and c.status = 'EFFECTIVE' and (:after::uuid is null or c.id > :after)
              and exists (select 1 from call_off o where o.contract_id = c.id and o.called_kg > 0)
              and not exists (select 1 from (
            """ + LEAST + """
              where o.contract_id = c.id) l where l.called_kg < l.least_kg)
            order by c.id limit :limit
            """;

    /** None of the supply contracts behind it runs any more, and one was carried out. */
    private static final String MEMBERS = """
            select c.id from contract c where c.kind = :kind and c.status = 'EFFECTIVE' and (:after::uuid is null or c.id > :after)
              and exists (select 1 from contract_item d join contract_item u on u.id = d.upstream_item_id join contract s on s.id = u.contract_id
                          where d.contract_id = c.id and s.status = 'COMPLETED')
              and not exists (select 1 from contract_item d join contract_item u on u.id = d.upstream_item_id join contract s on s.id = u.contract_id
                              where d.contract_id = c.id and s.status not in ('COMPLETED', 'TERMINATED'))
            order by c.id limit :limit
            """;

    private static final String RUNNING_LOTS = """
            select distinct (i.body ->> 'lotId')::uuid as lot from contract_item i join contract c on c.id = i.contract_id
            where c.round_id = :round and c.kind = 'SUPPLY' and c.status not in ('COMPLETED', 'TERMINATED')
            """;

    /** Contracts of which nothing seems to be left, ascending. */
    @SuppressWarnings("NullAway") // columns declared not null
    Mono<List<UUID>> ready(Tx tx, ContractKind kind, Optional<UUID> after, int limit) {
        var asked = kind == ContractKind.SUPPLY ? tx.sql(SUPPLIES) : tx.sql(MEMBERS).bind("kind", kind.name());
        return asked.bind("after", Bind.maybe(after.orElse(null), UUID.class)).bind("limit", limit).map(row -> row.get("id", UUID.class)).all().collectList();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    Mono<Map<UUID, Kilograms>> least(Tx tx, UUID contract) {
        return tx.sql(LEAST + " where o.contract_id = :contract").bind("contract", contract)
                .map(row -> Map.entry(row.get("item_id", UUID.class), new Kilograms(row.get("least_kg", Long.class)))).all().collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Lots of a round of which a supply contract may still bring something. */
    @SuppressWarnings("NullAway") // the items' bodies name their lot
    Mono<Set<UUID>> runningLots(Tx tx, UUID round) {
        return tx.sql(RUNNING_LOTS).bind("round", round).map(row -> row.get("lot", UUID.class)).all().collectList().map(HashSet::new);
    }
}
