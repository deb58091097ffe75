package org.jucai.local.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.answers.AgreementText;
import org.jucai.platform.rounds.answers.AnswerDesk;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How members answer a round beside their demand: some have signed the agreement, some need nothing this time. */
@Component
class AnswerSteps {

    private static final int SIGNED = 24;
    private static final int DECLINED = 7;

    private final AnswerDesk desk;
    private final AgreementText agreements;
    private final MembershipBoard members;
    private final Cast cast;

    AnswerSteps(AnswerDesk desk, AgreementText agreements, MembershipBoard members, Cast cast) {
        this.desk = desk;
        this.agreements = agreements;
        this.members = members;
        this.cast = cast;
    }

    /** The first of those with demand sign what everybody signs. */
    Mono<Void> sign(Tx tx, Round round, List<String> enterprises, Instant now) {
        return members.party(round.associationId())
                .map(file -> agreements.of(round, file.party().nameZh()).sha256())
                .flatMap(text -> Flux.fromIterable(enterprises).take(SIGNED).index()
                        .concatMap(one -> desk.sign(tx, cast.buyer(one.getT2()), round.id(), text, earlier(now, one.getT1())))
                        .then());
    }

    /** Those who buy elsewhere or have full yards say so. */
    Mono<Void> decline(Tx tx, Round round, List<String> enterprises, Instant now) {
        return Flux.fromIterable(enterprises).take(DECLINED).index()
                .concatMap(one -> desk.decline(tx, cast.buyer(one.getT2()), round.id(), earlier(now, one.getT1())))
                .then();
    }

    private static Instant earlier(Instant now, long turns) {
        return now.minus(Duration.ofMinutes(40).multipliedBy(turns + 1));
    }
}
