package org.jucai.platform.rounds.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.membership.PartyName;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundBoard;
import org.jucai.platform.rounds.demand.DemandBoard;
import org.jucai.platform.rounds.demand.DemandCommand;
import org.jucai.platform.rounds.demand.DemandDesk;
import org.jucai.platform.rounds.demand.DemandLine;
import org.jucai.platform.rounds.demand.LineReadings;
import org.jucai.spec.api.DemandApi;
import org.jucai.spec.model.DemandLinePage;
import org.jucai.spec.model.DemandTerms;
import org.jucai.spec.model.LineStatus;
import org.jucai.spec.model.RoundsHistoryPage;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Demand lines by HTTP. */
@RestController
class DemandController implements DemandApi {

    private final Database database;
    private final Once once;
    private final DemandDesk desk;
    private final DemandBoard board;
    private final RoundBoard rounds;
    private final MembershipBoard members;
    private final LineReadings readings;
    private final DemandViews views;
    private final Histories histories;

    DemandController(Database database, Once once, DemandDesk desk, DemandBoard board, RoundBoard rounds, MembershipBoard members,
            LineReadings readings, DemandViews views, Histories histories) {
        this.database = database;
        this.once = once;
        this.desk = desk;
        this.board = board;
        this.rounds = rounds;
        this.members = members;
        this.readings = readings;
        this.views = views;
        this.histories = histories;
    }

    @Override
    public Mono<org.jucai.spec.model.DemandLine> submitDemandLine(
            UUID roundId, String idempotencyKey, Mono<DemandTerms> demandTerms, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return demandTerms.flatMap(form -> {
            UUID enterprise = Optional.ofNullable(form.getEnterpriseId()).orElse(caller.actor().partyId());
            Once.Asked asked = once.asked(exchange, form);
            DemandViews.Reader reader = new DemandViews.Reader(caller.actor().actsFor(enterprise), true, false, caller.locale());
            return members.party(enterprise)
                    .map(file -> new PartyName(enterprise, file.party().kind(), file.party().code(), file.party().nameZh()))
                    .flatMap(name -> once.alone(asked, desk.place(asked, roundId, enterprise, DemandForms.read(form)))
                            .map(line -> views.show(line, name, reader)));
        });
    }

    @Override
    public Mono<DemandLinePage> listDemandLines(UUID roundId, @Nullable LineStatus status, @Nullable String grade,
            @Nullable UUID enterpriseId, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        DemandBoard.Wanted wanted = new DemandBoard.Wanted(roundId,
                Optional.ofNullable(status).map(one -> org.jucai.platform.rounds.demand.LineStatus.valueOf(one.name())),
                Optional.ofNullable(grade), Optional.ofNullable(enterpriseId));
        return database.write(caller.scope(), tx -> rounds.get(tx, roundId).flatMap(round -> board.list(tx, wanted, cursor, limit)
                .flatMap(page -> readings.note(tx, caller.actor(), LineReadings.Purpose.LIST, page.items(), caller.now())
                        .then(show(page, round, caller)))));
    }

    private Mono<DemandLinePage> show(Page<DemandLine> page, Round round, Caller caller) {
        return names(page.items()).map(names -> {
            DemandLinePage view = new DemandLinePage(page.items().stream()
                    .map(line -> views.show(line, names.get(line.enterpriseId()), DemandViews.reader(line, round, caller))).toList());
            view.setNextCursor(page.nextCursor());
            return view;
        });
    }

    @Override
    public Mono<org.jucai.spec.model.DemandLine> getDemandLine(UUID lineId, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.write(caller.scope(), tx -> board.get(tx, lineId).flatMap(line -> readings
                .note(tx, caller.actor(), LineReadings.Purpose.DETAIL, List.of(line), caller.now())
                .then(rounds.get(tx, line.roundId()))
                .flatMap(round -> show(line, round, caller))));
    }

    @Override
    public Mono<org.jucai.spec.model.DemandLine> changeDemandLine(
            UUID lineId, String ifMatch, Mono<DemandTerms> demandTerms, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return demandTerms.flatMap(form -> database.write(caller.scope(), tx -> desk
                .handle(new Asking(tx, caller.actor(), caller.now()), lineId, caller.expectedVersion(), new DemandCommand.Change(DemandForms.read(form)))
                .flatMap(line -> rounds.get(tx, line.roundId()).flatMap(round -> show(line, round, caller)))));
    }

    @Override
    public Mono<org.jucai.spec.model.DemandLine> withdrawDemandLine(
            UUID lineId, String idempotencyKey, @Nullable String ifMatch, ServerWebExchange exchange) {
        return carryOut(lineId, "withdraw", new DemandCommand.Withdraw(), exchange);
    }

    @Override
    public Mono<org.jucai.spec.model.DemandLine> confirmDemandLine(
            UUID lineId, String idempotencyKey, @Nullable String ifMatch, ServerWebExchange exchange) {
        return carryOut(lineId, "confirm", new DemandCommand.Confirm(), exchange);
    }

    @Override
    public Mono<RoundsHistoryPage> demandLineHistory(UUID lineId, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.write(caller.scope(), tx -> board.get(tx, lineId).flatMap(line -> readings
                        .note(tx, caller.actor(), LineReadings.Purpose.HISTORY, List.of(line), caller.now()).thenReturn(line)))
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .flatMap(line -> histories.ofThing(lineId, cursor, limit, caller));
    }

    private Mono<org.jucai.spec.model.DemandLine> carryOut(UUID lineId, String form, DemandCommand command, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return once.answer(exchange, form, org.jucai.spec.model.DemandLine.class, tx -> desk
                .handle(new Asking(tx, caller.actor(), caller.now()), lineId, caller.expectedVersion(), command)
                .flatMap(line -> rounds.get(tx, line.roundId()).flatMap(round -> show(line, round, caller))));
    }

    private Mono<org.jucai.spec.model.DemandLine> show(DemandLine line, Round round, Caller caller) {
        caller.showVersion(line.version());
        return names(List.of(line)).map(names -> views.show(line, names.get(line.enterpriseId()), DemandViews.reader(line, round, caller)));
    }

    private Mono<Map<UUID, PartyName>> names(List<DemandLine> lines) {
        Set<UUID> enterprises = lines.stream().map(DemandLine::enterpriseId).collect(Collectors.toSet());
        return members.names(enterprises);
    }
}
