package org.jucai.platform.contracts.deliveries;

import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a called-off item still lets in, as whoever receives the goods may know: no price stands there. */
@Component
class SqlCallRoom {

    /** The truck stands at the gate whether or not the contract is disputed meanwhile; but never does more come than was agreed. */
    private static final String MOVE = "update call_off set called_kg = called_kg + :by where item_id = :item and called_kg + :by between 0 and most_kg";

    private static final String HOLD = "select item_id from call_off where item_id = any(:items) order by item_id for update";

    /** By their ids, as everybody does who holds several. */
    Mono<Void> hold(Tx tx, Set<UUID> items) {
        return tx.sql(HOLD).bind("items", items.toArray(UUID[]::new)).mapValue(UUID.class).all().then();
    }

    Mono<Kilograms> room(Tx tx, UUID item) {
        return tx.sql("select most_kg - called_kg from call_off where item_id = :item").bind("item", item).mapValue(Long.class).one().map(Kilograms::new);
    }

    Mono<Boolean> move(Tx tx, UUID item, long byKg) {
        return tx.sql(MOVE).bind("by", byKg).bind("item", item).fetch().rowsUpdated().map(rows -> rows == 1);
    }
}
