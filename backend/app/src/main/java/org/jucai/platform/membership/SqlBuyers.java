package org.jucai.platform.membership;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whom to tell that a member's demand is wanted. */
@Component
class SqlBuyers {

    private static final String OF = """
            select party_id, person_id, name, phone from (
                select a.party_id, p.id as person_id, p.name, p.phone, 'MEMBER_BUYER' = any(a.roles) as buys,
                       bool_or('MEMBER_BUYER' = any(a.roles)) over (partition by a.party_id) as somebody_buys
                from appointment a join person p on p.id = a.person_id
                where a.party_id = any(:enterprises) and p.active
                  and a.from_on <= :today and (a.to_on is null or a.to_on >= :today)
                  and a.roles && array['MEMBER_BUYER', 'MEMBER_ADMIN']
            ) those
            where buys or not somebody_buys
            order by party_id, person_id limit 10000
            """;

    Mono<List<Buyer>> of(Tx tx, Set<UUID> enterprises, LocalDate today) {
        return tx.sql(OF).bind("enterprises", enterprises.toArray(UUID[]::new)).bind("today", today)
                .map(SqlBuyers::buyer).all().collectList();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Buyer buyer(Readable row) {
        return new Buyer(row.get("party_id", UUID.class), row.get("person_id", UUID.class), row.get("name", String.class),
                row.get("phone", String.class));
    }
}
