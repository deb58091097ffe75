package org.jucai.platform.membership.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.membership.AdmissionCommand;
import org.jucai.platform.membership.PartyBoard.Span;
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

    private final Admitted.Desks desks;
    private final Admitted<Supplier> admitted;

    SuppliersController(Admitted.Desks desks) {
        this.desks = desks;
        this.admitted = new Admitted<>(desks, new Admitted.Shown<>(PartyKind.SUPPLIER, Supplier.class, SupplierViews::view, Supplier::getVersion));
    }

    @Override
    public Mono<SupplierPage> listSuppliers(@Nullable String q, @Nullable MembershipState state, @Nullable SupplierKind supplierKind, @Nullable String cursor,
            Integer limit, ServerWebExchange exchange) {
        PartySearch search = new PartySearch(PartyKind.SUPPLIER, q, supplierKind == null ? null : supplierKind.name(),
                state == null ? null : org.jucai.platform.membership.MembershipState.valueOf(state.name()), cursor, limit);
        return desks.board().directory(Caller.of(exchange).scope(), search).map(SupplierViews::page);
    }

    @Override
    public Mono<Supplier> registerSupplier(String key, Mono<NewSupplier> form, ServerWebExchange exchange) {
        return admitted.changed(exchange, form, (asking, body) -> desks.parties().register(asking, SupplierViews.applicant(body)));
    }

    @Override
    public Mono<Supplier> getSupplier(UUID id, ServerWebExchange exchange) {
        return admitted.get(id, exchange);
    }

    @Override
    public Mono<Supplier> changeSupplier(UUID id, String ifMatch, Mono<SupplierEdit> form, ServerWebExchange exchange) {
        return admitted.edited(exchange, form, (asking, version, body) ->
                desks.parties().change(asking, id, version, SupplierViews.data(body), SupplierViews.details(body)));
    }

    @Override
    public Mono<Supplier> applySupplier(UUID id, String key, Mono<Reason> form, ServerWebExchange exchange) {
        return admitted.moved(exchange, id, form, AdmissionCommand.Apply::new);
    }

    @Override
    public Mono<Supplier> admitSupplier(UUID id, String key, Mono<Reason> form, ServerWebExchange exchange) {
        return admitted.moved(exchange, id, form, AdmissionCommand.Admit::new);
    }

    @Override
    public Mono<Supplier> suspendSupplier(UUID id, String key, Mono<Reason> form, ServerWebExchange exchange) {
        return admitted.moved(exchange, id, form, AdmissionCommand.Suspend::new);
    }

    @Override
    public Mono<Supplier> reinstateSupplier(UUID id, String key, Mono<Reason> form, ServerWebExchange exchange) {
        return admitted.moved(exchange, id, form, AdmissionCommand.Reinstate::new);
    }

    @Override
    public Mono<Supplier> leaveSupplier(UUID id, String key, Mono<Reason> form, ServerWebExchange exchange) {
        return admitted.moved(exchange, id, form, AdmissionCommand.Leave::new);
    }

    @Override
    public Mono<EvidencePage> listSupplierEvidence(UUID id, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        return admitted.papers(exchange, id, new Span(cursor, limit));
    }

    @Override
    public Mono<Evidence> fileSupplierEvidence(UUID id, String key, Mono<NewEvidence> form, ServerWebExchange exchange) {
        return admitted.filed(exchange, id, form);
    }

    @Override
    public Mono<HistoryPage> getSupplierHistory(UUID id, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        return admitted.history(exchange, id, new Span(cursor, limit));
    }
}
