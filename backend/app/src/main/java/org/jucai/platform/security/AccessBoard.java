package org.jucai.platform.security;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.kernel.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers who came in and who was refused: everything to auditors and platform administrators, their own to all others. */
@Component
public class AccessBoard {

    private final Database database;
    private final SqlAccessEntries entries;

    AccessBoard(Database database, SqlAccessEntries entries) {
        this.database = database;
        this.entries = entries;
    }

    /**
     * A question about the audit.
     *
     * @param cursor the last entry of the page before
     */
    public record Question(@Nullable UUID personId, @Nullable AccessKind kind, @Nullable UUID cursor, int limit) {}

    public Mono<Page<AccessEntry>> list(Actor actor, Question asked) {
        boolean seesAll = actor.has(Role.AUDITOR) || actor.has(Role.PLATFORM_ADMIN);
        if (!seesAll && asked.personId() != null && !Objects.equals(asked.personId(), actor.personId())) {
            return Mono.just(new Page<>(java.util.List.of(), null));
        }
        Scope scope = seesAll ? Scope.background() : Scope.parties(Set.of(actor.personId()));
        return database.read(scope, tx -> entries.list(tx, asked))
                .map(rows -> Page.cut(rows, asked.limit(), entry -> entry.entryId().toString()));
    }
}
