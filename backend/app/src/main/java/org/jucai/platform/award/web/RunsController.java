package org.jucai.platform.award.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.bundles.BundleBoard;
import org.jucai.platform.award.runs.AwardRun;
import org.jucai.platform.award.runs.RunBoard.Awarded;
import org.jucai.platform.award.runs.OfferComparison;
import org.jucai.platform.award.runs.RunBoard;
import org.jucai.platform.award.runs.RunDesk;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.rounds.AwardRule;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundBoard;
import org.jucai.platform.rounds.lots.LotBoard;
import org.jucai.platform.rounds.lots.PooledLot;
import org.jucai.spec.api.AwardRunsApi;
import org.jucai.spec.model.AskAwardRun;
import org.jucai.spec.model.AwardRunDetail;
import org.jucai.spec.model.AwardRunPage;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Computed awards by HTTP. */
@RestController
class RunsController implements AwardRunsApi {

    private static final int MOST_LOTS = 5_000;

    private final Database database;
    private final Once once;
    private final RunDesk desk;
    private final RunBoard board;
    private final OfferComparison comparison;
    private final RoundBoard rounds;
    private final LotBoard lots;
    private final MembershipBoard members;
    private final RunDetails details;
    private final BundleBoard bundles;

    RunsController(Database database, Once once, RunDesk desk, RunBoard board, OfferComparison comparison, RoundBoard rounds, LotBoard lots,
            MembershipBoard members, RunDetails details, BundleBoard bundles) {
        this.database = database;
        this.once = once;
        this.desk = desk;
        this.board = board;
        this.comparison = comparison;
        this.rounds = rounds;
        this.lots = lots;
        this.members = members;
        this.details = details;
        this.bundles = bundles;
    }

    @Override
    public Mono<org.jucai.spec.model.AwardRun> askAwardRun(UUID roundId, String idempotencyKey, Mono<AskAwardRun> askAwardRun, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return askAwardRun.flatMap(form -> once.answer(exchange, form, org.jucai.spec.model.AwardRun.class,
                tx -> desk.ask(asking(tx, caller), roundId, RunViews.read(form)).map(RunViews::show)));
    }

    @Override
    public Mono<AwardRunPage> listAwardRuns(UUID roundId, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        return database.read(Caller.of(exchange).scope(), tx -> rounds.get(tx, roundId).then(board.list(tx, roundId, cursor, limit)))
                .map(page -> new AwardRunPage(page.items().stream().map(RunViews::show).toList()).nextCursor(page.nextCursor()));
    }

    @Override
    public Mono<AwardRunDetail> getAwardRun(UUID runId, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> board.find(tx, runId).flatMap(run -> Mono.zip(board.awarded(tx, runId), rounds.get(tx, run.roundId()), lots(run))
                .flatMap(found -> names(found.getT1(), found.getT2()).map(suppliers -> details.show(new RunDetails.Told(run, found.getT1(), rules(found.getT2(), run),
                        new RuleWords.Names(found.getT3().items().stream().collect(Collectors.toMap(PooledLot::id, PooledLot::code)), suppliers, caller.locale())))))));
    }

    /** Whoever may read the run may read what its lots are called. */
    private Mono<Page<PooledLot>> lots(AwardRun run) {
        return database.read(Scope.background(), tx -> lots.list(tx, run.roundId(), null, MOST_LOTS));
    }

    private Mono<Map<UUID, String>> names(Awarded awarded, Round round) {
        Stream<UUID> excluded = round.tender().stream().flatMap(terms -> terms.rules().stream())
                .flatMap(rule -> rule instanceof AwardRule.ExcludedPair pair ? Stream.of(pair.supplierId()) : Stream.empty());
        Set<UUID> suppliers = Stream.concat(awarded.parts().stream().map(part -> UUID.fromString(part.supplier())), excluded).collect(Collectors.toSet());
        return members.names(suppliers).map(names -> names.values().stream().collect(Collectors.toMap(name -> name.id(), name -> name.nameZh())));
    }

    /** Of the call that it was computed for; a later call may have none of them. */
    private static List<AwardRule> rules(Round round, AwardRun run) {
        return round.tender().filter(_ -> round.tendering().number() == run.call()).map(terms -> run.scenario().under(terms.rules())).orElse(List.of());
    }

    @Override
    public Mono<org.jucai.spec.model.AwardRun> stopAwardRun(UUID runId, String idempotencyKey, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return once.answer(exchange, runId, org.jucai.spec.model.AwardRun.class, tx -> desk.stop(asking(tx, caller), runId).map(RunViews::show));
    }

    @Override
    public Mono<Resource> awardBundle(UUID runId, String format, ServerWebExchange exchange) {
        boolean zip = format.equals("zip");
        Caller caller = Caller.of(exchange);
        return bundles.full(caller.actor(), runId, zip, caller.now()).map(bundle -> {
            exchange.getResponse().getHeaders().setContentType(zip ? MediaType.parseMediaType("application/zip") : MediaType.APPLICATION_JSON);
            exchange.getResponse().getHeaders().setContentDisposition(ContentDisposition.attachment().filename("award-" + runId + (zip ? ".zip" : ".json")).build());
            return new ByteArrayResource(bundle);
        });
    }

    @Override
    public Mono<org.jucai.spec.model.OfferComparison> compareOffers(UUID roundId, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        return comparison.of(Caller.of(exchange).actor(), roundId, cursor, limit)
                .flatMap(table -> members.names(table.suppliers().stream().map(OfferComparison.Supplier::id).collect(Collectors.toSet()))
                        .map(names -> ComparisonViews.show(table, names)));
    }

    private static Asking asking(Tx tx, Caller caller) {
        return new Asking(tx, caller.actor(), caller.now());
    }
}
