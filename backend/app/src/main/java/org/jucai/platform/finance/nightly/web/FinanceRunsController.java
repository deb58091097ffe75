package org.jucai.platform.finance.nightly.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.finance.nightly.Run;
import org.jucai.platform.finance.nightly.NightBoard;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Role;
import org.jucai.spec.api.FinanceRunsApi;
import org.jucai.spec.model.AskForRun;
import org.jucai.spec.model.FinanceRun;
import org.jucai.spec.model.FinanceRunPage;
import org.jucai.spec.model.RunKind;
import org.jucai.spec.model.RunStanding;
import org.jucai.spec.model.RunStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Which runs there were, for those whose books they look after. */
@RestController
class FinanceRunsController implements FinanceRunsApi {

    private final Database database;
    private final Once once;
    private final NightBoard board;

    FinanceRunsController(Database database, Once once, NightBoard board) {
        this.database = database;
        this.once = once;
        this.board = board;
    }

    @Override
    public Mono<FinanceRunPage> listFinanceRuns(@Nullable RunKind kind, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        boolean counts = caller.actor().has(Role.AUDITOR);
        return database.read(caller.scope(), tx -> Mono.zip(board.list(tx, kind == null ? null : own(kind), cursor, limit), board.standing(tx, caller.now())))
                .map(known -> page(known.getT1(), known.getT2(), counts));
    }

    private static FinanceRunPage page(Page<Run> runs, List<NightBoard.Standing> standing, boolean counts) {
        return new FinanceRunPage().items(runs.items().stream().map(run -> view(run, counts)).toList()).nextCursor(runs.nextCursor())
                .standing(standing.stream().map(each -> new RunStanding().kind(RunKind.valueOf(each.kind().name())).missed(each.missed())).toList());
    }

    @Override
    public Mono<FinanceRun> askForFinanceRun(String idempotencyKey, Mono<AskForRun> askForRun, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return askForRun.flatMap(form -> once.answer(exchange, form, FinanceRun.class, tx -> board.ask(new Asking(tx, caller.actor(), caller.now()), own(form.getKind()))
                .map(run -> view(run, caller.actor().has(Role.AUDITOR)))));
    }

    private static org.jucai.platform.finance.nightly.RunKind own(RunKind kind) {
        return org.jucai.platform.finance.nightly.RunKind.valueOf(kind.name());
    }

    /** How much there is in all banks' books together is for auditors to know. */
    private static FinanceRun view(Run run, boolean counts) {
        FinanceRun view = new FinanceRun().id(run.id()).kind(RunKind.valueOf(run.kind().name())).status(RunStatus.valueOf(run.status().name())).askedAt(run.askedAt())
                .differing(run.counts().differing()).differenceFen(run.counts().differenceFen());
        run.dueOn().ifPresent(view::setDueOn);
        run.startedAt().ifPresent(view::setStartedAt);
        run.endedAt().ifPresent(view::setEndedAt);
        if (counts) {
            view.setLookedAt(run.counts().lookedAt());
            run.failure().ifPresent(view::setFailure);
        }
        return view;
    }
}
