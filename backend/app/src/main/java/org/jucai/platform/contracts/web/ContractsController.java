package org.jucai.platform.contracts.web;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.contracts.ContractBoard;
import org.jucai.platform.contracts.ContractDesk;
import org.jucai.platform.contracts.DrawingDesk;
import org.jucai.platform.contracts.PurchasingParties;
import org.jucai.platform.contracts.RedrawDesk;
import org.jucai.platform.contracts.RestampDesk;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Tx;
import org.jucai.spec.api.ContractsApi;
import org.jucai.spec.model.AmendContract;
import org.jucai.spec.model.Contract;
import org.jucai.spec.model.ContractKind;
import org.jucai.spec.model.ContractPage;
import org.jucai.spec.model.ContractStatus;
import org.jucai.spec.model.ContractText;
import org.jucai.spec.model.DisputeContract;
import org.jucai.spec.model.DrawContracts;
import org.jucai.spec.model.DrawnContracts;
import org.jucai.spec.model.NamePurchasingParty;
import org.jucai.spec.model.PurchasingParty;
import org.jucai.spec.model.RecordContractDeposit;
import org.jucai.spec.model.ResolveContract;
import org.jucai.spec.model.RestampContracts;
import org.jucai.spec.model.RestampedContracts;
import org.jucai.spec.model.SendContracts;
import org.jucai.spec.model.SentContracts;
import org.jucai.spec.model.SignContract;
import org.jucai.spec.model.TerminateContract;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Contracts by HTTP. */
@RestController
class ContractsController implements ContractsApi {

    private final Once once;
    private final Database database;
    private final Desks desks;
    private final ContractBoard board;
    private final SeenContracts seen;
    private final ContractViews views;

    ContractsController(Once once, Database database, Desks desks, ContractBoard board, SeenContracts seen, ContractViews views) {
        this.once = once;
        this.database = database;
        this.desks = desks;
        this.board = board;
        this.seen = seen;
        this.views = views;
    }

    /** Who takes commands. */
    @Component
    record Desks(DrawingDesk drawing, ContractDesk contracts, PurchasingParties purchasing, RedrawDesk redraws, RestampDesk stamps) {}

    @Override
    public Mono<ContractPage> listContracts(@Nullable UUID roundId, @Nullable ContractKind kind, @Nullable ContractStatus status, @Nullable String cursor, Integer limit,
            ServerWebExchange exchange) {
        ContractBoard.Question asked = new ContractBoard.Question(Optional.ofNullable(roundId),
                Optional.ofNullable(kind).map(each -> org.jucai.platform.contracts.ContractKind.valueOf(each.name())),
                Optional.ofNullable(status).map(each -> org.jucai.platform.contracts.ContractStatus.valueOf(each.name())), cursor, limit);
        return database.read(Caller.of(exchange).scope(), tx -> board.list(tx, asked)).flatMap(page -> {
            Set<UUID> parties = new HashSet<>();
            page.items().forEach(line -> parties.addAll(List.of(line.contract().sellerId(), line.contract().buyerId())));
            return seen.names(parties).map(names -> new ContractPage(page.items().stream().map(line -> ContractViews.line(line, names)).toList()).nextCursor(page.nextCursor()));
        });
    }

    @Override
    public Mono<DrawnContracts> drawContracts(String idempotencyKey, Mono<DrawContracts> drawContracts, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return drawContracts.flatMap(form -> once.answer(exchange, form, DrawnContracts.class, tx -> desks.drawing
                .draw(asking(tx, caller), form.getRoundId(), new DrawingDesk.Wanted(TermsForms.payment(form.getSupplyPayment()), TermsForms.payment(form.getMemberPayment()),
                        TermsForms.terms(form.getSupplyPayment(), form.getTerms()), TermsForms.formulas(form.getFormulas())))
                .flatMap(drawn -> seen.names(mentioned(drawn.held())).map(names -> new DrawnContracts(drawn.roundId(), drawn.awardNumber(), drawn.contracts(), drawn.massKg(),
                        drawn.goodsFen(), drawn.freightFen(), drawn.feeFen(), drawn.held().stream().map(held -> views.held(held, caller.locale(), names)).toList())))));
    }

    private static Set<UUID> mentioned(List<DrawingDesk.Held> held) {
        Set<UUID> all = new HashSet<>();
        held.forEach(each -> ContractViews.mentioned(each.findings()).forEach(all::add));
        return all;
    }

    @Override
    public Mono<SentContracts> sendContracts(UUID roundId, String idempotencyKey, Mono<SendContracts> sendContracts, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return sendContracts.flatMap(form -> once.answer(exchange, form, SentContracts.class, tx -> desks.drawing
                .send(asking(tx, caller), roundId, new HashSet<>(form.getContractIds()))
                .flatMap(sent -> seen.names(mentioned(sent.held()))
                        .map(names -> new SentContracts(sent.sent(), sent.held().stream().map(held -> views.held(held, caller.locale(), names)).toList())))));
    }

    @Override
    public Mono<Contract> getContract(UUID contractId, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> board.get(tx, contractId).flatMap(contract -> seen.of(tx, contract))).map(found -> views.show(found, caller));
    }

    @Override
    public Mono<ContractText> contractText(UUID contractId, @Nullable Integer number, ServerWebExchange exchange) {
        return database.read(Caller.of(exchange).scope(), tx -> board.get(tx, contractId)
                .flatMap(contract -> board.document(tx, contractId, number == null ? contract.toSign().number() : number))
                .map(written -> new ContractText(contractId, written.number(), written.sha256(), written.document())));
    }

    @Override
    public Mono<Contract> signContract(UUID contractId, String idempotencyKey, Mono<SignContract> signContract, ServerWebExchange exchange) {
        return signContract.flatMap(form -> carryOut(form, exchange, asking -> desks.contracts.sign(asking, contractId, form.getNumber(), form.getSha256())));
    }

    @Override
    public Mono<Contract> amendContract(UUID contractId, String idempotencyKey, Mono<AmendContract> amendContract, ServerWebExchange exchange) {
        return amendContract.flatMap(form -> carryOut(form, exchange,
                asking -> desks.contracts.amend(asking, contractId, form.getNumber(), TermsForms.terms(form.getPayment(), form.getTerms()))));
    }

    @Override
    public Mono<Contract> terminateContract(UUID contractId, String idempotencyKey, Mono<TerminateContract> terminateContract, ServerWebExchange exchange) {
        return terminateContract.flatMap(form -> carryOut(form, exchange, asking -> desks.contracts.terminate(asking, contractId, form.getReason())));
    }

    @Override
    public Mono<Contract> disputeContract(UUID contractId, String idempotencyKey, Mono<DisputeContract> disputeContract, ServerWebExchange exchange) {
        return disputeContract.flatMap(form -> carryOut(form, exchange, asking -> desks.contracts.dispute(asking, contractId, form.getGrounds())));
    }

    @Override
    public Mono<Contract> resolveContract(UUID contractId, String idempotencyKey, Mono<ResolveContract> resolveContract, ServerWebExchange exchange) {
        return resolveContract.flatMap(form -> carryOut(form, exchange,
                asking -> desks.contracts.resolve(asking, contractId, org.jucai.platform.contracts.Contract.Wish.valueOf(form.getOutcome().name()), form.getWords())));
    }

    @Override
    public Mono<Contract> recordContractDeposit(UUID contractId, String idempotencyKey, Mono<RecordContractDeposit> recordContractDeposit, ServerWebExchange exchange) {
        return recordContractDeposit.flatMap(form -> carryOut(form, exchange, asking -> desks.contracts.recordDeposit(asking, contractId, form.getReference())));
    }

    @Override
    public Mono<Contract> redrawContract(UUID contractId, String idempotencyKey, ServerWebExchange exchange) {
        return carryOut("", exchange, asking -> desks.redraws.redraw(asking, contractId));
    }

    @Override
    public Mono<RestampedContracts> restampContracts(UUID roundId, String idempotencyKey, Mono<RestampContracts> restampContracts, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return restampContracts.flatMap(form -> once.answer(exchange, form, RestampedContracts.class,
                tx -> desks.stamps.restamp(asking(tx, caller), roundId, TermsForms.formulas(form.getFormulas())).map(count -> new RestampedContracts(count.intValue()))));
    }

    private Mono<Contract> carryOut(Object form, ServerWebExchange exchange, Function<Asking, Mono<org.jucai.platform.contracts.Contract>> work) {
        Caller caller = Caller.of(exchange);
        return once.answer(exchange, form, Contract.class, tx -> work.apply(asking(tx, caller)).flatMap(after -> seen.of(tx, after)).map(found -> views.show(found, caller)));
    }

    @Override
    public Mono<PurchasingParty> getPurchasingParty(UUID associationId, ServerWebExchange exchange) {
        return database.read(Caller.of(exchange).scope(), tx -> desks.purchasing.of(tx, associationId)).flatMap(this::shown);
    }

    @Override
    public Mono<PurchasingParty> namePurchasingParty(String idempotencyKey, Mono<NamePurchasingParty> namePurchasingParty, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return namePurchasingParty.flatMap(form -> once.answer(exchange, form, PurchasingParty.class,
                tx -> desks.purchasing.name(asking(tx, caller), form.getGroupId()).flatMap(this::shown)));
    }

    private Mono<PurchasingParty> shown(PurchasingParties.Purchasing purchasing) {
        return seen.names(Set.of(purchasing.groupId()))
                .map(names -> new PurchasingParty(purchasing.associationId(), purchasing.groupId(), purchasing.named()).groupName(ItemViews.name(names, purchasing.groupId())));
    }

    private static Asking asking(Tx tx, Caller caller) {
        return new Asking(tx, caller.actor(), caller.now());
    }
}
