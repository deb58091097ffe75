package org.jucai.platform.membership.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.membership.InvitationDesk;
import org.jucai.platform.membership.PartyBoard.Span;
import org.jucai.platform.membership.PasswordDesk;
import org.jucai.platform.membership.PeopleBoard;
import org.jucai.platform.membership.PeopleDesk;
import org.jucai.spec.api.PeopleApi;
import org.jucai.spec.model.AcceptedInvitation;
import org.jucai.spec.model.Invitation;
import org.jucai.spec.model.InvitationAcceptance;
import org.jucai.spec.model.InvitationOffer;
import org.jucai.spec.model.InvitationPage;
import org.jucai.spec.model.NewInvitation;
import org.jucai.spec.model.NewPassword;
import org.jucai.spec.model.NewPerson;
import org.jucai.spec.model.PasswordResetNoted;
import org.jucai.spec.model.PasswordResetRequest;
import org.jucai.spec.model.PasswordSet;
import org.jucai.spec.model.Person;
import org.jucai.spec.model.PersonPage;
import org.jucai.spec.model.Reason;
import org.jucai.spec.model.RoleChange;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** People, invitations and passwords over HTTP. */
@RestController
class PeopleController implements PeopleApi {

    private final PeopleDesk desk;
    private final InvitationDesk invitations;
    private final PasswordDesk passwords;
    private final PeopleBoard board;
    private final Edge edge;

    PeopleController(PeopleDesk desk, InvitationDesk invitations, PasswordDesk passwords, PeopleBoard board, Edge edge) {
        this.desk = desk;
        this.invitations = invitations;
        this.passwords = passwords;
        this.board = board;
        this.edge = edge;
    }

    @Override
    public Mono<PersonPage> listPeople(
            @Nullable String q, @Nullable UUID partyId, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        return board.people(Caller.of(exchange).scope(), q, partyId, new Span(cursor, limit)).map(PeopleViews::page);
    }

    @Override
    public Mono<Person> addPerson(String key, Mono<NewPerson> form, ServerWebExchange exchange) {
        return shown(exchange, edge.once(exchange, form, Person.class,
                (asking, body) -> desk.add(asking, PeopleViews.newcomer(body)).map(PeopleViews::view)));
    }

    @Override
    public Mono<Person> changePersonRoles(UUID id, String ifMatch, Mono<RoleChange> form, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return shown(exchange, form.flatMap(body -> edge.write(caller,
                asking -> desk.change(asking, id, caller.requiredVersion(), PeopleViews.change(body)).map(PeopleViews::view))));
    }

    @Override
    public Mono<Person> deactivatePerson(UUID id, String key, Mono<Reason> form, ServerWebExchange exchange) {
        return shown(exchange, edge.once(exchange, form, Person.class,
                (asking, body) -> desk.deactivate(asking, id, body.getReason()).map(PeopleViews::view)));
    }

    private static Mono<Person> shown(ServerWebExchange exchange, Mono<Person> view) {
        return view.doOnNext(person -> Caller.of(exchange).showVersion(person.getVersion()));
    }

    @Override
    public Mono<InvitationPage> listInvitations(@Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return invitations.list(caller.scope(), new Span(cursor, limit)).map(page -> PeopleViews.invitations(page, caller.now()));
    }

    @Override
    public Mono<Invitation> invitePerson(String key, Mono<NewInvitation> form, ServerWebExchange exchange) {
        return edge.once(exchange, form, Invitation.class, (asking, body) -> invitations
                .invite(asking, PeopleViews.guest(body))
                .map(invitation -> PeopleViews.view(invitation, asking.at())));
    }

    @Override
    public Mono<InvitationOffer> getInvitation(String token, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return invitations.offer(token).map(invitation -> PeopleViews.offer(invitation, caller.now()));
    }

    @Override
    public Mono<AcceptedInvitation> acceptInvitation(
            String token, String key, Mono<InvitationAcceptance> form, ServerWebExchange exchange) {
        return form.flatMap(body ->
                        invitations.accept(token, new InvitationDesk.Acceptance(body.getAccount(), body.getPassword(), key)))
                .map(accepted -> new AcceptedInvitation().personId(accepted.personId()).account(accepted.account()));
    }

    @Override
    public Mono<PasswordResetNoted> requestPasswordReset(String key, Mono<PasswordResetRequest> form, ServerWebExchange exchange) {
        return form.flatMap(body -> passwords.request(body.getAccountOrPhone()))
                .then(Mono.fromSupplier(() -> new PasswordResetNoted().noted(true)));
    }

    @Override
    public Mono<PasswordSet> completePasswordReset(String token, String key, Mono<NewPassword> form, ServerWebExchange exchange) {
        return form.flatMap(body -> passwords.complete(token, body.getPassword(), key))
                .map(person -> new PasswordSet().personId(person));
    }
}
