package org.jucai.platform.membership;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** People by the parties they act for. */
@Component
class SqlAddressees {

    /** As in {@link Appointments#actingFor}: whoever is of the trade does not act for an association. */
    private static final String OF = """
            select a.person_id, a.party_id, p.kind, array_agg(distinct r) as roles, n.phone
            from appointment a
            join person n on n.id = a.person_id and n.active
            join party p on p.id = a.party_id
            cross join lateral unnest(a.roles) r
            where a.party_id = any(:parties) and a.from_on <= :today and (a.to_on is null or a.to_on >= :today)
              and (p.kind <> 'ASSOCIATION' or not exists (
                  select 1 from appointment o join party t on t.id = o.party_id
                  where o.person_id = a.person_id and o.from_on <= :today and (o.to_on is null or o.to_on >= :today)
                    and (t.kind in ('ENTERPRISE', 'SUPPLIER') or o.belongs_to_member is not null)))
            group by a.person_id, a.party_id, p.kind, n.phone
            order by a.party_id, a.person_id limit 20000
            """;

    private static final String LISTED = """
            select m.member_id from membership m join party p on p.id = m.member_id
            where m.association_id = :association and m.state = 'ADMITTED' and p.kind in ('ENTERPRISE', 'SUPPLIER')
            order by p.code limit 10000
            """;

    Mono<List<Addressee>> of(Tx tx, Set<UUID> parties, LocalDate today) {
        return tx.sql(OF).bind("parties", parties.toArray(UUID[]::new)).bind("today", today).map(SqlAddressees::addressee).all().collectList();
    }

    Mono<Set<UUID>> listed(Tx tx, UUID association) {
        return tx.sql(LISTED).bind("association", association).mapValue(UUID.class).all().collect(Collectors.toSet());
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Addressee addressee(Readable row) {
        Set<Role> roles = Arrays.stream(row.get("roles", String[].class)).map(Role::valueOf).collect(Collectors.toSet());
        return new Addressee(row.get("person_id", UUID.class), row.get("party_id", UUID.class), PartyKind.valueOf(row.get("kind", String.class)), roles,
                row.get("phone", String.class));
    }
}
