package org.jucai.platform.security.web;

import java.util.UUID;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.security.Opened;
import org.jucai.platform.security.Origin;
import org.jucai.platform.security.PhoneCodes;
import org.jucai.platform.security.Presence;
import org.jucai.platform.security.SecondFactorDesk;
import org.jucai.platform.security.SessionCookie;
import org.jucai.platform.security.SessionDesk;
import org.jucai.platform.security.SignInDesk;
import org.jucai.spec.api.SessionApi;
import org.jucai.spec.model.OpenSessionList;
import org.jucai.spec.model.PartyChoice;
import org.jucai.spec.model.PhoneCodeAnswer;
import org.jucai.spec.model.PhoneCodeRequest;
import org.jucai.spec.model.SecondFactorCode;
import org.jucai.spec.model.SecondFactorEnrolment;
import org.jucai.spec.model.Session;
import org.jucai.spec.model.SignIn;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
class SessionController implements SessionApi {

    private final SignInDesk signIns;
    private final SessionDesk sessions;
    private final SecondFactorDesk secondFactors;
    private final PhoneCodes codes;

    SessionController(SignInDesk signIns, SessionDesk sessions, SecondFactorDesk secondFactors, PhoneCodes codes) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.secondFactors = secondFactors;
        this.codes = codes;
    }

    @Override
    public Mono<Session> signIn(Mono<SignIn> signIn, ServerWebExchange exchange) {
        return signIn.map(asked -> SignInDesk.Knock.of(
                        asked.getAccount(), asked.getPassword(), asked.getPhone(), asked.getCode(), asked.getPartyId()))
                .flatMap(knock -> signIns.signIn(knock, Origin.of(exchange.getRequest())))
                .flatMap(opened -> sessions.endOld(SessionCookie.in(exchange.getRequest())).thenReturn(opened))
                .map(opened -> goOn(opened, exchange));
    }

    @Override
    public Mono<Session> whoAmI(ServerWebExchange exchange) {
        return Mono.fromSupplier(() -> SessionViews.session(Presence.of(exchange), Caller.of(exchange).now()));
    }

    @Override
    public Mono<Void> signOut(ServerWebExchange exchange) {
        SessionCookie.takeBack(exchange);
        return sessions.signOut(Presence.of(exchange), Origin.of(exchange.getRequest()));
    }

    @Override
    public Mono<PhoneCodeAnswer> requestPhoneCode(Mono<PhoneCodeRequest> request, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return request.flatMap(asked -> codes.send(asked.getPhone(), Origin.of(exchange.getRequest()), caller.now()))
                .map(promise -> new PhoneCodeAnswer()
                        .expiresAt(promise.expiresAt())
                        .againAfterSeconds(Math.toIntExact(promise.againAfterSeconds())));
    }

    @Override
    public Mono<Session> showSecondFactor(Mono<SecondFactorCode> code, ServerWebExchange exchange) {
        return code.flatMap(shown -> secondFactors.show(Presence.of(exchange), shown.getCode(), Origin.of(exchange.getRequest())))
                .map(opened -> goOn(opened, exchange));
    }

    @Override
    public Mono<SecondFactorEnrolment> beginSecondFactorEnrolment(ServerWebExchange exchange) {
        return secondFactors.begin(Presence.of(exchange)).map(SessionViews::enrolment);
    }

    @Override
    public Mono<Session> confirmSecondFactorEnrolment(Mono<SecondFactorCode> code, ServerWebExchange exchange) {
        return code.flatMap(shown -> secondFactors.confirm(Presence.of(exchange), shown.getCode(), Origin.of(exchange.getRequest())))
                .map(opened -> goOn(opened, exchange));
    }

    @Override
    public Mono<Session> switchParty(Mono<PartyChoice> choice, ServerWebExchange exchange) {
        return choice.map(PartyChoice::getPartyId)
                .flatMap((UUID party) -> sessions.actFor(Presence.of(exchange), party, Origin.of(exchange.getRequest())))
                .map(opened -> goOn(opened, exchange));
    }

    @Override
    public Mono<OpenSessionList> listSessions(ServerWebExchange exchange) {
        Presence who = Presence.of(exchange);
        return sessions.list(who).map(open -> new OpenSessionList()
                .items(open.stream().map(session -> SessionViews.open(session, who)).toList()));
    }

    @Override
    public Mono<Void> revokeSession(String sessionId, ServerWebExchange exchange) {
        return sessions.revoke(Presence.of(exchange), sessionId, Origin.of(exchange.getRequest()));
    }

    private static Session goOn(Opened opened, ServerWebExchange exchange) {
        SessionCookie.give(exchange, opened.secret());
        return SessionViews.session(opened.presence(), Caller.of(exchange).now());
    }
}
