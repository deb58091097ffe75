package org.jucai.platform.security.web;

import java.util.Optional;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.security.OidcDesk;
import org.jucai.platform.security.Opened;
import org.jucai.platform.security.Origin;
import org.jucai.platform.security.Presence;
import org.jucai.platform.security.SessionCookie;
import org.jucai.platform.security.SessionDesk;
import org.jucai.platform.security.SignInDesk;
import org.jucai.spec.api.SingleSignOnApi;
import org.jucai.spec.model.SingleSignOn;
import org.jucai.spec.model.SingleSignOnBegin;
import org.jucai.spec.model.SingleSignOnDone;
import org.jucai.spec.model.SingleSignOnReturn;
import org.jucai.spec.model.SingleSignOnWay;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
class SingleSignOnController implements SingleSignOnApi {

    private final OidcDesk desk;
    private final SessionDesk sessions;

    SingleSignOnController(OidcDesk desk, SessionDesk sessions) {
        this.desk = desk;
        this.sessions = sessions;
    }

    @Override
    public Mono<SingleSignOn> getSingleSignOn(ServerWebExchange exchange) {
        return desk.offer(Caller.of(exchange).maybeActor().map(Actor::personId).orElse(null))
                .map(offer -> new SingleSignOn().enabled(offer.enabled()).name(offer.enabled() ? offer.name() : null).linkedAt(offer.linkedAt()));
    }

    /** Token and account belong together. */
    @Override
    public Mono<SingleSignOnWay> beginSingleSignOn(Mono<SingleSignOnBegin> form, ServerWebExchange exchange) {
        Origin origin = Origin.of(exchange.getRequest());
        return form.flatMap(asked -> {
            String token = asked.getInvitationToken();
            String account = asked.getAccount();
            if (token == null && account == null) return desk.beginSignIn(origin);
            if (token == null || account == null) return Mono.error(SignInDesk.incomplete());
            return desk.beginInvitation(token, account, origin);
        }).map(way -> sent(way, exchange));
    }

    @Override
    public Mono<SingleSignOnWay> beginIdentityLink(ServerWebExchange exchange) {
        return desk.beginLink(Presence.of(exchange)).map(way -> sent(way, exchange));
    }

    private static SingleSignOnWay sent(OidcDesk.Way way, ServerWebExchange exchange) {
        SessionCookie.giveForErrand(exchange, way.cookie());
        return new SingleSignOnWay().authorizationUrl(way.authorizationUrl());
    }

    @Override
    public Mono<SingleSignOnDone> completeSingleSignOn(Mono<SingleSignOnReturn> form, ServerWebExchange exchange) {
        String cookie = SessionCookie.ofErrand(exchange.getRequest());
        return form.flatMap(shown -> desk.complete(new OidcDesk.Return(shown.getCode(), shown.getState(), cookie), Origin.of(exchange.getRequest())))
                .doOnNext(_ -> SessionCookie.giveForErrand(exchange, ""))
                .flatMap(done -> done.isEmpty() ? Mono.just(done)
                        : sessions.endOld(SessionCookie.in(exchange.getRequest())).thenReturn(done))
                .map(done -> done(done, exchange));
    }

    private static SingleSignOnDone done(Optional<Opened> opened, ServerWebExchange exchange) {
        return opened.map(session -> {
            SessionCookie.give(exchange, session.secret());
            return new SingleSignOnDone().outcome(SingleSignOnDone.OutcomeEnum.SIGNED_IN)
                    .session(SessionViews.session(session.presence(), Caller.of(exchange).now()));
        }).orElseGet(() -> new SingleSignOnDone().outcome(SingleSignOnDone.OutcomeEnum.LINKED));
    }

    @Override
    public Mono<Void> removeIdentityLink(ServerWebExchange exchange) {
        return desk.unlink(Presence.of(exchange), Origin.of(exchange.getRequest()));
    }
}
