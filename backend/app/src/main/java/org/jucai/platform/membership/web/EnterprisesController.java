package org.jucai.platform.membership.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.membership.AdmissionCommand;
import org.jucai.platform.membership.PartyBoard.Span;
import org.jucai.platform.membership.PartySearch;
import org.jucai.spec.api.EnterprisesApi;
import org.jucai.spec.model.DeliveryPoint;
import org.jucai.spec.model.DeliveryPointPage;
import org.jucai.spec.model.Enterprise;
import org.jucai.spec.model.EnterpriseEdit;
import org.jucai.spec.model.EnterprisePage;
import org.jucai.spec.model.Evidence;
import org.jucai.spec.model.EvidencePage;
import org.jucai.spec.model.HistoryPage;
import org.jucai.spec.model.MembershipState;
import org.jucai.spec.model.NewDeliveryPoint;
import org.jucai.spec.model.NewEnterprise;
import org.jucai.spec.model.NewEvidence;
import org.jucai.spec.model.NewProductivityGrade;
import org.jucai.spec.model.ProductivityGrade;
import org.jucai.spec.model.ProductivityGradePage;
import org.jucai.spec.model.Reason;
import org.jucai.spec.model.Scale;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Enterprises over HTTP. */
@RestController
class EnterprisesController implements EnterprisesApi {

    private final Admitted.Desks desks;
    private final Admitted<Enterprise> admitted;

    EnterprisesController(Admitted.Desks desks) {
        this.desks = desks;
        this.admitted = new Admitted<>(desks, new Admitted.Shown<>(PartyKind.ENTERPRISE, Enterprise.class, EnterpriseViews::view, Enterprise::getVersion));
    }

    @Override
    public Mono<EnterprisePage> listEnterprises(@Nullable String q, @Nullable MembershipState state, @Nullable Scale scale, @Nullable String cursor,
            Integer limit, ServerWebExchange exchange) {
        PartySearch search = new PartySearch(PartyKind.ENTERPRISE, q, scale == null ? null : scale.name(),
                state == null ? null : org.jucai.platform.membership.MembershipState.valueOf(state.name()), cursor, limit);
        return desks.board().directory(Caller.of(exchange).scope(), search).map(EnterpriseViews::page);
    }

    @Override
    public Mono<Enterprise> registerEnterprise(String key, Mono<NewEnterprise> form, ServerWebExchange exchange) {
        return admitted.changed(exchange, form, (asking, body) -> desks.parties().register(asking, EnterpriseViews.applicant(body)));
    }

    @Override
    public Mono<Enterprise> getEnterprise(UUID id, ServerWebExchange exchange) {
        return admitted.get(id, exchange);
    }

    @Override
    public Mono<Enterprise> changeEnterprise(UUID id, String ifMatch, Mono<EnterpriseEdit> form, ServerWebExchange exchange) {
        return admitted.edited(exchange, form, (asking, version, body) ->
                desks.parties().change(asking, id, version, EnterpriseViews.data(body), EnterpriseViews.details(body)));
    }

    @Override
    public Mono<Enterprise> applyEnterprise(UUID id, String key, Mono<Reason> form, ServerWebExchange exchange) {
        return admitted.moved(exchange, id, form, AdmissionCommand.Apply::new);
    }

    @Override
    public Mono<Enterprise> admitEnterprise(UUID id, String key, Mono<Reason> form, ServerWebExchange exchange) {
        return admitted.moved(exchange, id, form, AdmissionCommand.Admit::new);
    }

    @Override
    public Mono<Enterprise> suspendEnterprise(UUID id, String key, Mono<Reason> form, ServerWebExchange exchange) {
        return admitted.moved(exchange, id, form, AdmissionCommand.Suspend::new);
    }

    @Override
    public Mono<Enterprise> reinstateEnterprise(UUID id, String key, Mono<Reason> form, ServerWebExchange exchange) {
        return admitted.moved(exchange, id, form, AdmissionCommand.Reinstate::new);
    }

    @Override
    public Mono<Enterprise> leaveEnterprise(UUID id, String key, Mono<Reason> form, ServerWebExchange exchange) {
        return admitted.moved(exchange, id, form, AdmissionCommand.Leave::new);
    }

    @Override
    public Mono<EvidencePage> listEnterpriseEvidence(UUID id, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        return admitted.papers(exchange, id, new Span(cursor, limit));
    }

    @Override
    public Mono<Evidence> fileEnterpriseEvidence(UUID id, String key, Mono<NewEvidence> form, ServerWebExchange exchange) {
        return admitted.filed(exchange, id, form);
    }

    @Override
    public Mono<HistoryPage> getEnterpriseHistory(UUID id, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        return admitted.history(exchange, id, new Span(cursor, limit));
    }

    @Override
    public Mono<DeliveryPointPage> listDeliveryPoints(UUID id, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        return desks.board().deliveryPoints(Caller.of(exchange).scope(), id, new Span(cursor, limit)).map(FileViews::places);
    }

    @Override
    public Mono<DeliveryPoint> addDeliveryPoint(UUID id, String key, Mono<NewDeliveryPoint> form, ServerWebExchange exchange) {
        return desks.edge().once(exchange, form, DeliveryPoint.class,
                (asking, body) -> desks.files().add(asking, id, FileViews.place(body)).map(FileViews::view));
    }

    @Override
    public Mono<DeliveryPoint> retireDeliveryPoint(UUID id, UUID pointId, String key, Mono<Reason> form, ServerWebExchange exchange) {
        return desks.edge().once(exchange, form, DeliveryPoint.class,
                (asking, body) -> desks.files().retire(asking, id, pointId, body.getReason()).map(FileViews::view));
    }

    @Override
    public Mono<ProductivityGradePage> listProductivityGrades(UUID id, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        return desks.board().grades(Caller.of(exchange).scope(), id, new Span(cursor, limit)).map(FileViews::grades);
    }

    @Override
    public Mono<ProductivityGrade> recordProductivityGrade(
            UUID id, String key, Mono<NewProductivityGrade> form, ServerWebExchange exchange) {
        return desks.edge().once(exchange, form, ProductivityGrade.class,
                (asking, body) -> desks.files().record(asking, id, FileViews.issued(body)).map(FileViews::view));
    }
}
