package org.jucai.platform.rounds.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.rounds.demand.DemandBoard;
import org.jucai.platform.rounds.demand.DemandLine;
import org.jucai.platform.rounds.demand.LineReadings;
import org.jucai.platform.rounds.lots.LotBoard;
import org.jucai.platform.rounds.lots.LotPlace;
import org.jucai.platform.rounds.lots.PooledLot;
import org.jucai.platform.rounds.pool.PoolBoard;
import org.jucai.platform.rounds.pooling.Alternative;
import org.jucai.spec.api.PoolApi;
import org.jucai.spec.model.Grouping;
import org.jucai.spec.model.Lot;
import org.jucai.spec.model.LotPage;
import org.jucai.spec.model.Pool;
import org.jucai.spec.model.PoolingReport;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The pool and the lots by HTTP. */
@RestController
class PoolController implements PoolApi {

    private static final Map<Alternative.Kind, Grouping.NameEnum> NAMES = new EnumMap<>(Map.of(
            Alternative.Kind.AS_POOLED, Grouping.NameEnum.CHOSEN,
            Alternative.Kind.FIRST_CHOICE_ONLY, Grouping.NameEnum.FIRST_CHOICE_ONLY,
            Alternative.Kind.ZONES_MERGED, Grouping.NameEnum.ZONES_MERGED,
            Alternative.Kind.ONE_SIZE, Grouping.NameEnum.SIZES_MERGED,
            Alternative.Kind.WINDOWS_IGNORED, Grouping.NameEnum.WINDOWS_IGNORED,
            Alternative.Kind.TWO_WEEKS_WIDER, Grouping.NameEnum.WINDOWS_WIDER));

    private final Database database;
    private final PoolBoard pool;
    private final LotBoard lots;
    private final DemandBoard demand;
    private final LineReadings readings;
    private final MembershipBoard members;
    private final LotViews views;

    PoolController(Database database, PoolBoard pool, LotBoard lots, DemandBoard demand, LineReadings readings, MembershipBoard members, LotViews views) {
        this.database = database;
        this.pool = pool;
        this.lots = lots;
        this.demand = demand;
        this.readings = readings;
        this.members = members;
        this.views = views;
    }

    @Override
    public Mono<Pool> getPool(UUID roundId, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return pool.view(caller.maybeActor(), roundId).map(view -> PoolViews.show(view, caller.now()));
    }

    @Override
    public Mono<LotPage> listLots(UUID roundId, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> lots.list(tx, roundId, cursor, limit)
                .flatMap(page -> Flux.fromIterable(page.items())
                        .concatMap(lot -> seesAll(caller, lot) ? Mono.just(views.exact(lot)) : sells(caller) ? Mono.just(views.tendered(lot)) : own(tx, lot, caller))
                        .collectList()
                        .map(shown -> {
                            LotPage view = new LotPage(shown);
                            view.setNextCursor(page.nextCursor());
                            return view;
                        })));
    }

    @Override
    public Mono<Lot> getLot(UUID lotId, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.write(caller.scope(), tx -> lots.get(tx, lotId)
                .flatMap(lot -> seesAll(caller, lot) ? withLines(tx, lot, caller) : sells(caller) ? Mono.just(views.tendered(lot)) : own(tx, lot, caller)));
    }

    @Override
    public Mono<PoolingReport> poolingReport(UUID roundId, ServerWebExchange exchange) {
        return database.read(Caller.of(exchange).scope(), tx -> lots.report(tx, roundId))
                .map(report -> new PoolingReport(report.roundId(), report.leftoverKg(), report.boundKg(), report.proven(),
                        report.alternatives().stream().map(PoolController::grouping).toList()));
    }

    private static Grouping grouping(Alternative one) {
        return new Grouping(Optional.ofNullable(NAMES.get(one.kind())).orElseThrow(), one.lots(), one.viableLots(), one.leftover().kg(),
                Math.toIntExact(one.trucks().full()), Math.toIntExact(one.trucks().part()));
    }

    private static boolean seesAll(Caller caller, PooledLot lot) {
        Optional<Actor> actor = caller.maybeActor();
        return actor.filter(one -> one.has(Role.SECRETARIAT) && one.actsFor(lot.associationId())).isPresent();
    }

    /** A supplier: row-level security shows it what its association tendered, and nothing before. */
    private static boolean sells(Caller caller) {
        return caller.maybeActor().filter(actor -> actor.partyKind() == PartyKind.SUPPLIER).isPresent();
    }

    private Mono<Lot> withLines(Tx tx, PooledLot lot, Caller caller) {
        return lots.places(tx, lot.id()).flatMap(places -> lines(tx, lot, places).flatMap(lines -> readings
                .note(tx, caller.actor(), LineReadings.Purpose.LOT, List.copyOf(lines.values()), caller.now())
                .then(members.names(lot.members()))
                .map(names -> views.withLines(lot, places, lines, names, caller.locale()))));
    }

    private Mono<Lot> own(Tx tx, PooledLot lot, Caller caller) {
        return lots.places(tx, lot.id()).flatMap(places -> lines(tx, lot, places)
                .flatMap(lines -> members.names(Set.of(caller.actor().partyId()))
                        .map(names -> views.own(lot, places, lines, names, caller.locale()))));
    }

    private Mono<Map<UUID, DemandLine>> lines(Tx tx, PooledLot lot, List<LotPlace> places) {
        Set<UUID> wanted = places.stream().map(LotPlace::lineId).collect(Collectors.toSet());
        return demand.some(tx, lot.roundId(), wanted).map(lines -> lines.stream().collect(Collectors.toMap(DemandLine::id, Function.identity())));
    }
}
