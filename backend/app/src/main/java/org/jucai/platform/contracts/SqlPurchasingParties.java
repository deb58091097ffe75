package org.jucai.platform.contracts;

import java.util.UUID;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The shelf of who associations buy through. */
@Component
class SqlPurchasingParties {

    private static final String PUT = """
            insert into purchasing_party (association_id, group_id, named_by, named_at, version) values (:association, :group, :by, :at, 1)
            on conflict (association_id) do update set group_id = excluded.group_id, named_by = excluded.named_by, named_at = excluded.named_at,
                version = purchasing_party.version + 1
            returning version
            """;

    /** The version it has now. */
    @SuppressWarnings("NullAway") // columns declared not null
    Mono<Long> put(Asking asking, UUID group) {
        return asking.tx().sql(PUT).bind("association", asking.actor().partyId()).bind("group", group).bind("by", asking.actor().personId()).bind("at", Bind.at(asking.at()))
                .map(row -> row.get("version", Long.class)).one();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    Mono<UUID> find(Tx tx, UUID association) {
        return tx.sql("select group_id from purchasing_party where association_id = :association").bind("association", association).map(row -> row.get("group_id", UUID.class)).one();
    }
}
