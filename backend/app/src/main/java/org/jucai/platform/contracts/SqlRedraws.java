package org.jucai.platform.contracts;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The shelf of goods whose cover ended. */
@Component
class SqlRedraws {

    /** Goods of a contract that ended, bought upstream by a contract that waits. */
    private static final String UNCOVERED = """
            select d.upstream_item_id as item, s.id as supply from contract_item d join contract_item u on u.id = d.upstream_item_id join contract s on s.id = u.contract_id
            where d.contract_id = :contract and not d.superseded and s.status in ('DRAFTED', 'SIGNING')
            """;

    /** The supply contract of each of its items. */
    @SuppressWarnings("NullAway") // not null where joined
    Mono<Map<UUID, UUID>> uncovered(Tx tx, UUID contract) {
        return tx.sql(UNCOVERED).bind("contract", contract).map(row -> Map.entry(row.get("item", UUID.class), row.get("supply", UUID.class))).all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Another contract covers them from now on. */
    Mono<Void> supersede(Tx tx, UUID contract, Set<UUID> upstream) {
        return tx.sql("update contract_item set superseded = true where contract_id = :contract and upstream_item_id = any(:items)").bind("contract", contract)
                .bind("items", upstream.toArray(UUID[]::new)).fetch().rowsUpdated().then();
    }
}
