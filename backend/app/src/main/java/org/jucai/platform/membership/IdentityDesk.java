package org.jucai.platform.membership;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Links people to what an identity provider calls them. Only somebody signed in or holding an invitation is ever linked: an
 * e-mail address or a name that the provider tells proves nothing here.
 */
@Component
public class IdentityDesk {

    private final Database database;
    private final SqlIdentities identities;
    private final SqlCredentials credentials;
    private final Ids ids;
    private final Clock clock;

    IdentityDesk(Database database, SqlIdentities identities, SqlCredentials credentials, Ids ids, Clock clock) {
        this.database = database;
        this.identities = identities;
        this.credentials = credentials;
        this.ids = ids;
        this.clock = clock;
    }

    /** The person so called; empty where nobody is. */
    public Mono<UUID> personOf(Identity identity) {
        return database.read(Scope.background(), tx -> identities.personOf(tx, identity));
    }

    /** Since when the person is linked; empty where not. */
    public Mono<Instant> linkedAt(UUID personId, String issuer) {
        return database.read(Scope.background(), tx -> identities.linkedAt(tx, personId, issuer));
    }

    /** Links somebody who is signed in; the same identity again changes nothing. */
    public Mono<Void> link(UUID personId, Identity identity) {
        return database.write(Scope.background(), tx -> identities.personOf(tx, identity)
                .map(personId::equals)
                .defaultIfEmpty(false)
                .flatMap(same -> same ? Mono.empty() : identities.link(tx, ids.next(), personId, identity, clock.instant())));
    }

    /** Refused where the person would be left without a way in: whoever has no password keeps the link. */
    public Mono<Void> unlink(UUID personId, String issuer) {
        return database.write(Scope.background(), tx -> credentials.byId(tx, personId, Beijing.day(clock.instant()))
                .filter(stored -> !stored.passwordHash().isEmpty())
                .switchIfEmpty(Mono.error(() -> new RefusedException(PeopleRefusal.PASSWORD_NEEDED_FIRST)))
                .flatMap(_ -> identities.unlink(tx, personId, issuer)))
                .then();
    }
}
