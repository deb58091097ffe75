package org.jucai.platform.membership;

import java.time.Instant;
import java.util.UUID;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Links between people and what identity providers call them. */
@Component
class SqlIdentities {

    private static final String LINK = """
            insert into linked_identity (id, person_id, issuer, subject, linked_at) values (:id, :person, :issuer, :subject, :at)
            """;

    Mono<UUID> personOf(Tx tx, Identity identity) {
        return tx.sql("select person_id from linked_identity where issuer = :issuer and subject = :subject")
                .bind("issuer", identity.issuer()).bind("subject", identity.subject()).mapValue(UUID.class).one();
    }

    Mono<Instant> linkedAt(Tx tx, UUID person, String issuer) {
        return tx.sql("select linked_at from linked_identity where person_id = :person and issuer = :issuer")
                .bind("person", person).bind("issuer", issuer).mapValue(Instant.class).one();
    }

    /** Refused where somebody has that identity, or the person another one of the same provider. */
    Mono<Void> link(Tx tx, UUID id, UUID person, Identity identity, Instant at) {
        return tx.sql(LINK).bind("id", id).bind("person", person).bind("issuer", identity.issuer())
                .bind("subject", identity.subject()).bind("at", Bound.at(at))
                .fetch().rowsUpdated()
                .onErrorMap(DuplicateKeyException.class, _ -> new RefusedException(PeopleRefusal.IDENTITY_TAKEN)).then();
    }

    Mono<Long> unlink(Tx tx, UUID person, String issuer) {
        return tx.sql("delete from linked_identity where person_id = :person and issuer = :issuer")
                .bind("person", person).bind("issuer", issuer).fetch().rowsUpdated();
    }
}
