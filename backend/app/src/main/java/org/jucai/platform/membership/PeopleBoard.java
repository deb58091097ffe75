package org.jucai.platform.membership;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who people are and how they prove it. */
@Component
public class PeopleBoard {

    private final Database database;
    private final SqlPeople people;
    private final SqlCredentials credentials;
    private final Sealing sealing;
    private final Clock clock;

    PeopleBoard(Database database, SqlPeople people, SqlCredentials credentials, Sealing sealing, Clock clock) {
        this.database = database;
        this.people = people;
        this.credentials = credentials;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** For signing in: by account, in any case of letters, or by phone; empty where nobody has that name. */
    public Mono<Credential> credentialByAccount(String accountOrPhone) {
        return database.read(Scope.background(),
                        tx -> credentials.byName(tx, accountOrPhone.strip(), Beijing.day(clock.instant())))
                .map(this::credential);
    }

    /** For a session or token that was made before; empty where there is no such person. */
    public Mono<Credential> credential(UUID personId) {
        return database.read(Scope.background(), tx -> credentials.byId(tx, personId, Beijing.day(clock.instant())))
                .map(this::credential);
    }

    private Credential credential(SqlCredentials.Stored stored) {
        String sealed = stored.totpSealed();
        return new Credential(stored.personId(), stored.name(), stored.account(), stored.phone(), stored.passwordHash(),
                sealed == null ? null : sealing.open(sealed), stored.active(),
                Appointments.actingFor(stored.held(), Beijing.day(clock.instant())));
    }

    /** Names of up to 10,000 people; unknown ids are left out. */
    public Mono<Map<UUID, String>> names(Set<UUID> ids) {
        return ids.isEmpty() ? Mono.just(Map.of()) : database.read(Scope.background(), tx -> people.names(tx, ids));
    }

    /** People whom the reader may see. */
    public Mono<Page<Person>> people(Scope scope, @Nullable String q, @Nullable UUID party, PartyBoard.Span span) {
        return database.read(scope, tx -> people.list(tx, q, party, span));
    }
}
