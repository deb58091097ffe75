package org.jucai.platform.membership.web;

import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.membership.AdmissionCommand;
import org.jucai.platform.membership.AdmissionDesk;
import org.jucai.platform.membership.FileDesk;
import org.jucai.platform.membership.PartyBoard;
import org.jucai.platform.membership.PartyBoard.Span;
import org.jucai.platform.membership.PartyDesk;
import org.jucai.platform.membership.PartyFile;
import org.jucai.spec.model.Evidence;
import org.jucai.spec.model.EvidencePage;
import org.jucai.spec.model.HistoryPage;
import org.jucai.spec.model.NewEvidence;
import org.jucai.spec.model.Reason;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What is alike for all whom an association admits: the file, its steps, its papers, its history; made for one kind and its view. */
final class Admitted<V> {

    /** Whom it asks. */
    @Component
    record Desks(PartyDesk parties, AdmissionDesk admission, FileDesk files, PartyBoard board, Edge edge) {}

    /** How a file of the kind is shown, and where the view carries its version. */
    record Shown<V>(PartyKind kind, Class<V> type, BiFunction<PartyFile, Caller, V> view, ToLongFunction<V> version) {}

    /** What an edit does to a file of the version that was read. */
    @FunctionalInterface
    interface Edit<B> {
        Mono<PartyFile> run(Asking asking, long version, B body);
    }

    private final Desks desks;
    private final Shown<V> shown;

    Admitted(Desks desks, Shown<V> shown) {
        this.desks = desks;
        this.shown = shown;
    }

    Mono<V> get(UUID id, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return desks.board().file(caller.scope(), shown.kind(), id).map(file -> shown.view().apply(file, caller)).doOnNext(view -> versioned(view, caller));
    }

    /** A command: happens once per idempotency key. */
    <B> Mono<V> changed(ServerWebExchange exchange, Mono<B> form, Edge.Work<B, PartyFile> work) {
        Caller caller = Caller.of(exchange);
        return desks.edge().once(exchange, form, shown.type(), (asking, body) -> work.run(asking, body).map(file -> shown.view().apply(file, caller)))
                .doOnNext(view -> versioned(view, caller));
    }

    /** An edit: guarded by the version that was read. */
    <B> Mono<V> edited(ServerWebExchange exchange, Mono<B> form, Edit<B> edit) {
        Caller caller = Caller.of(exchange);
        return form.flatMap(body -> desks.edge().write(caller, asking -> edit.run(asking, caller.requiredVersion(), body)))
                .map(file -> shown.view().apply(file, caller))
                .doOnNext(view -> versioned(view, caller));
    }

    Mono<V> moved(ServerWebExchange exchange, UUID id, Mono<Reason> form, Function<String, AdmissionCommand> command) {
        return changed(exchange, form, (asking, body) -> desks.admission().handle(asking, shown.kind(), id, command.apply(body.getReason())));
    }

    private void versioned(V view, Caller caller) {
        caller.showVersion(shown.version().applyAsLong(view));
    }

    Mono<EvidencePage> papers(ServerWebExchange exchange, UUID id, Span span) {
        Caller caller = Caller.of(exchange);
        return desks.board().papers(caller.scope(), shown.kind(), id, span).map(page -> FileViews.papers(page, caller.now()));
    }

    Mono<Evidence> filed(ServerWebExchange exchange, UUID id, Mono<NewEvidence> form) {
        return desks.edge().once(exchange, form, Evidence.class, (asking, body) -> desks.files()
                .file(asking, shown.kind(), id, FileViews.paper(body))
                .map(paper -> FileViews.view(paper, asking.at())));
    }

    Mono<HistoryPage> history(ServerWebExchange exchange, UUID id, Span span) {
        return desks.board().history(Caller.of(exchange).scope(), id, span).map(FileViews::history);
    }
}
