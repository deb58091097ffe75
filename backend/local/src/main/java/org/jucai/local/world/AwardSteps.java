package org.jucai.local.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jucai.local.DemoClock;
import org.jucai.platform.award.decisions.Award;
import org.jucai.platform.award.decisions.AwardDesk;
import org.jucai.platform.award.runs.AwardRun;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundCommand;
import org.jucai.platform.rounds.RoundDesk;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How an award is proposed, put to public notice, and made final by a second pair of eyes. */
@Component
class AwardSteps {

    private static final Award.Decided DECIDED = new Award.Decided(Award.By.PANEL, "按公布的规则计算，核验无误，同意推荐", List.of());

    private final AwardDesk awards;
    private final RoundDesk rounds;
    private final Desk desk;
    private final Cast cast;
    private final DemoClock clock;

    AwardSteps(AwardDesk awards, RoundDesk rounds, Desk desk, Cast cast, DemoClock clock) {
        this.awards = awards;
        this.rounds = rounds;
        this.desk = desk;
        this.cast = cast;
        this.clock = clock;
    }

    /** Proposes what was computed and puts it to public notice at this time of the story. */
    Mono<Round> publicised(Round round, AwardRun run, Instant at) {
        Actor first = cast.secretariat(Cast.FIRST);
        clock.tell(at);
        return desk.as(first, at, asking -> awards.propose(asking, round.id(), run.id(), DECIDED))
                .then(Mono.defer(() -> step(first, round, new RoundCommand.Publicise(first.personId()), at.plusSeconds(600))));
    }

    /** The morning after the public notice ended. */
    Mono<Round> finalised(Round publicised) {
        Instant at = publicised.tendering().publicity().orElseThrow().endsAt().plus(Duration.ofHours(9));
        Actor second = cast.person(Person.SECOND_PAIR_OF_EYES);
        clock.tell(at);
        return step(second, publicised, new RoundCommand.Finalise(second.personId(), List.of(), List.of()), at);
    }

    private Mono<Round> step(Actor actor, Round round, RoundCommand command, Instant at) {
        return desk.together(cast.everybody(), tx -> rounds.handle(new Asking(tx, actor, at), round.id(), OptionalLong.empty(), command));
    }
}
