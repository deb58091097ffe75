package org.jucai.platform.membership;

import java.time.LocalDate;
import java.util.UUID;
import org.jucai.platform.kernel.Tx;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The table of memberships. */
@Component
class SqlMemberships {

    private static final String OPEN = """
            insert into membership (id, association_id, member_id, state, applied_on)
            values (:id, :association, :member, 'APPLIED', :on)
            """;

    private static final String MOVE = """
            update membership set state = :state,
                joined_on = case when :state = 'ADMITTED' then coalesce(joined_on, :on) else joined_on end,
                left_on = case when :state = 'LEFT' then :on else left_on end
            where association_id = :association and member_id = :member and state <> 'LEFT'
            """;

    Mono<Void> open(Tx tx, UUID id, UUID association, UUID member, LocalDate on) {
        return tx.sql(OPEN).bind("id", id).bind("association", association).bind("member", member).bind("on", on)
                .fetch().rowsUpdated().onErrorMap(DuplicateKeyException.class, Taken::by).then();
    }

    Mono<Void> move(Tx tx, UUID association, UUID member, MembershipState state, LocalDate on) {
        return tx.sql(MOVE).bind("state", state.name()).bind("association", association).bind("member", member).bind("on", on)
                .fetch().rowsUpdated().then();
    }
}
