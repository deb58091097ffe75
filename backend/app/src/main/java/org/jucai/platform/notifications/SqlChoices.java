package org.jucai.platform.notifications;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What people chose. */
@Component
class SqlChoices {

    private static final String FIND = "select person_id, version, choices::text as choices, robot_sealed from notice_choice where person_id = any(:people)";

    /** Somebody who was first in another window is noticed. */
    private static final String KEEP = """
            insert into notice_choice (person_id, version, choices, robot_sealed) values (:person, :version, :choices, :robot)
            on conflict (person_id) do update set version = excluded.version, choices = excluded.choices, robot_sealed = excluded.robot_sealed
            where notice_choice.version = excluded.version - 1
            """;

    private final JsonMapper json;

    SqlChoices(JsonMapper json) {
        this.json = json;
    }

    Mono<ChoiceDesk.Kept> find(Tx tx, UUID person) {
        return of(tx, Set.of(person)).flatMap(found -> Mono.justOrEmpty(found.get(person)));
    }

    /** Of those who chose something. */
    Mono<Map<UUID, ChoiceDesk.Kept>> of(Tx tx, Set<UUID> people) {
        if (people.isEmpty()) return Mono.just(Map.of());
        return tx.sql(FIND).bind("people", people.toArray(UUID[]::new)).map(this::kept).all().collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    Mono<ChoiceDesk.Kept> keep(Tx tx, UUID person, ChoiceDesk.Kept kept) {
        return tx.sql(KEEP).bind("person", person).bind("version", kept.version()).bind("choices", Json.of(json.writeValueAsBytes(kept.choices())))
                .bind("robot", Bind.maybe(kept.robotSealed(), String.class)).fetch().rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.VERSION_CONFLICT)))
                .thenReturn(kept);
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private Map.Entry<UUID, ChoiceDesk.Kept> kept(Readable row) {
        return Map.entry(row.get("person_id", UUID.class), new ChoiceDesk.Kept(row.get("version", Long.class),
                json.readValue(row.get("choices", String.class), Choices.class), row.get("robot_sealed", String.class)));
    }
}
