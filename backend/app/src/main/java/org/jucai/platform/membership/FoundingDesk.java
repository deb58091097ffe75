package org.jucai.platform.membership;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Founds an installation: the platform as a party, and its first administrator, who registers everyone else. */
@Component
public class FoundingDesk {

    private static final String PLATFORM_CODE = "P001";

    private final Database database;
    private final SqlParties parties;
    private final SqlPeople people;
    private final Secrets secrets;
    private final PasswordDesk.Links links;

    FoundingDesk(Database database, SqlParties parties, SqlPeople people, Secrets secrets, PasswordDesk.Links links) {
        this.database = database;
        this.parties = parties;
        this.people = people;
        this.secrets = secrets;
        this.links = links;
    }

    /** How the first password is kept. */
    @Component
    record Secrets(Passwords passwords, PasswordDesk desk) {}

    /** The first administrator. */
    public record Founder(String platformName, String name, String account, String phone, String password) {
        @Override
        public String toString() {
            return "Founder[" + account + "]";
        }
    }

    /** The administrator as an actor; empty where the installation was founded before, which changes nothing. */
    public Mono<Actor> found(Founder founder) {
        PasswordDesk.refuseWeak(founder.password(), founder.account());
        return secrets.passwords().hash(founder.password()).flatMap(hash -> database.write(Scope.background(), tx ->
                parties.exists(tx, PartyKind.PLATFORM).filter(exists -> !exists).flatMap(_ -> write(tx, founder, hash))));
    }

    private Mono<Actor> write(Tx tx, Founder founder, String hash) {
        UUID platform = links.ids().next();
        UUID id = links.ids().next();
        Actor actor = new Actor(id, platform, PartyKind.PLATFORM, Set.of(Role.PLATFORM_ADMIN), Set.of(), Actor.Entry.CLOCK, false);
        Asking asking = new Asking(tx, actor, links.clock().instant());
        Party party = new Party(platform, PartyKind.PLATFORM, PLATFORM_CODE, founder.platformName(), null, null, null, null, null, true, 1);
        Person person = new Person(id, founder.name(), founder.account(), founder.phone(), true, true, 1, List.of());
        MemberEvent event = new MemberEvent.PartyRegistered("PLATFORM", PLATFORM_CODE, founder.platformName(), null, null, null);
        return parties.insert(tx, party, asking.at())
                .then(Mono.defer(() -> people.add(tx, person, asking.at())))
                .then(Mono.defer(() -> people.open(tx, new SqlPeople.NewPost(
                        links.ids().next(), id, platform, actor.roles(), null, asking.today()))))
                .then(Mono.defer(() -> links.journal().append(tx, actor, asking.at(), List.of(new NewEvent(PartyShelf.STREAM, platform,
                        1, null, "PartyRegistered", event, Set.of(platform))))))
                .then(Mono.defer(() -> secrets.desk().setPassword(tx, id, hash, asking.at())))
                .thenReturn(actor);
    }
}
