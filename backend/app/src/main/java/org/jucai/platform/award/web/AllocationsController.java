package org.jucai.platform.award.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.allocations.AllocationBoard;
import org.jucai.platform.award.allocations.AllocationDesk;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.rounds.RoundBoard;
import org.jucai.spec.api.AllocationsApi;
import org.jucai.spec.model.Allocation;
import org.jucai.spec.model.AllocationPage;
import org.jucai.spec.model.AnswerAllocationObjection;
import org.jucai.spec.model.ObjectToAllocation;
import org.jucai.spec.model.Statement;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Allocations and their statements by HTTP. */
@RestController
class AllocationsController implements AllocationsApi {

    private final Once once;
    private final Database database;
    private final AllocationDesk desk;
    private final AllocationBoard board;
    private final RoundBoard rounds;
    private final MembershipBoard members;
    private final StatementViews statements;
    private final StatementBook books;
    private final Scheduler settlers;

    AllocationsController(Once once, Database database, AllocationDesk desk, AllocationBoard board, RoundBoard rounds, MembershipBoard members,
            StatementViews statements, StatementBook books, Scheduler settlers) {
        this.once = once;
        this.database = database;
        this.desk = desk;
        this.board = board;
        this.rounds = rounds;
        this.members = members;
        this.statements = statements;
        this.books = books;
        this.settlers = settlers;
    }

    /** Written, for each reading by the association is kept. */
    @Override
    public Mono<AllocationPage> listAllocations(UUID roundId, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.write(caller.scope(), tx -> rounds.get(tx, roundId).then(board.list(asking(tx, caller), roundId, cursor, limit))).flatMap(page -> show(page, caller));
    }

    private Mono<AllocationPage> show(Page<org.jucai.platform.award.allocations.Allocation> page, Caller caller) {
        Set<UUID> enterprises = page.items().stream().map(org.jucai.platform.award.allocations.Allocation::enterpriseId).collect(Collectors.toSet());
        return members.names(enterprises).map(names -> new AllocationPage(page.items().stream().map(each -> StatementViews.show(each, names, caller)).toList())
                .nextCursor(page.nextCursor()));
    }

    @Override
    public Mono<Allocation> confirmAllocation(UUID allocationId, String idempotencyKey, ServerWebExchange exchange) {
        return carryOut("confirm", exchange, asking -> desk.confirm(asking, allocationId));
    }

    @Override
    public Mono<Allocation> objectToAllocation(UUID allocationId, String idempotencyKey, Mono<ObjectToAllocation> objectToAllocation, ServerWebExchange exchange) {
        return objectToAllocation.flatMap(form -> carryOut(form, exchange, asking -> desk.object(asking, allocationId, form.getGrounds())));
    }

    @Override
    public Mono<Allocation> answerAllocationObjection(
            UUID allocationId, String idempotencyKey, Mono<AnswerAllocationObjection> answerAllocationObjection, ServerWebExchange exchange) {
        return answerAllocationObjection.flatMap(form -> carryOut(form, exchange, asking -> desk.answer(asking, allocationId, form.getUpheld(), form.getReasons())));
    }

    private Mono<Allocation> carryOut(Object form, ServerWebExchange exchange, Function<Asking, Mono<org.jucai.platform.award.allocations.Allocation>> work) {
        Caller caller = Caller.of(exchange);
        return once.answer(exchange, form, Allocation.class, tx -> work.apply(asking(tx, caller))
                .flatMap(after -> members.names(Set.of(after.enterpriseId())).map(names -> StatementViews.show(after, names, caller))));
    }

    @Override
    public Mono<Statement> allocationStatement(UUID allocationId, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return seen(allocationId, caller).map(seen -> statements.statement(seen, caller));
    }

    @Override
    public Mono<Resource> allocationStatementFile(UUID allocationId, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return seen(allocationId, caller).publishOn(settlers).flatMap(seen -> Mono.fromCallable(() -> books.of(statements.statement(seen, caller), caller.locale()))
                .doOnNext(file -> Documents.named(exchange, seen.allocation().statement().lotCode() + "-" + seen.allocation().statement().lineCode() + ".xlsx", Documents.XLSX)));
    }

    private Mono<StatementViews.Seen> seen(UUID id, Caller caller) {
        return database.write(caller.scope(), tx -> board.get(asking(tx, caller), id)
                .flatMap(allocation -> rounds.get(tx, allocation.roundId()).map(round -> new Found(round.code(), allocation))))
                .flatMap(found -> members.names(parties(found.allocation())).map(names -> new StatementViews.Seen(found.roundCode(), found.allocation(), names)));
    }

    private record Found(String roundCode, org.jucai.platform.award.allocations.Allocation allocation) {}

    private static Set<UUID> parties(org.jucai.platform.award.allocations.Allocation allocation) {
        List<Stream<UUID>> all = List.of(Stream.of(allocation.enterpriseId()), allocation.statement().from().stream().map(from -> from.supplierId()),
                allocation.adjustments().stream().map(each -> each.supplierId()), allocation.statement().trips().stream().flatMap(trip -> trip.sharedWith().stream()));
        return all.stream().flatMap(each -> each).collect(Collectors.toSet());
    }

    private static Asking asking(Tx tx, Caller caller) {
        return new Asking(tx, caller.actor(), caller.now());
    }
}
