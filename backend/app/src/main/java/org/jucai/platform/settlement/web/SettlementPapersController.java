package org.jucai.platform.settlement.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.kernel.web.Words;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.papers.Papers;
import org.jucai.platform.settlement.Statement;
import org.jucai.platform.settlement.StatementBoard;
import org.jucai.spec.api.SettlementPapersApi;
import org.jucai.spec.model.SettlementStatus;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Statements as papers and tables, in the caller's language, as far as the caller reads them. */
@RestController
class SettlementPapersController implements SettlementPapersApi {

    private static final MediaType WORKBOOK = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final int MOST = 2_000;
    private static final int PAGE = 200;

    private final Database database;
    private final StatementBoard board;
    private final MembershipBoard members;
    private final Papers papers;
    private final Words words;

    SettlementPapersController(Database database, StatementBoard board, MembershipBoard members, Papers papers, Words words) {
        this.database = database;
        this.board = board;
        this.members = members;
        this.papers = papers;
        this.words = words;
    }

    @Override
    public Mono<Resource> settlementPdf(UUID settlementId, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> board.get(tx, settlementId))
                .flatMap(shown -> members.names(SettlementViews.partiesOf(List.of(shown))).flatMap(names -> papers.pdf(exchange, shown.statement().code() + ".pdf",
                        StatementPaper.of(shown, names, words, caller.locale()))));
    }

    @Override
    public Mono<Resource> settlementPack(@Nullable UUID roundId, @Nullable String month, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> all(tx, SettlementsController.wanted(roundId, null, null, month, null, null, PAGE), new ArrayList<>())
                        .flatMap(statements -> board.shown(tx, statements)).zipWith(roundId == null ? Mono.just(Optional.<StatementBoard.Sides>empty()) : board.sidesOfRound(tx, roundId)))
                .flatMap(known -> members.names(SettlementViews.partiesOf(known.getT1())).flatMap(names -> Mono.<Resource>fromCallable(() -> new ByteArrayResource(
                        new PackBook(words, caller.locale(), names, SettlementsController.today(caller)).of(known.getT1(), known.getT2()))).subscribeOn(Schedulers.boundedElastic())))
                .doOnNext(_ -> named(exchange, "settlement-pack.xlsx", WORKBOOK));
    }

    @Override
    public Mono<Resource> settlementsCsv(
            @Nullable UUID roundId, @Nullable UUID contractId, @Nullable UUID partyId, @Nullable String month, @Nullable SettlementStatus status, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> all(tx, SettlementsController.wanted(roundId, contractId, partyId, month, status, null, PAGE), new ArrayList<>()))
                .flatMap(statements -> members.names(SettlementViews.parties(statements)).<Resource>map(names -> new ByteArrayResource(
                        new StatementTable(words, caller.locale(), names).csv(statements).getBytes(StandardCharsets.UTF_8))))
                .doOnNext(_ -> named(exchange, "settlements.csv", new MediaType("text", "csv", StandardCharsets.UTF_8)));
    }

    @Override
    public Mono<Resource> payablesCsv(@Nullable UUID roundId, @Nullable UUID partyId, Boolean overdue, Boolean paid, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        LocalDate today = SettlementsController.today(caller);
        return database.read(caller.scope(), tx -> owed(tx, SettlementsController.owed(roundId, partyId, overdue ? today : null, paid, null, PAGE), new ArrayList<>()))
                .flatMap(owed -> members.names(SettlementViews.partiesOf(owed)).<Resource>map(names -> {
                    StatementTable table = new StatementTable(words, caller.locale(), names);
                    return new ByteArrayResource(table.csv(StatementTable.OWED, owed.stream().map(shown -> table.payable(shown, today)).toList()).getBytes(StandardCharsets.UTF_8));
                }))
                .doOnNext(_ -> named(exchange, "payables.csv", new MediaType("text", "csv", StandardCharsets.UTF_8)));
    }

    private Mono<List<StatementBoard.Shown>> owed(Tx tx, StatementBoard.Owed wanted, List<StatementBoard.Shown> before) {
        return board.owed(tx, wanted).flatMap((Page<StatementBoard.Shown> page) -> {
            before.addAll(page.items());
            if (page.nextCursor() == null || before.size() >= MOST) return Mono.just(before);
            return owed(tx, new StatementBoard.Owed(wanted.roundId(), wanted.partyId(), wanted.overdueOn(), wanted.openOnly(), page.nextCursor(), PAGE), before);
        });
    }

    private Mono<List<Statement>> all(Tx tx, StatementBoard.Wanted wanted, List<Statement> before) {
        return board.list(tx, wanted).flatMap((Page<Statement> page) -> {
            before.addAll(page.items());
            if (page.nextCursor() == null || before.size() >= MOST) return Mono.just(before);
            return all(tx, new StatementBoard.Wanted(wanted.roundId(), wanted.contractId(), wanted.partyId(), wanted.monthOn(), wanted.status(), page.nextCursor(), PAGE), before);
        });
    }

    private static void named(ServerWebExchange exchange, String name, MediaType type) {
        exchange.getResponse().getHeaders().setContentDisposition(ContentDisposition.attachment().filename(name).build());
        exchange.getResponse().getHeaders().setContentType(type);
    }
}
