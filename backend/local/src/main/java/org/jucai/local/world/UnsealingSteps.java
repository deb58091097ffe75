package org.jucai.local.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jucai.local.DemoClock;
import org.jucai.platform.bidding.bids.BidDesk;
import org.jucai.platform.bidding.envelope.TrusteeSecret;
import org.jucai.platform.bidding.opening.OpeningDesk;
import org.jucai.platform.bidding.opening.OpeningPhase;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundBoard;
import org.jucai.platform.rounds.RoundCommand;
import org.jucai.platform.rounds.RoundEvent;
import org.jucai.platform.rounds.RoundStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How two trustees release their shares with their own keys, the application opens what it may, and the panel admits the offers. */
@Component
class UnsealingSteps {

    private static final int AT_ONCE = 20;
    private static final Duration LOOK = Duration.ofMillis(100);
    /** Far longer than an opening takes; a demo that hangs says so. */
    private static final int LOOKS = 1_200;

    private static final List<RoundEvent.Assessor> PANEL = List.of(new RoundEvent.Assessor("评审甲", "样例耐火材料检测中心", true),
            new RoundEvent.Assessor("评审乙", "新密样例耐火材料协会", false), new RoundEvent.Assessor("评审丙", "样例会计师事务所", true));

    private final OpeningDesk desk;
    private final BidDesk bids;
    private final RoundBoard board;
    private final RoundSteps rounds;
    private final Desk database;
    private final Cast cast;
    private final DemoClock clock;

    UnsealingSteps(OpeningDesk desk, BidDesk bids, RoundBoard board, RoundSteps rounds, Desk database, Cast cast, DemoClock clock) {
        this.desk = desk;
        this.bids = bids;
        this.board = board;
        this.rounds = rounds;
        this.database = database;
        this.cast = cast;
        this.clock = clock;
    }

    /** From the closed call to open offers. */
    Mono<Round> opened(Round closed, CallPlan call) {
        clock.tell(call.opens().plusSeconds(60));
        return opened(closed.id());
    }

    /** From open offers to those that a panel has judged; it is then as late as the story says. */
    Mono<Round> evaluated(Round opened, CallPlan call) {
        Instant judged = call.opens().plus(Duration.ofHours(20));
        clock.tell(judged);
        return database.as(cast.secretariat(call.round().association()), judged,
                        asking -> bids.judge(asking, opened.id(), new BidDesk.Verdict(List.of(), true, "资格与技术条款符合要求")))
                .then(rounds.written(call.round(), (tx, plan) -> rounds.step(tx, plan, opened, new RoundCommand.Evaluate(PANEL), judged.plusSeconds(600))));
    }

    private Mono<Round> opened(UUID round) {
        return released(round, OpeningPhase.HEADERS)
                .then(Mono.defer(() -> released(round, OpeningPhase.SECTIONS)))
                .then(awaited(database.database().read(Scope.nobody(), tx -> board.get(tx, round)).filter(one -> one.status() == RoundStatus.OPENED)));
    }

    private Mono<Void> released(UUID round, OpeningPhase phase) {
        return released(cast.person(TrusteeSteps.TRUSTEES.getFirst()), round, phase)
                .then(Mono.defer(() -> released(cast.person(TrusteeSteps.TRUSTEES.getLast()), round, phase)));
    }

    private Mono<Void> released(Actor trustee, UUID round, OpeningPhase phase) {
        TrusteeSecret secret = DemoKeys.of(trustee.partyId());
        return awaited(Mono.defer(() -> desk.asked(trustee, round, phase, AT_ONCE, clock.instant())).filter(asked -> !asked.all().isEmpty()))
                .flatMap(asked -> desk.read(trustee, round, phase, asked.all().stream()
                        .map(one -> new OpeningDesk.Signed(one.envelope().digest().hex(), secret.release(one.envelope(), one.sections()).bytes())).toList()))
                .flatMap(word -> database.as(trustee, clock.instant(), asking -> desk.take(asking, word)))
                .flatMap(taken -> taken.left() > 0 ? released(trustee, round, phase) : Mono.empty());
    }

    static <T> Mono<T> awaited(Mono<T> look) {
        return look.repeatWhenEmpty(LOOKS, looks -> looks.delayElements(LOOK))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("what the demo waits for did not come")));
    }
}
