package org.jucai.local.world;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.AdmissionDesk;
import org.jucai.platform.membership.FileDesk;
import org.jucai.platform.membership.PartyDesk;
import org.jucai.platform.membership.PeopleDesk;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The desks where members are made, and the way to them: in an actor's name, at a time of the demo. */
@Component
record Desk(Database database, PartyDesk parties, AdmissionDesk admission, FileDesk files, PeopleDesk people) {

    /** One transaction in one actor's name. */
    <T> Mono<T> as(Actor actor, Instant at, Function<Asking, Mono<T>> work) {
        return database.write(Scope.of(actor), tx -> work.apply(new Asking(tx, actor, at)));
    }

    /** One transaction that carries commands of several parties. */
    <T> Mono<T> together(Set<UUID> parties, Function<Tx, Mono<T>> work) {
        return database.write(Scope.parties(parties), work);
    }

    /** Adds a person of the demo, whom the cast knows afterwards. */
    Mono<Void> add(Asking asking, Cast cast, Person person) {
        PeopleDesk.Newcomer newcomer = new PeopleDesk.Newcomer(
                cast.party(person.party()), person.name(), person.account(), phone(person.account()), person.roles(), null);
        return people.add(asking, newcomer)
                .doOnNext(added -> cast.person(person.account(), Cast.actor(added.id(), newcomer.partyId(), person.kind(), person.roles())))
                .then();
    }

    /** A number that no telephone has: none begins with 100. */
    static String phone(String account) {
        CRC32 sum = new CRC32();
        sum.update(account.getBytes(StandardCharsets.UTF_8));
        return "100%08d".formatted(sum.getValue() % 100_000_000);
    }
}
