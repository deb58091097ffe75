package org.jucai.platform.notifications;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What things are called and who takes part in them, gathered from the log. */
@Component
class SqlSubjects {

    private static final String LEARN = """
            insert into notice_subject (id, name, round_id, leads_to, owner)
            select * from unnest(:ids::uuid[], :names::text[], :rounds::uuid[], :leads::uuid[], :owners::uuid[])
            on conflict (id) do update set name = excluded.name
            """;

    private static final String PARTAKE = """
            insert into notice_partaker (round_id, party_id) select distinct * from unnest(:rounds::uuid[], :parties::uuid[])
            on conflict do nothing
            """;

    private static final String FIND = "select id, name, round_id, leads_to, owner from notice_subject where id = any(:ids)";

    private static final String PARTAKERS = "select party_id from notice_partaker where round_id = :round limit 10000";

    Mono<Void> learn(Tx tx, List<Subject> found) {
        // One thing told of twice in a step: the later name stands.
        List<Subject> subjects = List.copyOf(found.stream().collect(Collectors.toMap(Subject::id, one -> one, (_, later) -> later)).values());
        if (subjects.isEmpty()) return Mono.empty();
        return tx.sql(LEARN).bind("ids", ids(subjects.stream().map(Subject::id).toList()))
                .bind("names", subjects.stream().map(Subject::name).toArray(String[]::new))
                .bind("rounds", subjects.stream().map(Subject::roundId).toArray(UUID[]::new))
                .bind("leads", subjects.stream().map(Subject::leadsTo).toArray(UUID[]::new))
                .bind("owners", subjects.stream().map(Subject::owner).toArray(UUID[]::new))
                .fetch().rowsUpdated().then();
    }

    Mono<Void> partake(Tx tx, Set<Subject.Partaker> partakers) {
        if (partakers.isEmpty()) return Mono.empty();
        return tx.sql(PARTAKE).bind("rounds", ids(partakers.stream().map(Subject.Partaker::roundId).toList()))
                .bind("parties", ids(partakers.stream().map(Subject.Partaker::partyId).toList()))
                .fetch().rowsUpdated().then();
    }

    Mono<Map<UUID, Subject>> find(Tx tx, Set<UUID> things) {
        if (things.isEmpty()) return Mono.just(Map.of());
        return tx.sql(FIND).bind("ids", ids(things)).map(SqlSubjects::subject).all().collectMap(Subject::id);
    }

    Mono<Set<UUID>> partakers(Tx tx, UUID round) {
        return tx.sql(PARTAKERS).bind("round", round).mapValue(UUID.class).all().collect(Collectors.toSet());
    }

    private static UUID[] ids(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Subject subject(Readable row) {
        return new Subject(row.get("id", UUID.class), row.get("name", String.class), row.get("round_id", UUID.class), row.get("leads_to", UUID.class), row.get("owner", UUID.class));
    }
}
