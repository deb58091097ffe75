package org.jucai.local.world;

import java.time.Instant;
import java.util.List;
import org.jucai.platform.bidding.envelope.TrusteeCard;
import org.jucai.platform.bidding.envelope.TrusteeSecret;
import org.jucai.platform.bidding.trustees.TrusteeDesk;
import org.jucai.platform.kernel.Actor;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How trustees register the keys of the demo and show that they have them. */
@Component
class TrusteeSteps {

    /** Who holds a key of the first association's rounds: the association, a bank and the supervisor. */
    static final List<String> TRUSTEES = List.of("secretary-1", "bank-risk", "supervisor");

    private final Desk desk;
    private final TrusteeDesk keys;
    private final Cast cast;

    TrusteeSteps(Desk desk, TrusteeDesk keys, Cast cast) {
        this.desk = desk;
        this.keys = keys;
        this.cast = cast;
    }

    Mono<Void> register(Instant at) {
        return Flux.fromIterable(TRUSTEES).concatMap(account -> register(cast.person(account), at)).then();
    }

    private Mono<Void> register(Actor trustee, Instant at) {
        TrusteeSecret secret = DemoKeys.of(trustee.partyId());
        return desk.as(trustee, at, asking -> keys.register(asking, TrusteeCard.of(secret).bytes()))
                .flatMap(made -> desk.as(trustee, at, asking -> keys.show(asking, made.key().id(), made.challenge().answer(secret).text())))
                .then();
    }
}
