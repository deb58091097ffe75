package org.jucai.platform.finance.products.web;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.finance.products.ProductBoard;
import org.jucai.platform.finance.products.ProductDesk;
import org.jucai.platform.finance.products.ProductTerms;
import org.jucai.platform.finance.products.ProductVersion;
import org.jucai.platform.finance.products.Simulation;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Fen;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.spec.api.FinanceProductsApi;
import org.jucai.spec.model.EnterFinanceProduct;
import org.jucai.spec.model.FinanceProductDetail;
import org.jucai.spec.model.FinanceProductPage;
import org.jucai.spec.model.FinanceProductSimulation;
import org.jucai.spec.model.FinanceProductTemplate;
import org.jucai.spec.model.SimulateFinanceProduct;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Financing products by HTTP. */
@RestController
class ProductsController implements FinanceProductsApi {

    private final Database database;
    private final Once once;
    private final ProductDesk desk;
    private final ProductBoard board;
    private final MembershipBoard members;

    ProductsController(Database database, Once once, ProductDesk desk, ProductBoard board, MembershipBoard members) {
        this.database = database;
        this.once = once;
        this.desk = desk;
        this.board = board;
        this.members = members;
    }

    @Override
    public Mono<FinanceProductPage> listFinanceProducts(@Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> board.list(tx, cursor, limit))
                .flatMap(page -> members.names(page.items().stream().map(ProductVersion::bankId).collect(Collectors.toSet()))
                        .map(names -> new FinanceProductPage(page.items().stream().map(one -> ProductViews.show(one, names, caller.actor())).toList()).nextCursor(page.nextCursor())));
    }

    @Override
    public Mono<FinanceProductDetail> enterFinanceProduct(String idempotencyKey, Mono<EnterFinanceProduct> enterFinanceProduct, ServerWebExchange exchange) {
        return enterFinanceProduct.flatMap(form -> answer(exchange, form, asking -> desk.enter(asking, entry(form))));
    }

    @Override
    public Mono<FinanceProductDetail> reviseFinanceProduct(UUID productId, String idempotencyKey, Mono<EnterFinanceProduct> enterFinanceProduct, @Nullable String ifMatch,
            ServerWebExchange exchange) {
        return enterFinanceProduct.flatMap(form -> answer(exchange, form, asking -> desk.revise(asking, productId, Caller.of(exchange).expectedVersion(), entry(form))));
    }

    private Mono<FinanceProductDetail> answer(ServerWebExchange exchange, EnterFinanceProduct form, Function<Asking, Mono<ProductVersion>> step) {
        Caller caller = Caller.of(exchange);
        return once.answer(exchange, form, FinanceProductDetail.class,
                        tx -> step.apply(new Asking(tx, caller.actor(), caller.now())).flatMap(made -> detail(tx, made, caller)))
                .doOnNext(made -> caller.showVersion(made.getVersion()));
    }

    private static ProductDesk.Entry entry(EnterFinanceProduct form) {
        return new ProductDesk.Entry(ProductViews.terms(form.getTerms()), Optional.ofNullable(form.getNote()).map(String::strip).filter(note -> !note.isEmpty()));
    }

    @Override
    public Mono<FinanceProductDetail> getFinanceProduct(UUID productId, @Nullable Long version, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        OptionalLong asked = version == null ? OptionalLong.empty() : OptionalLong.of(version);
        return database.read(caller.scope(), tx -> board.get(tx, productId, asked).flatMap(found -> detail(tx, found, caller)))
                .doOnNext(found -> caller.showVersion(found.getVersion()));
    }

    private Mono<FinanceProductDetail> detail(Tx tx, ProductVersion found, Caller caller) {
        return board.versions(tx, found.id()).zipWith(members.names(Set.of(found.bankId())))
                .map(known -> ProductViews.detail(found, known.getT1(), known.getT2(), caller.actor()));
    }

    @Override
    public Mono<FinanceProductTemplate> getFinanceProductTemplate(ServerWebExchange exchange) {
        return Mono.fromSupplier(() -> new FinanceProductTemplate(ProductViews.form(ProductTerms.usual())));
    }

    @Override
    public Mono<FinanceProductSimulation> simulateFinanceProduct(Mono<SimulateFinanceProduct> simulateFinanceProduct, ServerWebExchange exchange) {
        return simulateFinanceProduct.map(form -> {
            ProductTerms terms = ProductDesk.checked(ProductViews.terms(form.getTerms()));
            Simulation.Purchase purchase = new Simulation.Purchase(new Kilograms(form.getMassKg()), new FenPerTonne(form.getPriceFenPerTonne()), form.getDays(),
                    form.getOverdueDays(), form.getSaleCostBp(), new Fen(form.getFundCashFen()));
            return new FinanceProductSimulation(ProductViews.begin(Simulation.begin(terms, purchase)),
                    Simulation.of(terms, purchase, form.getScenarios().stream().map(one -> new Simulation.Scenario(one.getPriceChangeBp(), one.getDefaults())).toList())
                            .stream().map(ProductViews::outcome).toList());
        });
    }
}
