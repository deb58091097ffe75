package org.jucai.platform.membership;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Invites people by a link; whoever holds the link chooses account and password, once. */
@Component
public class InvitationDesk {

    private static final Duration LASTING = Duration.ofDays(7);
    private static final String STREAM = "invitation";

    private final Database database;
    private final SqlInvitations invitations;
    private final Joining joining;
    private final Passwords passwords;
    private final PasswordDesk.Links links;

    InvitationDesk(Database database, SqlInvitations invitations, Joining joining, Passwords passwords, PasswordDesk.Links links) {
        this.database = database;
        this.invitations = invitations;
        this.joining = joining;
        this.passwords = passwords;
        this.links = links;
    }

    /** Whom accepting an invitation makes a person. */
    @Component
    record Joining(SqlParties parties, SqlPeople people, SqlIdentities identities, Powers powers, PasswordDesk passwords) {}

    /** Somebody to be invited. */
    public record Guest(UUID partyId, String name, String phone, Set<Role> roles, @Nullable UUID belongsToMemberId) {
        public Guest {
            roles = Set.copyOf(roles);
        }
    }

    /** What the holder of the link chose. */
    public record Acceptance(String account, String password, String key) {
        @Override
        public String toString() {
            return "Acceptance[" + account + "]";
        }
    }

    /** Who came of it. */
    public record Accepted(UUID personId, String account) {}

    public Mono<Invitation> invite(Asking asking, Guest guest) {
        UUID id = links.ids().next();
        PersonEvent event = new PersonEvent.PersonInvited(id, guest.partyId(), guest.name(), guest.roles());
        return joining.powers().decide(asking, guest.partyId(), RoleRules.Change.newcomer(guest.roles()), event)
                .flatMap(allowed -> joining.parties().names(asking.tx(), List.of(guest.partyId()))
                        .map(names -> invitation(id, names.getFirst(), guest, asking.at()))
                        .flatMap(invitation -> send(asking, invitation)
                                .then(Mono.defer(() -> write(asking, 1, invitation, allowed)))
                                .thenReturn(invitation)));
    }

    private static Invitation invitation(UUID id, PartyName party, Guest guest, Instant at) {
        return new Invitation(id, party, guest.name(), guest.phone(), guest.roles(), guest.belongsToMemberId(), at.plus(LASTING),
                null, null, null);
    }

    private Mono<Void> send(Asking asking, Invitation invitation) {
        String token = links.tokens().next();
        String link = links.properties().publicAddress() + "/invitation/" + token;
        return invitations.add(asking.tx(), invitation, LinkTokens.digest(token), asking.actor().personId(), asking.at())
                .then(Mono.defer(() -> links.texts().queue(asking.tx(), new Texts.Telling(invitation.phone(), "invitation",
                        Map.of("name", invitation.name(), "party", invitation.party().nameZh(), "link", link), LASTING), asking.at())));
    }

    public Mono<Page<Invitation>> list(Scope scope, PartyBoard.Span span) {
        return database.read(scope, tx -> invitations.list(tx, span.cursor(), span.limit()));
    }

    /** What the link offers. */
    public Mono<Invitation> offer(String token) {
        return database.read(Scope.background(), tx -> known(tx, LinkTokens.digest(token), false));
    }

    private Mono<Invitation> known(Tx tx, byte[] digest, boolean locked) {
        return invitations.byToken(tx, digest, locked)
                .switchIfEmpty(Mono.error(() -> new RefusedException(PeopleRefusal.INVITATION_UNKNOWN)));
    }

    /** Makes the holder of the link a person; the link ends. The same key again gets the same answer. */
    public Mono<Accepted> accept(String token, Acceptance chosen) {
        byte[] digest = LinkTokens.digest(token);
        return database.read(Scope.background(), tx -> usable(tx, digest, chosen, false))
                .doOnNext(_ -> PasswordDesk.refuseWeak(chosen.password(), chosen.account()))
                .flatMap(_ -> passwords.hash(chosen.password()))
                .flatMap(hash -> {
                    Newcomer newcomer = new Newcomer(chosen.account(), chosen.key(), true,
                            (tx, id) -> joining.passwords().setPassword(tx, id, hash, links.clock().instant()));
                    return database.write(Scope.background(), tx -> usable(tx, digest, chosen, true)
                            .flatMap(invitation -> joinOnce(tx, invitation, newcomer)));
                });
    }

    /** The same for whoever proved to an identity provider who they are; {@code offer} told the id to the holder of the link. */
    public Mono<Accepted> accept(UUID invitationId, String account, Identity identity, String key) {
        Newcomer newcomer = new Newcomer(account, key, false,
                (tx, id) -> joining.identities().link(tx, links.ids().next(), id, identity, links.clock().instant()));
        return database.write(Scope.background(), tx -> stillOpen(invitations.locked(tx, invitationId), key)
                .flatMap(invitation -> joinOnce(tx, invitation, newcomer)));
    }

    private Mono<Accepted> joinOnce(Tx tx, Invitation invitation, Newcomer newcomer) {
        return invitation.personId() == null
                ? join(tx, invitation, newcomer)
                : Mono.just(new Accepted(invitation.personId(), newcomer.account()));
    }

    /** Who joins, and what lets them in from now on. */
    private record Newcomer(String account, String key, boolean withPassword, BiFunction<Tx, UUID, Mono<Void>> entitled) {}

    private Mono<Invitation> usable(Tx tx, byte[] digest, Acceptance chosen, boolean locked) {
        return stillOpen(known(tx, digest, locked), chosen.key());
    }

    private Mono<Invitation> stillOpen(Mono<Invitation> invitation, String key) {
        return invitation
                .filter(one -> switch (one.state(links.clock().instant())) {
                    case OPEN -> true;
                    case ACCEPTED -> key.equals(one.acceptKey());
                    case EXPIRED -> false;
                })
                .switchIfEmpty(Mono.error(() -> new RefusedException(PeopleRefusal.INVITATION_ENDED)));
    }

    private Mono<Accepted> join(Tx tx, Invitation invitation, Newcomer chosen) {
        Instant now = links.clock().instant();
        UUID id = links.ids().next();
        PartyName party = invitation.party();
        Actor actor = new Actor(id, party.id(), party.kind(), invitation.roles(), Set.of(), Actor.Entry.LINK, false);
        Person person = new Person(id, invitation.name(), chosen.account(), invitation.phone(), true, chosen.withPassword(), 1, List.of());
        PersonEvent event = new PersonEvent.InvitationAccepted(invitation.id(), party.id(), invitation.roles());
        return joining.people().add(tx, person, now)
                .then(Mono.defer(() -> joining.people().open(tx, new SqlPeople.NewPost(links.ids().next(), id, party.id(),
                        invitation.roles(), invitation.belongsToMemberId(), Beijing.day(now)))))
                .then(Mono.defer(() -> chosen.entitled().apply(tx, id)))
                .then(Mono.defer(() -> invitations.accept(tx, invitation.id(), id, chosen.key(), now)))
                .then(Mono.defer(() -> write(new Asking(tx, actor, now), 2, invitation, event)))
                .thenReturn(new Accepted(id, chosen.account()));
    }

    private Mono<Void> write(Asking asking, long version, Invitation invitation, PersonEvent event) {
        return links.journal().append(asking.tx(), asking.actor(), asking.at(), List.of(new NewEvent(STREAM, invitation.id(), version, null,
                event.getClass().getSimpleName(), event, Set.copyOf(List.of(invitation.party().id(), asking.actor().partyId())))));
    }
}
