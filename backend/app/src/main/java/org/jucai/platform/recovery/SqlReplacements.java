package org.jucai.platform.recovery;

import java.util.List;
import java.util.UUID;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The shelf of replacements. */
@Component
class SqlReplacements {

    /** Trucks that were planned in place of this one, first to last. */
    Mono<List<UUID>> of(Tx tx, UUID replaced) {
        return tx.sql("select delivery_id from replacement where replaces_id = :replaced order by position").bind("replaced", replaced).mapValue(UUID.class).all().collectList();
    }

    Mono<UUID> replaces(Tx tx, UUID delivery) {
        return tx.sql("select replaces_id from replacement where delivery_id = :delivery").bind("delivery", delivery).mapValue(UUID.class).one();
    }

    /** Who plans one at the same moment loses. */
    Mono<Void> add(Asking asking, UUID delivery, UUID replaced, int position) {
        return asking.tx().sql("insert into replacement (delivery_id, replaces_id, position, planned_by, planned_at) values (:delivery, :replaced, :position, :by, :at)")
                .bind("delivery", delivery).bind("replaced", replaced).bind("position", position).bind("by", asking.actor().partyId()).bind("at", Bind.at(asking.at()))
                .fetch().rowsUpdated().onErrorMap(DuplicateKeyException.class, somebodyWasFirst -> new RefusedException(CommonRefusal.VERSION_CONFLICT)).then();
    }
}
