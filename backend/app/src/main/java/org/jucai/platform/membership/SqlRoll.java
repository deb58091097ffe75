package org.jucai.platform.membership;

import java.util.List;
import java.util.UUID;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The roll of an association in one statement. */
@Component
class SqlRoll {

    private static final String ENTERPRISES = """
            select jsonb_build_object('id', p.id, 'code', p.code, 'uscc', coalesce(p.uscc, ''), 'nameZh', p.name_zh,
                'points', coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'code', d.code, 'name', d.name) order by d.id)
                    from (select * from delivery_point where enterprise_id = p.id and active order by id limit 200) d), '[]'))::text
            from party p
            where p.kind = 'ENTERPRISE' and exists (select 1 from membership m where m.member_id = p.id
                    and m.association_id = :association and m.state in ('ADMITTED', 'SUSPENDED'))
            order by p.code
            limit 10000
            """;

    private final JsonMapper json;

    SqlRoll(JsonMapper json) {
        this.json = json;
    }

    Mono<List<RollEntry>> enterprises(Tx tx, UUID associationId) {
        return tx.sql(ENTERPRISES).bind("association", associationId).mapValue(String.class).all()
                .map(text -> json.readValue(text, RollEntry.class))
                .collectList();
    }
}
