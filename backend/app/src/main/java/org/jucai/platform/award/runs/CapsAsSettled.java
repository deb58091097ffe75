package org.jucai.platform.award.runs;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.award.settling.LotLines;
import org.jucai.platform.award.settling.Settlement;
import org.jucai.platform.award.settling.SettlingTerms;
import org.jucai.platform.award.shares.CostRule;
import org.jucai.platform.award.shares.ShareRule;
import org.jucai.platform.award.shares.ShareTerms;
import org.jucai.platform.award.solving.AwardResult;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundBoard;
import org.jucai.platform.rounds.TenderTerms;
import org.jucai.platform.rounds.lots.FrozenLots.FrozenLot;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Settles an award among its lots' lines, at the prices that were offered, to see which lines would pay above their cap. */
@Component
class CapsAsSettled implements Caps {

    /** Orders of joining that are drawn for the rule of marginal contribution, where there are too many to count; seeded by the round. */
    private static final int DRAWN_ORDERS = 2_000;

    private final Database database;
    private final RoundBoard rounds;
    private final RunMaker maker;
    private final Scheduler awardSolvers;

    CapsAsSettled(Database database, RoundBoard rounds, RunMaker maker, Scheduler awardSolvers) {
        this.database = database;
        this.rounds = rounds;
        this.maker = maker;
        this.awardSolvers = awardSolvers;
    }

    @Override
    public Mono<Set<UUID>> above(UUID roundId, List<AwardResult.Award> awards, List<UUID> left) {
        return database.read(Scope.background(), tx -> rounds.get(tx, roundId).flatMap(round -> maker.known(tx, round)))
                .flatMap(known -> Mono.fromCallable(() -> above(known, awards, new HashSet<>(left))).subscribeOn(awardSolvers));
    }

    private static Set<UUID> above(RunMaker.Known known, List<AwardResult.Award> awards, Set<UUID> left) {
        List<Settlement.Won> won = awards.stream().map(award -> new Settlement.Won(award.lot(), award.supplier(), award.kg())).toList();
        List<LotLines> lots = known.lots().stream().map(lot -> lines(lot, left)).toList();
        return Settlement.of(won, known.candidates(Offered.ALL), lots, terms(known.round())).left().stream().map(UUID::fromString).collect(Collectors.toSet());
    }

    private static LotLines lines(FrozenLot lot, Set<UUID> left) {
        return new LotLines(lot.lot().id().toString(), lot.lot().zone(), lot.lines().stream().filter(line -> !left.contains(line.id()))
                .map(line -> new LotLines.Line(line.id().toString(), line.enterpriseId().toString(), line.minimum(), line.target(), line.maximum(),
                        line.priceCap().orElse(null), Set.copyOf(line.sources()), line.submittedAt())).toList());
    }

    private static SettlingTerms terms(Round round) {
        TenderTerms terms = round.tender().orElseThrow();
        Map<String, Long> ownFreight = RoundProblem.ownFreight(terms);
        return new SettlingTerms(ShareRule.valueOf(terms.shareRule().name()), CostRule.valueOf(terms.costRule().name()), RoundProblem.gridKg(terms.rules()),
                ownFreight, terms.feeRateBp(), new ShareTerms.Samples(DRAWN_ORDERS, round.id().getLeastSignificantBits()));
    }
}
