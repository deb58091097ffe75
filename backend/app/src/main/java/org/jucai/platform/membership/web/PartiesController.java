package org.jucai.platform.membership.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.membership.FileDesk;
import org.jucai.platform.membership.PartyBoard;
import org.jucai.platform.membership.PartyBoard.Span;
import org.jucai.platform.membership.PartyDesk;
import org.jucai.platform.membership.PartySearch;
import org.jucai.spec.api.PartiesApi;
import org.jucai.spec.model.AssociationPage;
import org.jucai.spec.model.ConnectedParty;
import org.jucai.spec.model.ConnectedPartyPage;
import org.jucai.spec.model.EvidenceExpiryPage;
import org.jucai.spec.model.HistoryPage;
import org.jucai.spec.model.NewConnectedParty;
import org.jucai.spec.model.NewParty;
import org.jucai.spec.model.Party;
import org.jucai.spec.model.PartyKindName;
import org.jucai.spec.model.PartyPage;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Parties of every kind over HTTP. */
@RestController
class PartiesController implements PartiesApi {

    private final PartyDesk desk;
    private final FileDesk files;
    private final PartyBoard board;
    private final Edge edge;

    PartiesController(PartyDesk desk, FileDesk files, PartyBoard board, Edge edge) {
        this.desk = desk;
        this.files = files;
        this.board = board;
        this.edge = edge;
    }

    @Override
    public Mono<AssociationPage> listAssociations(@Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        return board.associations(new Span(cursor, limit)).map(PartyViews::associations);
    }

    @Override
    public Mono<PartyPage> listParties(
            @Nullable String q, @Nullable PartyKindName kind, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        PartyKind wanted = kind == null ? null : PartyKind.valueOf(kind.name());
        return board.directory(Caller.of(exchange).scope(), new PartySearch(wanted, q, null, null, cursor, limit))
                .map(PartyViews::page);
    }

    @Override
    public Mono<Party> registerParty(String key, Mono<NewParty> form, ServerWebExchange exchange) {
        return edge.once(exchange, form, Party.class, (asking, body) -> desk
                .registerOther(asking, PartyKind.valueOf(body.getKind().name()), body.getCode(), PartyViews.data(body))
                .map(file -> PartyViews.view(file.party())));
    }

    @Override
    public Mono<HistoryPage> getPartyHistory(UUID id, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        return board.history(Caller.of(exchange).scope(), id, new Span(cursor, limit)).map(FileViews::history);
    }

    @Override
    public Mono<EvidenceExpiryPage> listEvidenceExpiries(
            Integer withinDays, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return board.expiries(caller.scope(), caller.now(), withinDays, new Span(cursor, limit))
                .map(page -> PartyViews.expiries(page, caller.now()));
    }

    @Override
    public Mono<ConnectedPartyPage> listConnectedParties(
            @Nullable UUID partyId, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        return board.connections(Caller.of(exchange).scope(), partyId, new Span(cursor, limit)).map(PartyViews::connections);
    }

    @Override
    public Mono<ConnectedParty> recordConnectedParty(String key, Mono<NewConnectedParty> form, ServerWebExchange exchange) {
        return edge.once(exchange, form, ConnectedParty.class, (asking, body) -> files
                .connect(asking, body.getPartyAId(), body.getPartyBId(), PartyViews.link(body))
                .map(PartyViews::view));
    }
}
