package org.jucai.platform.security.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.membership.Appointment;
import org.jucai.platform.membership.Credential;
import org.jucai.platform.security.Presence;
import org.jucai.platform.security.SecondFactorDesk;
import org.jucai.platform.security.StoredSession;
import org.jucai.spec.model.OpenSession;
import org.jucai.spec.model.PartyKindName;
import org.jucai.spec.model.RoleName;
import org.jucai.spec.model.SecondFactorEnrolment;
import org.jucai.spec.model.SecondFactorState;
import org.jucai.spec.model.Session;
import org.jucai.spec.model.SessionAppointment;
import org.jucai.spec.model.SessionParty;
import org.jucai.spec.model.SessionPerson;
import org.jucai.spec.model.TokenScope;

/** How sessions leave by HTTP. */
final class SessionViews {

    private SessionViews() {}

    static Session session(Presence who, Instant now) {
        Credential person = who.credential();
        Actor actor = who.actor();
        Session view = new Session()
                .person(new SessionPerson().personId(person.personId()).displayName(person.displayName()).account(person.account()))
                .party(new SessionParty()
                        .partyId(who.appointment().partyId())
                        .kind(PartyKindName.fromValue(who.appointment().kind().name()))
                        .name(who.appointment().partyName()))
                .roles(roles(actor.roles()))
                .parties(person.appointments().stream().map(SessionViews::appointment).toList())
                .entry(Session.EntryEnum.fromValue(actor.entry().name()))
                .scopes(actor.scopes().stream().sorted().map(TokenScope::fromValue).toList())
                .secondFactor(new SecondFactorState().enrolled(person.totpSecret() != null).shown(actor.secondFactor()))
                .serverTime(now);
        StoredSession session = who.session();
        if (session != null) view.csrfToken(session.csrfToken()).expiresAt(session.expiresAt());
        if (who.token() != null) view.expiresAt(who.token().expiresAt());
        return view;
    }

    static SecondFactorEnrolment enrolment(SecondFactorDesk.Enrolment enrolment) {
        return new SecondFactorEnrolment().secret(enrolment.secret()).otpauthUri(enrolment.uri()).expiresAt(enrolment.expiresAt());
    }

    static OpenSession open(StoredSession session, Presence who) {
        String party = who.credential().appointments().stream()
                .filter(one -> one.partyId().equals(session.partyId()))
                .map(Appointment::partyName)
                .findFirst()
                .orElse("");
        return new OpenSession()
                .sessionId(session.handle())
                .current(session.key().equals(who.requiredSession().key()))
                .device(session.origin().device())
                .address(session.origin().address())
                .party(party)
                .since(session.since())
                .lastSeenAt(session.lastSeenAt());
    }

    private static SessionAppointment appointment(Appointment appointment) {
        return new SessionAppointment()
                .partyId(appointment.partyId())
                .kind(PartyKindName.fromValue(appointment.kind().name()))
                .name(appointment.partyName())
                .roles(roles(appointment.roles()));
    }

    private static List<RoleName> roles(Set<Role> roles) {
        return roles.stream().sorted().map(role -> RoleName.fromValue(role.name())).toList();
    }
}
