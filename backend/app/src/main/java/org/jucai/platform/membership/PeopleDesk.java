package org.jucai.platform.membership;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Role;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Adds people, changes their roles, deactivates them. */
@Component
public class PeopleDesk {

    static final String STREAM = "person";
    private static final Duration FIRST_PASSWORD = Duration.ofDays(7);

    private final SqlPeople people;
    private final Powers powers;
    private final PasswordDesk passwords;
    private final Journal journal;
    private final Ids ids;

    PeopleDesk(SqlPeople people, Powers powers, PasswordDesk passwords, Journal journal, Ids ids) {
        this.people = people;
        this.powers = powers;
        this.passwords = passwords;
        this.journal = journal;
        this.ids = ids;
    }

    /** A person as handed in. */
    public record Newcomer(
            UUID partyId, String name, String account, String phone, Set<Role> roles, @Nullable UUID belongsToMemberId) {
        public Newcomer {
            roles = Set.copyOf(roles);
        }
    }

    /** Roles as they shall be at one party; none ends the appointment. */
    public record RoleChange(UUID partyId, Set<Role> roles, @Nullable UUID belongsToMemberId) {
        public RoleChange {
            roles = Set.copyOf(roles);
        }
    }

    /** Adds a person, who gets a text with a link to set the password. */
    public Mono<Person> add(Asking asking, Newcomer newcomer) {
        PersonEvent event = new PersonEvent.PersonAdded(newcomer.partyId(), newcomer.name(), newcomer.roles());
        UUID id = ids.next();
        Person person = new Person(id, newcomer.name(), newcomer.account(), newcomer.phone(), true, false, 1, List.of());
        return powers.decide(asking, newcomer.partyId(), RoleRules.Change.newcomer(newcomer.roles()), event)
                .flatMap(allowed -> people.add(asking.tx(), person, asking.at())
                        .then(Mono.defer(() -> people.open(asking.tx(), new SqlPeople.NewPost(ids.next(), id,
                                newcomer.partyId(), newcomer.roles(), newcomer.belongsToMemberId(), asking.today()))))
                        .then(Mono.defer(() -> passwords.sendLink(asking.tx(), person, "first-password", FIRST_PASSWORD, asking.at())))
                        .then(Mono.defer(() -> write(asking, id, 1, newcomer.partyId(), allowed)))
                        .then(Mono.defer(() -> found(asking, id))));
    }

    /** Replaces what a person may do for one party. */
    public Mono<Person> change(Asking asking, UUID personId, long version, RoleChange asked) {
        return found(asking, personId).flatMap(person -> {
            refuseIf(!person.active(), PeopleRefusal.PERSON_INACTIVE);
            Set<Role> before = person.rolesAt(asked.partyId());
            PersonEvent event = new PersonEvent.RolesChanged(asked.partyId(), before, asked.roles(), asked.belongsToMemberId());
            return powers.decide(asking, asked.partyId(), powers.change(personId, before, asked.roles()), event)
                    .flatMap(allowed -> people.move(asking.tx(), personId, version, true)
                            .flatMap(first -> first ? post(asking, personId, asked) : PartyShelf.second())
                            .then(Mono.defer(() -> write(asking, personId, version + 1, asked.partyId(), allowed)))
                            .then(Mono.defer(() -> left(asking, person, asked))));
        });
    }

    private Mono<Void> post(Asking asking, UUID personId, RoleChange asked) {
        Mono<Void> ended = people.end(asking.tx(), personId, asked.partyId(), asking.today());
        if (asked.roles().isEmpty()) return ended;
        return ended.then(Mono.defer(() -> people.open(asking.tx(), new SqlPeople.NewPost(
                ids.next(), personId, asked.partyId(), asked.roles(), asked.belongsToMemberId(), asking.today()))));
    }

    /** Whoever ended the last appointment it may see sees the person once more, as changed. */
    private Mono<Person> left(Asking asking, Person before, RoleChange asked) {
        return people.find(asking.tx(), before.id()).switchIfEmpty(Mono.fromSupplier(() -> new Person(before.id(), before.name(),
                before.account(), before.phone(), true, before.passwordSet(), before.version() + 1,
                before.posts().stream().filter(post -> !post.partyId().equals(asked.partyId())).toList())));
    }

    /** Deactivates a person; needs power over every role the person holds. */
    public Mono<Person> deactivate(Asking asking, UUID personId, String reason) {
        return found(asking, personId).flatMap(person -> {
            refuseIf(!person.active(), PeopleRefusal.PERSON_INACTIVE);
            List<Person.Post> open = SqlPeople.open(person);
            refuseIf(open.isEmpty(), PeopleRefusal.ROLE_NOT_YOURS_TO_GIVE);
            PersonEvent event = new PersonEvent.PersonDeactivated(reason);
            return Flux.fromIterable(open)
                    .concatMap(post -> powers.decide(asking, post.partyId(), powers.change(personId, post.roles(), Set.of()), event))
                    .then(people.move(asking.tx(), personId, person.version(), false))
                    .flatMap(first -> first
                            ? write(asking, personId, person.version() + 1, open.getFirst().partyId(), event)
                            : PartyShelf.<Void>second())
                    .then(Mono.defer(() -> found(asking, personId)));
        });
    }

    private Mono<Person> found(Asking asking, UUID id) {
        return people.find(asking.tx(), id).switchIfEmpty(Mono.error(() -> new RefusedException(PeopleRefusal.PERSON_UNKNOWN)));
    }

    private Mono<Void> write(Asking asking, UUID id, long version, UUID party, PersonEvent event) {
        return journal.append(asking.tx(), asking.actor(), asking.at(), List.of(new NewEvent(STREAM, id, version, null,
                event.getClass().getSimpleName(), event, Set.copyOf(List.of(party, asking.actor().partyId())))));
    }

    private static void refuseIf(boolean refused, PeopleRefusal refusal) {
        if (refused) throw new RefusedException(refusal);
    }
}
