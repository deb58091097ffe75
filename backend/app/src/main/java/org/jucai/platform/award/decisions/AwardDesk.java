package org.jucai.platform.award.decisions;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.award.runs.RunBoard;
import org.jucai.platform.award.runs.SolvedRun;
import org.jucai.platform.award.settling.Settlement;
import org.jucai.platform.award.solving.ProblemReader;
import org.jucai.platform.bidding.bids.BidDesk;
import org.jucai.platform.bidding.bids.OpenedOffer;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.rounds.Profile;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundBoard;
import org.jucai.platform.rounds.RoundRefusal;
import org.jucai.platform.rounds.RoundStatus;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Takes what the association decides on awards: what is proposed, and who is excluded once an award was revoked. */
@Service
public class AwardDesk {

    private static final String REPLACED = "replaced by the next proposal";

    private final RoundBoard rounds;
    private final RunBoard runs;
    private final RoundSettling settling;
    private final SqlAwards shelf;
    private final BidDesk bids;
    private final Journal journal;
    private final Scheduler settlers;

    AwardDesk(RoundBoard rounds, RunBoard runs, RoundSettling settling, SqlAwards shelf, BidDesk bids, Journal journal, Scheduler settlers) {
        this.rounds = rounds;
        this.runs = runs;
        this.settling = settling;
        this.shelf = shelf;
        this.bids = bids;
        this.journal = journal;
        this.settlers = settlers;
    }

    /** A winner that failed, and why; everything that it offered where no lot is named, or it would win elsewhere in the next version. */
    public record Exclusion(UUID supplierId, List<UUID> lotIds, String reason) {
        public Exclusion {
            lotIds = List.copyOf(lotIds);
        }
    }

    /** Proposes what an official run computed; a version that was proposed before and not publicised ends with this. */
    public Mono<Award> propose(Asking asking, UUID roundId, UUID runId, Award.Decided decision) {
        return held(asking, roundId).flatMap(round -> runs.get(asking.tx(), runId)
                .filter(run -> run.roundId().equals(roundId))
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .doOnNext(run -> DecisionRules.mayBeProposed(round, run))
                .flatMap(run -> settling.of(asking.tx(), round, run)
                        .publishOn(settlers)
                        .map(found -> drawnUp(asking, found, run, decision)))
                .flatMap(made -> shelf.revoke(asking.tx(), roundId, REPLACED, asking.at())
                        .flatMap(before -> record(asking, before, new AwardEvent.AwardVersionRevoked(before.number(), REPLACED)))
                        .then(shelf.find(asking.tx(), roundId, null).map(Award::number).defaultIfEmpty(0))
                        .flatMap(last -> keep(asking, made, last + 1, decision))));
    }

    private Mono<Round> held(Asking asking, UUID roundId) {
        return rounds.hold(asking.tx(), roundId)
                .filter(round -> asking.actor().actsFor(round.associationId()))
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)));
    }

    private record DrawnUp(Round round, int call, UUID runId, AwardSheet sheet, Award.Inside inside) {}

    private static DrawnUp drawnUp(Asking asking, RoundSettling.Settling found, SolvedRun run, Award.Decided decision) {
        if (!found.stands()) throw new RefusedException(AwardRefusal.AWARD_RUN_OUTDATED);
        if (found.won().isEmpty()) throw new RefusedException(AwardRefusal.AWARD_RUN_HAS_NO_AWARD);
        Set<String> winners = new HashSet<>(found.won().stream().map(Settlement.Won::supplier).toList());
        found.opened().offers().stream().filter(offer -> winners.contains(offer.supplierId().toString()))
                .forEach(offer -> DecisionRules.stillBinds(offer.terms().validUntilOn(), asking.at()));
        Settlement settlement = found.settled();
        if (!settlement.left().isEmpty()) throw new RefusedException(AwardRefusal.AWARD_ABOVE_CAPS);
        Map<String, String> pseudonyms = new HashMap<>();
        for (OpenedOffer offer : found.opened().offers()) pseudonyms.put(offer.supplierId().toString(), offer.pseudonym());
        List<Award.Rank> ranks = new Reserves(ProblemReader.read(run.problem()), found.won()).ranked(pseudonyms);
        boolean candidatesArePublic = found.round().terms().profile() == Profile.TENDER;
        AwardSheet sheet = new SheetMaker(found.lots().stream().map(lot -> lot.lot()).toList(), found.offers(), settlement, candidatesArePublic ? ranks : List.of())
                .sheet(run.figures());
        DecisionRules.decidedRightly(found.round(), decision, sheet.lots());
        return new DrawnUp(found.round(), found.opened().call(), run.id(), sheet, new Award.Inside(decision, settlement, ranks, run.figures().objectiveMilliFen()));
    }

    private Mono<Award> keep(Asking asking, DrawnUp made, int number, Award.Decided decision) {
        Award award = new Award(made.round().id(), number, made.round().associationId(), made.call(), made.runId(), Award.Status.PROPOSED, 1, made.sheet(),
                asking.actor().personId(), asking.at(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return shelf.add(asking.tx(), award, made.inside())
                .then(record(asking, award, new AwardEvent.AwardProposed(number, made.runId(), decision)))
                .thenReturn(award);
    }

    /** Rejects the offers of a winner of the revoked award, so that the next version is computed from the others. */
    public Mono<Award> exclude(Asking asking, UUID roundId, Exclusion exclusion) {
        return held(asking, roundId).flatMap(round -> {
            if (round.status() != RoundStatus.EVALUATED) return Mono.error(new RefusedException(RoundRefusal.ROUND_STATE_DOES_NOT_ALLOW, Map.of("status", round.status())));
            return shelf.find(asking.tx(), roundId, null)
                    .filter(award -> award.status() == Award.Status.REVOKED && award.publicisedAt().isPresent())
                    .switchIfEmpty(Mono.error(() -> new RefusedException(AwardRefusal.AWARD_NOT_REVOKED)))
                    .flatMap(award -> reject(asking, award, exclusion));
        });
    }

    private Mono<Award> reject(Asking asking, Award award, Exclusion exclusion) {
        List<UUID> lots = excludedLots(award, exclusion);
        Set<BidDesk.Place> rejected = lots.stream().map(lot -> new BidDesk.Place(exclusion.supplierId(), lot)).collect(Collectors.toUnmodifiableSet());
        return bids.failed(asking, award.roundId(), rejected, exclusion.reason())
                .then(shelf.count(asking.tx(), award))
                .filter(counted -> counted)
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.VERSION_CONFLICT)))
                .then(shelf.find(asking.tx(), award.roundId(), award.number()))
                .flatMap(after -> record(asking, after, new AwardEvent.WinnerExcluded(award.number(), exclusion.supplierId(), lots, exclusion.reason())).thenReturn(after));
    }

    private static List<UUID> excludedLots(Award award, Exclusion exclusion) {
        List<UUID> all = award.sheet().lots().stream().map(AwardSheet.Lot::lotId).toList();
        List<UUID> won = all.stream().filter(lot -> award.sheet().won(exclusion.supplierId(), lot)).toList();
        if (won.isEmpty() || !won.containsAll(exclusion.lotIds())) throw new RefusedException(AwardRefusal.NOT_A_WINNER);
        return exclusion.lotIds().isEmpty() ? all : exclusion.lotIds();
    }

    private Mono<Void> record(Asking asking, Award award, AwardEvent event) {
        return journal.append(asking.tx(), asking.actor(), asking.at(), List.of(event(award, event)));
    }

    /** The association reads it; what is public of it the notice shows. */
    static NewEvent event(Award award, AwardEvent event) {
        return new NewEvent(Award.STREAM, Award.stream(award.roundId(), award.number()), award.version(), award.roundId(), event.getClass().getSimpleName(), event,
                Set.of(award.associationId()));
    }
}
