package org.jucai.platform.membership.web;

import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.membership.AdmissionCommand;
import org.jucai.platform.membership.AdmissionDesk;
import org.jucai.platform.membership.FileDesk;
import org.jucai.platform.membership.PartyBoard;
import org.jucai.platform.membership.PartyBoard.Span;
import org.jucai.platform.membership.PartyDesk;
import org.jucai.platform.membership.PartyFile;
import org.jucai.platform.membership.PartySearch;
import org.jucai.spec.api.SuppliersApi;
import org.jucai.spec.model.Evidence;
import org.jucai.spec.model.EvidencePage;
import org.jucai.spec.model.HistoryPage;
import org.jucai.spec.model.MembershipState;
import org.jucai.spec.model.NewEvidence;
import org.jucai.spec.model.NewSupplier;
import org.jucai.spec.model.Reason;
import org.jucai.spec.model.Supplier;
import org.jucai.spec.model.SupplierEdit;
import org.jucai.spec.model.SupplierKind;
import org.jucai.spec.model.SupplierPage;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Suppliers over HTTP. */
@RestController
class SuppliersController implements SuppliersApi {

    private final PartyDesk desk;
    private final AdmissionDesk admission;
    private final FileDesk files;
    private final PartyBoard board;
    private final Edge edge;

    SuppliersController(PartyDesk desk, AdmissionDesk admission, FileDesk files, PartyBoard board, Edge edge) {
        this.desk = desk;
        this.admission = admission;
        this.files = files;
        this.board = board;
        this.edge = edge;
    }

    @Override
    public Mono<SupplierPage> listSuppliers(@Nullable String q, @Nullable MembershipState state, @Nullable SupplierKind supplierKind, @Nullable String cursor,
            Integer limit, ServerWebExchange exchange) {
        PartySearch search = new PartySearch(PartyKind.SUPPLIER, q, supplierKind == null ? null : supplierKind.name(),
                state == null ? null : org.jucai.platform.membership.MembershipState.valueOf(state.name()), cursor, limit);
        return board.directory(Caller.of(exchange).scope(), search).map(SupplierViews::page);
    }

    @Override
    public Mono<Supplier> registerSupplier(String key, Mono<NewSupplier> form, ServerWebExchange exchange) {
        return changed(exchange, form, (asking, body) -> desk.register(asking, SupplierViews.applicant(body)));
    }

    @Override
    public Mono<Supplier> getSupplier(UUID id, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return board.file(caller.scope(), PartyKind.SUPPLIER, id).map(file -> SupplierViews.view(file, caller)).doOnNext(view -> caller.showVersion(view.getVersion()));
    }

    @Override
    public Mono<Supplier> changeSupplier(UUID id, String ifMatch, Mono<SupplierEdit> form, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return form.flatMap(body -> edge.write(caller, asking ->
                        desk.change(asking, id, caller.requiredVersion(), SupplierViews.data(body), SupplierViews.details(body))))
                .map(file -> SupplierViews.view(file, caller))
                .doOnNext(view -> caller.showVersion(view.getVersion()));
    }

    @Override
    public Mono<Supplier> applySupplier(UUID id, String key, Mono<Reason> form, ServerWebExchange exchange) {
        return moved(exchange, id, form, AdmissionCommand.Apply::new);
    }

    @Override
    public Mono<Supplier> admitSupplier(UUID id, String key, Mono<Reason> form, ServerWebExchange exchange) {
        return moved(exchange, id, form, AdmissionCommand.Admit::new);
    }

    @Override
    public Mono<Supplier> suspendSupplier(UUID id, String key, Mono<Reason> form, ServerWebExchange exchange) {
        return moved(exchange, id, form, AdmissionCommand.Suspend::new);
    }

    @Override
    public Mono<Supplier> reinstateSupplier(UUID id, String key, Mono<Reason> form, ServerWebExchange exchange) {
        return moved(exchange, id, form, AdmissionCommand.Reinstate::new);
    }

    @Override
    public Mono<Supplier> leaveSupplier(UUID id, String key, Mono<Reason> form, ServerWebExchange exchange) {
        return moved(exchange, id, form, AdmissionCommand.Leave::new);
    }

    private Mono<Supplier> moved(ServerWebExchange exchange, UUID id, Mono<Reason> form, Function<String, AdmissionCommand> command) {
        return changed(exchange, form,
                (asking, body) -> admission.handle(asking, PartyKind.SUPPLIER, id, command.apply(body.getReason())));
    }

    private <B> Mono<Supplier> changed(ServerWebExchange exchange, Mono<B> form, Edge.Work<B, PartyFile> work) {
        Caller caller = Caller.of(exchange);
        return edge.once(exchange, form, Supplier.class, (asking, body) -> work.run(asking, body).map(file -> SupplierViews.view(file, caller)))
                .doOnNext(view -> caller.showVersion(view.getVersion()));
    }

    @Override
    public Mono<EvidencePage> listSupplierEvidence(UUID id, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return board.papers(caller.scope(), PartyKind.SUPPLIER, id, new Span(cursor, limit))
                .map(page -> FileViews.papers(page, caller.now()));
    }

    @Override
    public Mono<Evidence> fileSupplierEvidence(UUID id, String key, Mono<NewEvidence> form, ServerWebExchange exchange) {
        return edge.once(exchange, form, Evidence.class, (asking, body) -> files
                .file(asking, PartyKind.SUPPLIER, id, FileViews.paper(body))
                .map(paper -> FileViews.view(paper, asking.at())));
    }

    @Override
    public Mono<HistoryPage> getSupplierHistory(UUID id, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        return board.history(Caller.of(exchange).scope(), id, new Span(cursor, limit)).map(FileViews::history);
    }
}
