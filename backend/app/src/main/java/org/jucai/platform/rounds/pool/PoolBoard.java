package org.jucai.platform.rounds.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundBoard;
import org.jucai.platform.rounds.RoundStatus;
import org.jucai.platform.rounds.demand.DemandBoard;
import org.jucai.platform.rounds.demand.DemandLine;
import org.jucai.platform.rounds.demand.LineStatus;
import org.jucai.platform.rounds.disclosure.Band;
import org.jucai.platform.rounds.disclosure.PoolDisclosure;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Shows the pool, to each audience what it may know (law 8). */
@Service
public class PoolBoard {

    private static final Set<LineStatus> COUNTING = EnumSet.of(LineStatus.SUBMITTED, LineStatus.COMMITTED, LineStatus.POOLED);
    private static final Set<RoundStatus> BEFORE_LOCK = EnumSet.of(RoundStatus.DRAFT, RoundStatus.ANNOUNCED, RoundStatus.COLLECTING);
    private static final int MOST_OWN = 200;

    private final Database database;
    private final RoundBoard rounds;
    private final DemandBoard demand;
    private final SqlPool pool;
    private final SqlDisclosures disclosures;

    PoolBoard(Database database, RoundBoard rounds, DemandBoard demand, SqlPool pool, SqlDisclosures disclosures) {
        this.database = database;
        this.rounds = rounds;
        this.demand = demand;
        this.pool = pool;
        this.disclosures = disclosures;
    }

    /** The pool of a round for this caller, or for nobody in particular. */
    public Mono<PoolView> view(Optional<Actor> caller, UUID roundId) {
        Scope scope = caller.map(Scope::of).orElseGet(Scope::nobody);
        return database.read(scope, tx -> rounds.get(tx, roundId).flatMap(round -> seesAll(caller, round) ? Mono.just(new PoolView.Exact(round, List.of())) : published(tx, caller, round)))
                .flatMap(view -> view instanceof PoolView.Exact(var round, _) ? exact(round) : Mono.just(view));
    }

    /** The pool as the round's secretariat sees it, for a caller that has decided who that is; empty without such a round. */
    public Mono<PoolView> exactly(UUID roundId) {
        return database.read(Scope.background(), tx -> rounds.find(tx, roundId)).flatMap(this::exact);
    }

    /** The running totals are kept by the background role alone; who may see them was decided above. */
    private Mono<PoolView> exact(Round round) {
        return database.read(Scope.background(), tx -> pool.view(tx, round.id())).map(cells -> new PoolView.Exact(round, cells));
    }

    private static boolean seesAll(Optional<Actor> caller, Round round) {
        return caller.filter(actor -> actor.has(Role.SECRETARIAT) && actor.actsFor(round.associationId())).isPresent();
    }

    private Mono<PoolView> published(Tx tx, Optional<Actor> caller, Round round) {
        return own(tx, caller, round).flatMap(own -> beforeLock(round)
                ? disclosures.bands(tx, round.id()).map(bands -> banded(round, bands, own))
                : disclosures.cells(tx, round.id()).map(Optional::of).defaultIfEmpty(Optional.empty())
                        .map(total -> new PoolView.Cells(round, total, own)));
    }

    private static boolean beforeLock(Round round) {
        return BEFORE_LOCK.contains(round.suspendedFrom().orElse(round.status()))
                || round.status() == RoundStatus.CANCELLED && !round.reached().containsKey(RoundStatus.LOCKED);
    }

    private Mono<Map<String, Kilograms>> own(Tx tx, Optional<Actor> caller, Round round) {
        if (caller.filter(actor -> actor.partyKind() == PartyKind.ENTERPRISE).isEmpty()) return Mono.just(Map.of());
        DemandBoard.Wanted mine = new DemandBoard.Wanted(round.id(), Optional.empty(), Optional.empty(), Optional.of(caller.get().partyId()));
        return demand.list(tx, mine, null, MOST_OWN).map(page -> {
            Map<String, Kilograms> own = new HashMap<>();
            page.items().stream().filter(line -> COUNTING.contains(line.status()))
                    .forEach((DemandLine line) -> own.merge(line.firstGrade(), line.target(), Kilograms::plus));
            return own;
        });
    }

    private static PoolView banded(Round round, List<SqlDisclosures.PublicBand> bands, Map<String, Kilograms> own) {
        Map<String, SqlDisclosures.PublicBand> published = bands.stream()
                .collect(Collectors.toMap(SqlDisclosures.PublicBand::grade, Function.identity()));
        Instant opened = round.reached().getOrDefault(RoundStatus.COLLECTING, round.statusSince());
        List<PoolView.GradeBand> grades = round.terms().grades().stream().map(grade -> {
            SqlDisclosures.PublicBand step = published.getOrDefault(grade, new SqlDisclosures.PublicBand(grade, Band.NONE, opened));
            Kilograms mine = own.getOrDefault(grade, Kilograms.ZERO);
            return new PoolView.GradeBand(grade, step.band(), step.steppedAt(), mine,
                    PoolDisclosure.toViable(step.band(), round.terms().viable(grade), mine),
                    PoolDisclosure.toNextVolumeStep(step.band(), mine));
        }).toList();
        Optional<Instant> next = grades.stream().map(PoolView.GradeBand::steppedAt).min(Instant::compareTo).map(at -> at.plus(Duration.ofHours(1)));
        return new PoolView.Banded(round, grades, next);
    }
}
