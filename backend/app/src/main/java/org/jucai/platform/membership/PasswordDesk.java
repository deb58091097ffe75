package org.jucai.platform.membership;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sets passwords and second factors. Nobody is signed in then, so it is background work, entitled by a link's secret. */
@Component
public class PasswordDesk {

    private static final Duration RESET = Duration.ofMinutes(30);
    private static final Duration WATCHED = Duration.ofHours(1);
    private static final long MOST_LINKS = 3;

    private final Database database;
    private final SqlCredentials credentials;
    private final Passwords passwords;
    private final Sealing sealing;
    private final Links links;

    PasswordDesk(Database database, SqlCredentials credentials, Passwords passwords, Sealing sealing, Links links) {
        this.database = database;
        this.credentials = credentials;
        this.passwords = passwords;
        this.sealing = sealing;
        this.links = links;
    }

    /** What links and their events need. */
    @Component
    record Links(LinkTokens tokens, Texts texts, MembershipProperties properties, Journal journal, Ids ids, Clock clock) {}

    Mono<Void> sendLink(Tx tx, Person person, String purpose, Duration lasting, Instant at) {
        String token = links.tokens().next();
        String link = links.properties().publicAddress() + "/password/" + token;
        return credentials.make(tx, new SqlCredentials.NewLink(
                        links.ids().next(), LinkTokens.digest(token), person.id(), at, at.plus(lasting)))
                .then(Mono.defer(() -> links.texts().queue(tx, new Texts.Telling(person.phone(), purpose,
                        Map.of("name", person.name(), "account", person.account(), "link", link), lasting), at)));
    }

    /** Sends a link if somebody has that name, at most three an hour; the caller is not told whether. */
    public Mono<Void> request(String accountOrPhone) {
        Instant now = links.clock().instant();
        return database.write(Scope.background(), tx -> credentials.byName(tx, accountOrPhone.strip(), Beijing.day(now))
                .filter(SqlCredentials.Stored::active)
                .filterWhen(stored -> credentials.linksSince(tx, stored.personId(), now.minus(WATCHED)).map(made -> made < MOST_LINKS))
                .flatMap(stored -> sendLink(tx, person(stored), "password-reset", RESET, now)));
    }

    private static Person person(SqlCredentials.Stored stored) {
        return new Person(stored.personId(), stored.name(), stored.account(), stored.phone(), true, true, stored.version(), List.of());
    }

    /** Sets the password by the link's secret; the same key again gets the same answer. */
    public Mono<UUID> complete(String token, String password, String key) {
        byte[] digest = LinkTokens.digest(token);
        return database.read(Scope.background(), tx -> usable(tx, digest, key, false))
                .doOnNext(link -> refuseWeak(password, link.account()))
                .flatMap(_ -> passwords.hash(password))
                .flatMap(hash -> database.write(Scope.background(), tx -> usable(tx, digest, key, true)
                        .flatMap(link -> link.usedAt() != null ? Mono.just(link.personId()) : set(tx, link, digest, key, hash))));
    }

    private Mono<UUID> set(Tx tx, SqlCredentials.Link link, byte[] digest, String key, String hash) {
        Instant now = links.clock().instant();
        return credentials.use(tx, digest, link.personId(), key, now)
                .then(Mono.defer(() -> setPassword(tx, link.personId(), hash, now)))
                .thenReturn(link.personId());
    }

    /** The link, if it still works or was used under this very key. */
    private Mono<SqlCredentials.Link> usable(Tx tx, byte[] digest, String key, boolean locked) {
        return credentials.link(tx, digest, locked)
                .filter(link -> link.usedAt() == null
                        ? link.active() && links.clock().instant().isBefore(link.expiresAt())
                        : key.equals(link.useKey()))
                .switchIfEmpty(Mono.error(() -> new RefusedException(PeopleRefusal.RESET_LINK_ENDED)));
    }

    static void refuseWeak(String password, String account) {
        if (!PasswordRules.isStrong(password, account)) {
            throw new RefusedException(PeopleRefusal.PASSWORD_TOO_WEAK, Map.of("shortest", PasswordRules.SHORTEST));
        }
    }

    /** Sets a hashed password and says so in the history. */
    Mono<Void> setPassword(Tx tx, UUID personId, String hash, Instant at) {
        return credentials.setPassword(tx, personId, hash)
                .flatMap(version -> write(tx, personId, version, new PersonEvent.PasswordSet(), at));
    }

    /** Sets, or with null takes away, the second factor of a person; the security module has checked a code before. */
    public Mono<Void> setSecondFactor(UUID personId, @Nullable String totpSecret) {
        return Mono.defer(() -> {
            Instant now = links.clock().instant();
            String sealed = totpSecret == null ? null : sealing.seal(totpSecret);
            return database.write(Scope.background(), tx -> credentials.setTotp(tx, personId, sealed)
                    .flatMap(version -> write(tx, personId, version, new PersonEvent.SecondFactorSet(), now)));
        });
    }

    private Mono<Void> write(Tx tx, UUID personId, long version, PersonEvent event, Instant at) {
        return credentials.byId(tx, personId, Beijing.day(at)).flatMap(stored -> {
            Set<UUID> readers = stored.held().stream().map(held -> held.party().partyId()).collect(Collectors.toSet());
            UUID party = Stream.concat(readers.stream().sorted(), Stream.of(personId)).findFirst().orElseThrow();
            Actor actor = new Actor(personId, party, PartyKind.PLATFORM, Set.of(), Set.of(), Actor.Entry.LINK, false);
            return links.journal().append(tx, actor, at, List.of(new NewEvent(PeopleDesk.STREAM, personId, version, null,
                    event.getClass().getSimpleName(), event, readers)));
        });
    }
}
