package org.jucai.platform.award.runs;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.jucai.platform.award.comparing.Candidate;
import org.jucai.platform.award.solving.AwardProblem;
import org.jucai.platform.award.solving.ProblemRefusedException;
import org.jucai.platform.bidding.bids.BidBoard;
import org.jucai.platform.bidding.bids.BidStatus;
import org.jucai.platform.bidding.bids.OpenedOffer;
import org.jucai.platform.bidding.bids.OpenedRound;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.CountedSize;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.membership.SizeBoard;
import org.jucai.platform.rounds.AwardRule;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.lots.FrozenLots;
import org.jucai.platform.rounds.lots.FrozenLots.FrozenLot;
import org.jucai.platform.rounds.lots.LotStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Brings together what an award is computed from: frozen lots, opened offers, who is connected and who is small, the published rules. */
@Component
class RunMaker {

    /** Lots that were opened; those that failed at the opening take no part. */
    private static final Set<LotStatus> OPENED = EnumSet.of(LotStatus.TENDERED, LotStatus.AWARDED, LotStatus.PARTLY_AWARDED, LotStatus.EXECUTING, LotStatus.COMPLETED);

    private final Database database;
    private final FrozenLots lots;
    private final BidBoard bids;
    private final Parties parties;
    private final Scheduler awardThreads;

    RunMaker(Database database, FrozenLots lots, BidBoard bids, Parties parties, Scheduler awardThreads) {
        this.database = database;
        this.lots = lots;
        this.bids = bids;
        this.parties = parties;
        this.awardThreads = awardThreads;
    }

    /** Who is asked about suppliers. */
    @Component
    record Parties(MembershipBoard members, SizeBoard sizes) {}

    /** What a round knows when its offers are open. */
    record Known(Round round, List<FrozenLot> lots, OpenedRound opened, Map<UUID, UUID> circles, Map<UUID, CountedSize> sizes) {

        List<Candidate> candidates(Set<BidStatus> taken) {
            return Offered.of(opened.offers(), taken, circles, small());
        }

        /** Small by what they stated before offers were due, unless the association found otherwise. */
        private Set<UUID> small() {
            return sizes.entrySet().stream().filter(one -> one.getValue().isSmall()).map(Map.Entry::getKey).collect(Collectors.toSet());
        }
    }

    Mono<Known> known(Tx tx, Round round) {
        return Mono.zip(lots.of(tx, round.id(), OPENED), bids.opened(tx, round.id())).flatMap(found -> {
            Set<UUID> suppliers = found.getT2().offers().stream().map(OpenedOffer::supplierId).collect(Collectors.toSet());
            return Mono.zip(circles(round, suppliers), sizes(round, suppliers))
                    .map(parties -> new Known(round, found.getT1(), found.getT2(), parties.getT1(), parties.getT2()));
        });
    }

    /** As they stood when the offers were due: who connects afterwards does not change what was asked for. */
    private Mono<Map<UUID, UUID>> circles(Round round, Set<UUID> suppliers) {
        return database.read(Scope.background(), tx -> parties.members().circles(tx, suppliers, round.tender().orElseThrow().offersDueAt()));
    }

    /** As stated when the offers were due: who grows or shrinks afterwards does not change what was asked for. */
    private Mono<Map<UUID, CountedSize>> sizes(Round round, Set<UUID> suppliers) {
        return database.read(Scope.background(),
                tx -> parties.sizes().counted(tx, round.associationId(), suppliers, round.tender().orElseThrow().offersDueAt()));
    }

    /** Not on an event loop: a large round's problem takes a while to write. */
    Mono<AwardProblem> problem(Known known, List<AwardRule> rules, boolean everyLotServed, Set<BidStatus> taken) {
        List<Candidate> candidates = known.candidates(taken);
        if (candidates.isEmpty() || known.lots().isEmpty()) return Mono.error(new RefusedException(RunRefusal.AWARD_RUN_WITHOUT_OFFERS));
        RoundProblem.Parts parts = new RoundProblem.Parts(known.round().id(), known.round().tender().orElseThrow(), rules, known.lots(), candidates,
                everyLotServed);
        return Mono.fromCallable(() -> RoundProblem.of(parts)).subscribeOn(awardThreads)
                .onErrorMap(ProblemRefusedException.class, no -> new RefusedException(RunRefusal.AWARD_RUN_PROBLEM_REFUSED,
                        Map.of("fault", no.reason().name(), "at", no.where())))
                .onErrorMap(RejectedExecutionException.class, full -> new RefusedException(CommonRefusal.TEMPORARILY_UNAVAILABLE, Map.of("retryAfterSeconds", 1)));
    }
}
