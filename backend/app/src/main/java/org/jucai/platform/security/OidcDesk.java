package org.jucai.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.membership.Identity;
import org.jucai.platform.membership.IdentityDesk;
import org.jucai.platform.membership.Invitation;
import org.jucai.platform.membership.InvitationDesk;
import org.jucai.platform.membership.PeopleRefusal;
import org.jucai.platform.membership.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** Signs people in by the installation's identity provider: authorization code, PKCE, state, nonce. */
@Component
public class OidcDesk {

    private static final Logger LOG = LoggerFactory.getLogger(OidcDesk.class);
    private static final int AN_ADDRESS_AN_HOUR = 600;

    private final OidcProperties properties;
    private final Provider provider;
    private final Inside inside;
    private final SessionDesk sessions;
    private final AccessAudit audit;
    private final Secrets secrets;

    OidcDesk(OidcProperties properties, Provider provider, Inside inside, SessionDesk sessions, AccessAudit audit, Secrets secrets) {
        this.properties = properties;
        this.provider = provider;
        this.inside = inside;
        this.sessions = sessions;
        this.audit = audit;
        this.secrets = secrets;
    }

    /** The other side: who speaks with it, what is believed of it, what is pending there. */
    @Component
    record Provider(OidcProvider speaker, OidcTokens tokens, OidcErrands errands, Attempts attempts) {}

    /** This side: people, their links and invitations, and where links lead. */
    @Component
    record Inside(People people, IdentityDesk identities, InvitationDesk invitations, Texts texts, Clock clock) {}

    /** What there is, for the sign-in page and the account page. */
    public record Offer(boolean enabled, String name, @Nullable Instant linkedAt) {}

    /** Where the browser goes, and the cookie it comes back with. */
    public record Way(String authorizationUrl, String cookie) {
        @Override
        public String toString() {
            return "Way[]";
        }
    }

    /** What somebody shows who comes back. */
    public record Return(String code, String state, String cookie) {
        @Override
        public String toString() {
            return "Return[]";
        }
    }

    public Mono<Offer> offer(@Nullable UUID personId) {
        if (!properties.isOn()) return Mono.just(new Offer(false, properties.name(), null));
        return personId == null ? Mono.just(new Offer(true, properties.name(), null))
                : inside.identities().linkedAt(personId, properties.issuer())
                        .map(at -> new Offer(true, properties.name(), at))
                        .defaultIfEmpty(new Offer(true, properties.name(), null));
    }

    public Mono<Way> beginSignIn(Origin origin) {
        return spent(origin).then(Mono.defer(() -> send(null, null, null)));
    }

    /** Coming back accepts the invitation under the account chosen. */
    public Mono<Way> beginInvitation(String token, String account, Origin origin) {
        return spent(origin)
                .then(Mono.defer(() -> inside.invitations().offer(token)))
                .filter(invitation -> invitation.state(inside.clock().instant()) == Invitation.State.OPEN)
                .switchIfEmpty(Mono.error(() -> new RefusedException(PeopleRefusal.INVITATION_ENDED)))
                .flatMap(invitation -> send(null, invitation.id(), account));
    }

    public Mono<Way> beginLink(Presence who) {
        return on().then(Mono.defer(() -> send(who.actor().personId(), null, null)));
    }

    private Mono<Void> spent(Origin origin) {
        return on().then(Mono.defer(() -> provider.attempts().spend("oidc-of-address", origin.address(), AN_ADDRESS_AN_HOUR, Duration.ofHours(1))));
    }

    private Mono<Void> on() {
        return properties.isOn() ? Mono.empty() : Mono.error(() -> new RefusedException(SecurityRefusal.OIDC_NOT_CONFIGURED));
    }

    private Mono<Way> send(@Nullable UUID link, @Nullable UUID invitation, @Nullable String account) {
        String state = secrets.next();
        String cookie = secrets.next();
        OidcErrand errand = new OidcErrand(Secrets.hexDigest(cookie), secrets.next(), secrets.next(), link, invitation, account);
        return provider.speaker().known()
                .flatMap(known -> provider.errands().keep(state, errand)
                        .thenReturn(new Way(UriComponentsBuilder.fromUri(known.authorization())
                                .queryParam("response_type", "code")
                                .queryParam("scope", "openid")
                                .queryParam("client_id", "{client}")
                                .queryParam("redirect_uri", "{redirect}")
                                .queryParam("state", state)
                                .queryParam("nonce", errand.nonce())
                                .queryParam("code_challenge", challenge(errand.verifier()))
                                .queryParam("code_challenge_method", "S256")
                                .encode().buildAndExpand(properties.clientId(), redirect()).toUriString(), cookie)));
    }

    private String redirect() {
        return inside.texts().link("/oidc/callback");
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** A session, or nothing where an identity was linked to somebody who has one. */
    public Mono<Optional<Opened>> complete(Return shown, Origin origin) {
        return on().then(Mono.defer(() -> provider.errands().take(shown.state(), shown.cookie())))
                .flatMap(errand -> identity(shown.code(), errand)
                        .flatMap(identity -> errand.linkPersonId() == null
                                ? person(errand, identity, shown.state()).flatMap(id -> open(id, origin)).map(Optional::of)
                                : link(errand.linkPersonId(), identity, origin)))
                .doOnError(RefusedException.class, refused -> audit.note(
                        AccessNote.signIn(AccessKind.SIGN_IN_FAILED, origin, "oidc", null, refused.refusal())));
    }

    private Mono<Identity> identity(String code, OidcErrand errand) {
        return provider.speaker().idToken(new OidcProvider.Code(code, errand.verifier(), redirect()))
                .flatMap(token -> provider.speaker().keys(OidcTokens.keyOf(token))
                        .map(keys -> provider.tokens().identity(token, errand.nonce(), keys)))
                .onErrorMap(OidcTokens.NotBelievedException.class, failure -> {
                    LOG.warn("an answer of the identity provider was not believed: {}", failure.getMessage());
                    return new RefusedException(SecurityRefusal.OIDC_SIGN_IN_FAILED);
                });
    }

    private Mono<UUID> person(OidcErrand errand, Identity identity, String state) {
        if (errand.invitationId() != null && errand.account() != null) {
            return inside.invitations().accept(errand.invitationId(), errand.account(), identity, state).map(InvitationDesk.Accepted::personId);
        }
        return inside.identities().personOf(identity)
                .switchIfEmpty(Mono.error(() -> new RefusedException(SecurityRefusal.OIDC_IDENTITY_UNKNOWN)));
    }

    private Mono<Opened> open(UUID personId, Origin origin) {
        return inside.people().byId(personId)
                .filter(person -> person.active())
                .switchIfEmpty(Mono.error(() -> new RefusedException(SecurityRefusal.OIDC_IDENTITY_UNKNOWN)))
                .flatMap(person -> sessions.open(person, null, origin)
                        .doOnNext(opened -> audit.note(AccessNote.signedIn(origin, person.account(), opened.presence()))));
    }

    private Mono<Optional<Opened>> link(UUID personId, Identity identity, Origin origin) {
        return inside.identities().link(personId, identity)
                .doOnSuccess(_ -> audit.note(AccessNote.ofPerson(AccessKind.IDENTITY_LINKED, origin, personId)))
                .thenReturn(Optional.empty());
    }

    public Mono<Void> unlink(Presence who, Origin origin) {
        return on().then(Mono.defer(() -> inside.identities().unlink(who.actor().personId(), properties.issuer())))
                .doOnSuccess(_ -> audit.note(AccessNote.of(AccessKind.IDENTITY_UNLINKED, origin, who)));
    }
}
