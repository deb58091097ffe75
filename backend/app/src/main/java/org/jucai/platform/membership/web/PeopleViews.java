package org.jucai.platform.membership.web;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.membership.Invitation;
import org.jucai.platform.membership.InvitationDesk;
import org.jucai.platform.membership.PeopleDesk;
import org.jucai.platform.membership.Person;
import org.jucai.spec.model.InvitationOffer;
import org.jucai.spec.model.InvitationPage;
import org.jucai.spec.model.InvitationState;
import org.jucai.spec.model.NewInvitation;
import org.jucai.spec.model.NewPerson;
import org.jucai.spec.model.PartyKindName;
import org.jucai.spec.model.PersonAppointment;
import org.jucai.spec.model.PersonPage;
import org.jucai.spec.model.RoleChange;
import org.jucai.spec.model.RoleName;

/** People and invitations, between forms and values. */
final class PeopleViews {

    private PeopleViews() {}

    static PeopleDesk.Newcomer newcomer(NewPerson form) {
        return new PeopleDesk.Newcomer(form.getPartyId(), form.getName(), form.getAccount(), form.getPhone(),
                roles(form.getRoles()), form.getBelongsToMemberId());
    }

    static PeopleDesk.RoleChange change(RoleChange form) {
        return new PeopleDesk.RoleChange(form.getPartyId(), roles(form.getRoles()), form.getBelongsToMemberId());
    }

    static InvitationDesk.Guest guest(NewInvitation form) {
        return new InvitationDesk.Guest(
                form.getPartyId(), form.getName(), form.getPhone(), roles(form.getRoles()), form.getBelongsToMemberId());
    }

    private static Set<Role> roles(Collection<RoleName> names) {
        return names.stream().map(name -> Role.valueOf(name.name())).collect(Collectors.toSet());
    }

    private static List<RoleName> names(Set<Role> roles) {
        return roles.stream().sorted().map(role -> RoleName.fromValue(role.name())).toList();
    }

    static org.jucai.spec.model.Person view(Person person) {
        return new org.jucai.spec.model.Person()
                .id(person.id())
                .name(person.name())
                .account(person.account())
                .phone(person.phone())
                .active(person.active())
                .passwordSet(person.passwordSet())
                .appointments(person.posts().stream().map(PeopleViews::post).toList())
                .version(person.version());
    }

    private static PersonAppointment post(Person.Post post) {
        return new PersonAppointment()
                .partyId(post.partyId())
                .partyName(post.partyName())
                .partyKind(PartyKindName.fromValue(post.partyKind().name()))
                .roles(names(post.roles()))
                .fromOn(post.fromOn())
                .toOn(post.toOn())
                .belongsToMemberId(post.belongsToMemberId());
    }

    static PersonPage page(Page<Person> page) {
        return new PersonPage().items(page.items().stream().map(PeopleViews::view).toList()).nextCursor(page.nextCursor());
    }

    static org.jucai.spec.model.Invitation view(Invitation invitation, Instant now) {
        return new org.jucai.spec.model.Invitation()
                .id(invitation.id())
                .partyId(invitation.party().id())
                .partyName(invitation.party().nameZh())
                .partyKind(PartyKindName.fromValue(invitation.party().kind().name()))
                .name(invitation.name())
                .phone(invitation.phone())
                .roles(names(invitation.roles()))
                .expiresAt(invitation.expiresAt())
                .state(InvitationState.fromValue(invitation.state(now).name()));
    }

    static InvitationPage invitations(Page<Invitation> page, Instant now) {
        return new InvitationPage().items(page.items().stream().map(one -> view(one, now)).toList()).nextCursor(page.nextCursor());
    }

    static InvitationOffer offer(Invitation invitation, Instant now) {
        return new InvitationOffer()
                .partyName(invitation.party().nameZh())
                .partyKind(PartyKindName.fromValue(invitation.party().kind().name()))
                .name(invitation.name())
                .roles(names(invitation.roles()))
                .expiresAt(invitation.expiresAt())
                .state(InvitationState.fromValue(invitation.state(now).name()));
    }
}
