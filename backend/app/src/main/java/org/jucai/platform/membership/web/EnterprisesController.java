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

    private final PartyDesk desk;
    private final AdmissionDesk admission;
    private final FileDesk files;
    private final PartyBoard board;
    private final Edge edge;

    EnterprisesController(PartyDesk desk, AdmissionDesk admission, FileDesk files, PartyBoard board, Edge edge) {
        this.desk = desk;
        this.admission = admission;
        this.files = files;
        this.board = board;
        this.edge = edge;
    }

    @Override
    public Mono<EnterprisePage> listEnterprises(@Nullable String q, @Nullable MembershipState state, @Nullable Scale scale, @Nullable String cursor,
            Integer limit, ServerWebExchange exchange) {
        PartySearch search = new PartySearch(PartyKind.ENTERPRISE, q, scale == null ? null : scale.name(),
                state == null ? null : org.jucai.platform.membership.MembershipState.valueOf(state.name()), cursor, limit);
        return board.directory(Caller.of(exchange).scope(), search).map(EnterpriseViews::page);
    }

    @Override
    public Mono<Enterprise> registerEnterprise(String key, Mono<NewEnterprise> form, ServerWebExchange exchange) {
        return changed(exchange, form, (asking, body) -> desk.register(asking, EnterpriseViews.applicant(body)));
    }

    @Override
    public Mono<Enterprise> getEnterprise(UUID id, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return board.file(caller.scope(), PartyKind.ENTERPRISE, id).map(file -> EnterpriseViews.view(file, caller)).doOnNext(view -> caller.showVersion(view.getVersion()));
    }

    @Override
    public Mono<Enterprise> changeEnterprise(UUID id, String ifMatch, Mono<EnterpriseEdit> form, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return form.flatMap(body -> edge.write(caller, asking ->
                        desk.change(asking, id, caller.requiredVersion(), EnterpriseViews.data(body), EnterpriseViews.details(body))))
                .map(file -> EnterpriseViews.view(file, caller))
                .doOnNext(view -> caller.showVersion(view.getVersion()));
    }

    @Override
    public Mono<Enterprise> applyEnterprise(UUID id, String key, Mono<Reason> form, ServerWebExchange exchange) {
        return moved(exchange, id, form, AdmissionCommand.Apply::new);
    }

    @Override
    public Mono<Enterprise> admitEnterprise(UUID id, String key, Mono<Reason> form, ServerWebExchange exchange) {
        return moved(exchange, id, form, AdmissionCommand.Admit::new);
    }

    @Override
    public Mono<Enterprise> suspendEnterprise(UUID id, String key, Mono<Reason> form, ServerWebExchange exchange) {
        return moved(exchange, id, form, AdmissionCommand.Suspend::new);
    }

    @Override
    public Mono<Enterprise> reinstateEnterprise(UUID id, String key, Mono<Reason> form, ServerWebExchange exchange) {
        return moved(exchange, id, form, AdmissionCommand.Reinstate::new);
    }

    @Override
    public Mono<Enterprise> leaveEnterprise(UUID id, String key, Mono<Reason> form, ServerWebExchange exchange) {
        return moved(exchange, id, form, AdmissionCommand.Leave::new);
    }

    private Mono<Enterprise> moved(ServerWebExchange exchange, UUID id, Mono<Reason> form, Function<String, AdmissionCommand> command) {
        return changed(exchange, form,
                (asking, body) -> admission.handle(asking, PartyKind.ENTERPRISE, id, command.apply(body.getReason())));
    }

    private <B> Mono<Enterprise> changed(ServerWebExchange exchange, Mono<B> form, Edge.Work<B, PartyFile> work) {
        Caller caller = Caller.of(exchange);
        return edge.once(exchange, form, Enterprise.class, (asking, body) -> work.run(asking, body).map(file -> EnterpriseViews.view(file, caller)))
                .doOnNext(view -> caller.showVersion(view.getVersion()));
    }

    @Override
    public Mono<EvidencePage> listEnterpriseEvidence(UUID id, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return board.papers(caller.scope(), PartyKind.ENTERPRISE, id, new Span(cursor, limit))
                .map(page -> FileViews.papers(page, caller.now()));
    }

    @Override
    public Mono<Evidence> fileEnterpriseEvidence(UUID id, String key, Mono<NewEvidence> form, ServerWebExchange exchange) {
        return edge.once(exchange, form, Evidence.class, (asking, body) -> files
                .file(asking, PartyKind.ENTERPRISE, id, FileViews.paper(body))
                .map(paper -> FileViews.view(paper, asking.at())));
    }

    @Override
    public Mono<HistoryPage> getEnterpriseHistory(UUID id, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        return board.history(Caller.of(exchange).scope(), id, new Span(cursor, limit)).map(FileViews::history);
    }

    @Override
    public Mono<DeliveryPointPage> listDeliveryPoints(UUID id, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        return board.deliveryPoints(Caller.of(exchange).scope(), id, new Span(cursor, limit)).map(FileViews::places);
    }

    @Override
    public Mono<DeliveryPoint> addDeliveryPoint(UUID id, String key, Mono<NewDeliveryPoint> form, ServerWebExchange exchange) {
        return edge.once(exchange, form, DeliveryPoint.class,
                (asking, body) -> files.add(asking, id, FileViews.place(body)).map(FileViews::view));
    }

    @Override
    public Mono<DeliveryPoint> retireDeliveryPoint(UUID id, UUID pointId, String key, Mono<Reason> form, ServerWebExchange exchange) {
        return edge.once(exchange, form, DeliveryPoint.class,
                (asking, body) -> files.retire(asking, id, pointId, body.getReason()).map(FileViews::view));
    }

    @Override
    public Mono<ProductivityGradePage> listProductivityGrades(UUID id, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        return board.grades(Caller.of(exchange).scope(), id, new Span(cursor, limit)).map(FileViews::grades);
    }

    @Override
    public Mono<ProductivityGrade> recordProductivityGrade(
            UUID id, String key, Mono<NewProductivityGrade> form, ServerWebExchange exchange) {
        return edge.once(exchange, form, ProductivityGrade.class,
                (asking, body) -> files.record(asking, id, FileViews.issued(body)).map(FileViews::view));
    }
}
