package org.jucai.platform.settlement.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.settlement.Invoice;
import org.jucai.platform.settlement.InvoiceDesk;
import org.jucai.platform.settlement.PaymentDesk;
import org.jucai.platform.settlement.SettlementDesk;
import org.jucai.platform.settlement.Statement;
import org.jucai.platform.settlement.StatementBoard;
import org.jucai.platform.settlement.StatementStatus;
import org.jucai.spec.api.SettlementsApi;
import org.jucai.spec.model.DisputeSettlement;
import org.jucai.spec.model.DrawSettlements;
import org.jucai.spec.model.PayablePage;
import org.jucai.spec.model.RecordInvoice;
import org.jucai.spec.model.RecordPayment;
import org.jucai.spec.model.RecordTransfer;
import org.jucai.spec.model.RecordedTransfer;
import org.jucai.spec.model.ResolveSettlement;
import org.jucai.spec.model.SettleRound;
import org.jucai.spec.model.SettlementPage;
import org.jucai.spec.model.SettlementSheet;
import org.jucai.spec.model.SettlementSidesOfRound;
import org.jucai.spec.model.SettlementStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Statements and what is owed by HTTP, for whom they concern. */
@RestController
class SettlementsController implements SettlementsApi {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final int SHOWN = 200;

    private final Database database;
    private final Once once;
    private final SettlementDesk desk;
    private final Money money;
    private final StatementBoard board;
    private final MembershipBoard members;

    SettlementsController(Database database, Once once, SettlementDesk desk, Money money, StatementBoard board, MembershipBoard members) {
        this.database = database;
        this.once = once;
        this.desk = desk;
        this.money = money;
        this.board = board;
        this.members = members;
    }

    /** Where invoices and payments are recorded. */
    @Component
    record Money(InvoiceDesk invoices, PaymentDesk payments) {}

    static LocalDate today(Caller caller) {
        return LocalDate.ofInstant(caller.now(), BEIJING);
    }

    static Optional<LocalDate> month(@Nullable String month) {
        return Optional.ofNullable(month).map(each -> YearMonth.parse(each).atDay(1));
    }

    static StatementBoard.Wanted wanted(@Nullable UUID round, @Nullable UUID contract, @Nullable UUID party, @Nullable String month, @Nullable SettlementStatus status, @Nullable String cursor,
            int limit) {
        return new StatementBoard.Wanted(Optional.ofNullable(round), Optional.ofNullable(contract), Optional.ofNullable(party), month(month),
                Optional.ofNullable(status).map(each -> StatementStatus.valueOf(each.name())), cursor, limit);
    }

    static StatementBoard.Owed owed(@Nullable UUID round, @Nullable UUID party, @Nullable LocalDate overdueOn, boolean paid, @Nullable String cursor, int limit) {
        return new StatementBoard.Owed(Optional.ofNullable(round), Optional.ofNullable(party), Optional.ofNullable(overdueOn), !paid, cursor, limit);
    }

    @Override
    public Mono<SettlementPage> listSettlements(@Nullable UUID roundId, @Nullable UUID contractId, @Nullable UUID partyId, @Nullable String month, @Nullable SettlementStatus status,
            @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> board.list(tx, wanted(roundId, contractId, partyId, month, status, cursor, limit)))
                .flatMap(page -> rows(page.items(), caller).map(rows -> rows.nextCursor(page.nextCursor())));
    }

    private Mono<SettlementPage> rows(List<Statement> statements, Caller caller) {
        return members.names(SettlementViews.parties(statements)).map(names -> {
            SettlementViews views = new SettlementViews(names, today(caller));
            return new SettlementPage().items(statements.stream().map(views::row).toList());
        });
    }

    @Override
    public Mono<SettlementPage> drawSettlements(String idempotencyKey, Mono<DrawSettlements> drawSettlements, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return drawSettlements.flatMap(form -> once.answer(exchange, form, SettlementPage.class, tx -> desk.draw(new Asking(tx, caller.actor(), caller.now()), asked(form))
                .flatMap(ids -> Flux.fromIterable(ids).take(SHOWN).concatMap(id -> board.get(tx, id)).map(StatementBoard.Shown::statement).collectList())
                .flatMap(drawn -> rows(drawn, caller))));
    }

    private static SettlementDesk.Wanted asked(DrawSettlements form) {
        return new SettlementDesk.Wanted(Optional.ofNullable(form.getRoundId()), Optional.ofNullable(form.getContractId()), Optional.ofNullable(form.getMonth()).map(YearMonth::parse),
                Optional.ofNullable(form.getDeliveryId()));
    }

    @Override
    public Mono<SettlementSheet> getSettlement(UUID settlementId, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> board.get(tx, settlementId)).flatMap(shown -> sheet(shown, caller));
    }

    @Override
    public Mono<SettlementSheet> agreeSettlement(UUID settlementId, String idempotencyKey, @Nullable String ifMatch, ServerWebExchange exchange) {
        return answer(exchange, settlementId, asking -> desk.agree(asking, which(settlementId, exchange)));
    }

    @Override
    public Mono<SettlementSheet> disputeSettlement(
            UUID settlementId, String idempotencyKey, Mono<DisputeSettlement> disputeSettlement, @Nullable String ifMatch, ServerWebExchange exchange) {
        return disputeSettlement.flatMap(form -> answer(exchange, form, asking -> desk.dispute(asking, which(settlementId, exchange), form.getGrounds().strip(), form.getDisputedFen())));
    }

    @Override
    public Mono<SettlementSheet> resolveSettlement(
            UUID settlementId, String idempotencyKey, Mono<ResolveSettlement> resolveSettlement, @Nullable String ifMatch, ServerWebExchange exchange) {
        return resolveSettlement.flatMap(form -> answer(exchange, form, asking -> desk.resolve(asking, which(settlementId, exchange), form.getAgreedFen(), form.getWords().strip())));
    }

    @Override
    public Mono<SettlementSheet> recordInvoice(UUID settlementId, String idempotencyKey, Mono<RecordInvoice> recordInvoice, ServerWebExchange exchange) {
        return recordInvoice.flatMap(form -> answer(exchange, form, asking -> money.invoices.invoice(asking, settlementId, new InvoiceDesk.Issued(form.getNumber(), form.getIssuedOn(),
                form.getLines().stream().map(line -> new Invoice.Amount(line.getRateBp().getValue(), line.getNetFen(), line.getVatFen())).toList(),
                Optional.ofNullable(form.getReverses())))));
    }

    @Override
    public Mono<SettlementSheet> recordPayment(UUID settlementId, String idempotencyKey, Mono<RecordPayment> recordPayment, ServerWebExchange exchange) {
        return recordPayment.flatMap(form -> answer(exchange, form, asking -> money.payments.pay(asking, PaymentDesk.Paid.of(form.getReference().strip(), form.getPaidOn(),
                new PaymentDesk.Part(settlementId, form.getAmountFen(), form.getInterestFen(), form.getRefund()))).map(List::getFirst)));
    }

    @Override
    public Mono<RecordedTransfer> recordTransfer(String idempotencyKey, Mono<RecordTransfer> recordTransfer, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return recordTransfer.flatMap(form -> once.answer(exchange, form, RecordedTransfer.class, tx -> money.payments.pay(new Asking(tx, caller.actor(), caller.now()), paid(form))
                .flatMap(paid -> rows(paid, caller)).map(rows -> new RecordedTransfer().reference(form.getReference().strip()).paidOn(form.getPaidOn()).wholeFen(form.getWholeFen())
                        .items(rows.getItems()))));
    }

    private static PaymentDesk.Paid paid(RecordTransfer form) {
        return new PaymentDesk.Paid(form.getReference().strip(), form.getPaidOn(), form.getWholeFen(),
                form.getParts().stream().map(part -> new PaymentDesk.Part(part.getSettlementId(), part.getAmountFen(), part.getInterestFen(), false)).toList());
    }

    private static SettlementDesk.Which which(UUID id, ServerWebExchange exchange) {
        return new SettlementDesk.Which(id, Caller.of(exchange).expectedVersion());
    }

    private Mono<SettlementSheet> answer(ServerWebExchange exchange, Object form, Function<Asking, Mono<Statement>> step) {
        Caller caller = Caller.of(exchange);
        return once.answer(exchange, form, SettlementSheet.class, tx -> step.apply(new Asking(tx, caller.actor(), caller.now()))
                .flatMap(statement -> board.get(tx, statement.id())).flatMap(shown -> sheet(shown, caller)));
    }

    private Mono<SettlementSheet> sheet(StatementBoard.Shown shown, Caller caller) {
        caller.showVersion(shown.statement().version());
        return members.names(SettlementViews.partiesOf(List.of(shown))).map(names -> new SettlementViews(names, today(caller)).sheet(shown, caller.actor().partyId()));
    }

    @Override
    public Mono<PayablePage> listPayables(
            @Nullable UUID roundId, @Nullable UUID partyId, Boolean overdue, Boolean paid, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        StatementBoard.Owed wanted = owed(roundId, partyId, overdue ? today(caller) : null, paid, cursor, limit);
        return database.read(caller.scope(), tx -> board.owed(tx, wanted)).flatMap(page -> members.names(SettlementViews.partiesOf(page.items())).map(names -> {
            SettlementViews views = new SettlementViews(names, today(caller));
            return new PayablePage().items(page.items().stream().map(views::payable).toList()).nextCursor(page.nextCursor());
        }));
    }

    @Override
    public Mono<SettlementSidesOfRound> settlementSides(UUID roundId, ServerWebExchange exchange) {
        return database.read(Caller.of(exchange).scope(), tx -> sides(tx, roundId));
    }

    private Mono<SettlementSidesOfRound> sides(Tx tx, UUID roundId) {
        return board.sidesOfRound(tx, roundId).zipWith(board.isToBeClosed(tx, roundId)).map(known -> {
            SettlementSidesOfRound view = new SettlementSidesOfRound().roundId(roundId).toBeClosed(known.getT2());
            known.getT1().ifPresent(sides -> view.setSides(SettlementViews.sides(sides)));
            return view;
        });
    }

    @Override
    public Mono<SettlementSidesOfRound> settleRound(UUID roundId, String idempotencyKey, Mono<SettleRound> settleRound, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return settleRound.flatMap(form -> once.answer(exchange, form, SettlementSidesOfRound.class,
                tx -> desk.closeRound(new Asking(tx, caller.actor(), caller.now()), roundId, form.getDepositsEnded().strip()).then(Mono.defer(() -> sides(tx, roundId)))));
    }
}
