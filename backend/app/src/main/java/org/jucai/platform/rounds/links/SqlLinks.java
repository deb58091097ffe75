package org.jucai.platform.rounds.links;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The shelf of links; the role that serves requests cannot read it. */
@Component
class SqlLinks {

    private static final String ADD = """
            insert into confirmation_link (token_hash, round_id, line_id, enterprise_id, association_id, person_id)
            values (:hash, :round, :line, :enterprise, :association, :person)
            on conflict on constraint confirmation_link_is_made_once do nothing
            """;

    private static final String FIND = """
            select round_id, line_id, enterprise_id, association_id, person_id from confirmation_link where token_hash = :hash
            """;

    /** False where this buyer has a link to this line already. */
    Mono<Boolean> add(Tx tx, byte[] hash, Link link) {
        return tx.sql(ADD).bind("hash", hash).bind("round", link.roundId()).bind("line", link.lineId())
                .bind("enterprise", link.enterpriseId()).bind("association", link.associationId()).bind("person", link.personId())
                .fetch().rowsUpdated().map(rows -> rows == 1);
    }

    Mono<Link> find(Tx tx, byte[] hash) {
        return tx.sql(FIND).bind("hash", hash).map(SqlLinks::link).one();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Link link(Readable row) {
        return new Link(row.get("round_id", UUID.class), row.get("line_id", UUID.class), row.get("enterprise_id", UUID.class),
                row.get("association_id", UUID.class), row.get("person_id", UUID.class));
    }
}
