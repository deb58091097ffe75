package org.jucai.platform.recovery.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.contracts.LotSupply;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.recovery.shortfalls.Shortfall;
import org.jucai.platform.recovery.shortfalls.ShortfallBoard;
import org.jucai.platform.recovery.shortfalls.ShortfallDesk;
import org.jucai.spec.api.ShortfallsApi;
import org.jucai.spec.model.RemedyWords;
import org.jucai.spec.model.LotSupplyPage;
import org.jucai.spec.model.ShortfallPage;
import org.jucai.spec.model.ShortfallStatus;
import org.jucai.spec.model.ShortfallView;
import org.jucai.spec.model.StateShortfall;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What comes of each lot, and shortfalls, by HTTP. */
@RestController
class ShortfallsController implements ShortfallsApi {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final Database database;
    private final Once once;
    private final ShortfallDesk desk;
    private final ShortfallBoard board;
    private final MembershipBoard members;

    ShortfallsController(Database database, Once once, ShortfallDesk desk, ShortfallBoard board, MembershipBoard members) {
        this.database = database;
        this.once = once;
        this.desk = desk;
        this.board = board;
        this.members = members;
    }

    @Override
    public Mono<LotSupplyPage> listLotSupplies(@Nullable UUID roundId, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        LocalDate today = caller.now().atZone(BEIJING).toLocalDate();
        return database.read(caller.scope(), tx -> board.supplies(tx, Optional.ofNullable(roundId), cursor, limit))
                .flatMap(page -> members.names(page.items().stream().map(LotSupply.Line::sellerId).collect(Collectors.toSet()))
                        .map(names -> new LotSupplyPage(page.items().stream().map(each -> new ShortfallViews(names).supply(each, today)).toList()).nextCursor(page.nextCursor())));
    }

    @Override
    public Mono<ShortfallPage> listShortfalls(@Nullable ShortfallStatus status, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        Optional<Shortfall.Status> wanted = Optional.ofNullable(status).map(it -> Shortfall.Status.valueOf(it.name()));
        return database.read(caller.scope(), tx -> board.list(tx, wanted, cursor, limit)).flatMap(page -> members.names(ShortfallViews.parties(page.items(), Optional.empty()))
                .map(names -> new ShortfallPage(page.items().stream().map(each -> new ShortfallViews(names).show(each, Optional.empty(), caller.actor().partyId())).toList())
                        .nextCursor(page.nextCursor())));
    }

    @Override
    public Mono<ShortfallView> getShortfall(UUID shortfallId, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> board.get(tx, shortfallId).flatMap(found -> show(tx, found, caller)));
    }

    @Override
    public Mono<ShortfallView> stateShortfall(String idempotencyKey, Mono<StateShortfall> stateShortfall, ServerWebExchange exchange) {
        return stateShortfall.flatMap(form -> answer(exchange, form, asking -> desk.state(asking, new ShortfallDesk.Said(form.getLotId(),
                Optional.ofNullable(form.getSellerId()).orElse(asking.actor().partyId()), new Kilograms(form.getComesKg()), form.getReason().strip()))));
    }

    @Override
    public Mono<ShortfallView> divideShortfall(UUID shortfallId, String idempotencyKey, @Nullable String ifMatch, ServerWebExchange exchange) {
        return answer(exchange, "divide", asking -> desk.divide(asking, shortfallId, expected(exchange)));
    }

    @Override
    public Mono<ShortfallView> insistOnDelivery(UUID shortfallId, String idempotencyKey, Mono<RemedyWords> remedyWords, @Nullable String ifMatch, ServerWebExchange exchange) {
        return remedyWords.flatMap(form -> answer(exchange, form, asking -> desk.insist(asking, shortfallId, expected(exchange), form.getWords().strip())));
    }

    @Override
    public Mono<ShortfallView> withdrawShortfall(UUID shortfallId, String idempotencyKey, Mono<RemedyWords> remedyWords, @Nullable String ifMatch, ServerWebExchange exchange) {
        return remedyWords.flatMap(form -> answer(exchange, form, asking -> desk.withdraw(asking, shortfallId, expected(exchange), form.getWords().strip())));
    }

    private static OptionalLong expected(ServerWebExchange exchange) {
        return Caller.of(exchange).expectedVersion();
    }

    private Mono<ShortfallView> answer(ServerWebExchange exchange, Object form, Function<Asking, Mono<Shortfall>> step) {
        Caller caller = Caller.of(exchange);
        return once.answer(exchange, form, ShortfallView.class, tx -> step.apply(new Asking(tx, caller.actor(), caller.now())).flatMap(found -> show(tx, found, caller)));
    }

    private Mono<ShortfallView> show(Tx tx, Shortfall found, Caller caller) {
        caller.showVersion(found.version());
        return board.division(tx, found, caller.actor().partyId()).flatMap(division -> members.names(ShortfallViews.parties(List.of(found), division))
                .map(names -> new ShortfallViews(names).show(found, division, caller.actor().partyId())));
    }
}
