package org.jucai.platform.rounds.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundBoard;
import org.jucai.platform.rounds.RoundCommand;
import org.jucai.platform.rounds.RoundDesk;
import org.jucai.spec.api.RoundsApi;
import org.jucai.spec.model.CallSecondQuote;
import org.jucai.spec.model.DeliveryZonePage;
import org.jucai.spec.model.EvaluateRound;
import org.jucai.spec.model.ExtendCollecting;
import org.jucai.spec.model.OptionalReason;
import org.jucai.spec.model.PostponeTender;
import org.jucai.spec.model.Reason;
import org.jucai.spec.model.ReopenRound;
import org.jucai.spec.model.ResumeRound;
import org.jucai.spec.model.RoundPage;
import org.jucai.spec.model.RoundStatus;
import org.jucai.spec.model.RoundTerms;
import org.jucai.spec.model.RoundsHistoryPage;
import org.jucai.spec.model.TenderTerms;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Rounds by HTTP. */
@RestController
class RoundsController implements RoundsApi {

    private final Once once;
    private final Database database;
    private final RoundDesk desk;
    private final RoundBoard board;
    private final ShownRounds shown;
    private final Histories histories;

    RoundsController(Once once, Database database, RoundDesk desk, RoundBoard board, ShownRounds shown, Histories histories) {
        this.once = once;
        this.database = database;
        this.desk = desk;
        this.board = board;
        this.shown = shown;
        this.histories = histories;
    }

    @Override
    public Mono<org.jucai.spec.model.Round> createRound(String idempotencyKey, Mono<RoundTerms> roundTerms, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return roundTerms.flatMap(form -> once.answer(exchange, form, org.jucai.spec.model.Round.class, tx -> {
            UUID association = Optional.ofNullable(form.getAssociationId()).orElse(caller.actor().partyId());
            return desk.draft(tx, caller.actor(), association, TermsForms.read(form), caller.now()).flatMap(round -> show(round, caller));
        }));
    }

    @Override
    public Mono<RoundPage> listRounds(@Nullable RoundStatus status, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        Optional<org.jucai.platform.rounds.RoundStatus> wanted =
                Optional.ofNullable(status).map(one -> org.jucai.platform.rounds.RoundStatus.valueOf(one.name()));
        return database.read(caller.scope(), tx -> board.list(tx, wanted, cursor, limit)).flatMap(page -> show(page, caller));
    }

    private Mono<RoundPage> show(Page<Round> page, Caller caller) {
        return shown.all(page.items(), caller).map(rounds -> {
            RoundPage view = new RoundPage(rounds);
            view.setNextCursor(page.nextCursor());
            return view;
        });
    }

    @Override
    public Mono<org.jucai.spec.model.Round> getRound(UUID roundId, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> board.get(tx, roundId)).flatMap(round -> show(round, caller));
    }

    @Override
    public Mono<org.jucai.spec.model.Round> editRound(UUID roundId, String ifMatch, Mono<RoundTerms> roundTerms, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return roundTerms.flatMap(form -> database.write(caller.scope(), tx -> desk.handle(new Asking(tx, caller.actor(), caller.now()),
                        roundId, caller.expectedVersion(), new RoundCommand.Edit(TermsForms.read(form)))))
                .flatMap(round -> show(round, caller));
    }

    @Override
    public Mono<org.jucai.spec.model.Round> announceRound(UUID roundId, String idempotencyKey, @Nullable String ifMatch, ServerWebExchange exchange) {
        return carryOut(roundId, "announce", new RoundCommand.Announce(), exchange);
    }

    @Override
    public Mono<org.jucai.spec.model.Round> openRound(
            UUID roundId, String idempotencyKey, @Nullable String ifMatch, Mono<OptionalReason> optionalReason, ServerWebExchange exchange) {
        return reason(optionalReason).flatMap(form -> carryOut(roundId, form, new RoundCommand.Open(Optional.ofNullable(form.getReason()), false), exchange));
    }

    @Override
    public Mono<org.jucai.spec.model.Round> extendRound(
            UUID roundId, String idempotencyKey, Mono<ExtendCollecting> extendCollecting, @Nullable String ifMatch, ServerWebExchange exchange) {
        return extendCollecting.flatMap(form -> carryOut(roundId, form, new RoundCommand.Extend(form.getCollectingEndsAt(), form.getReason()), exchange));
    }

    @Override
    public Mono<org.jucai.spec.model.Round> lockRound(
            UUID roundId, String idempotencyKey, @Nullable String ifMatch, Mono<OptionalReason> optionalReason, ServerWebExchange exchange) {
        return reason(optionalReason).flatMap(form -> carryOut(roundId, form, new RoundCommand.Lock(Optional.ofNullable(form.getReason()), false), exchange));
    }

    @Override
    public Mono<org.jucai.spec.model.Round> poolRound(UUID roundId, String idempotencyKey, @Nullable String ifMatch, ServerWebExchange exchange) {
        return carryOut(roundId, "pool", new RoundCommand.Pool(), exchange);
    }

    @Override
    public Mono<org.jucai.spec.model.Round> reopenRound(
            UUID roundId, String idempotencyKey, Mono<ReopenRound> reopenRound, @Nullable String ifMatch, ServerWebExchange exchange) {
        return reopenRound.flatMap(form -> carryOut(roundId, form,
                new RoundCommand.Reopen(form.getEndsAt(), TermsForms.orEmpty(form.getLotIds()), form.getReason()), exchange));
    }

    @Override
    public Mono<org.jucai.spec.model.Round> freezeRound(UUID roundId, String idempotencyKey, @Nullable String ifMatch, ServerWebExchange exchange) {
        return carryOut(roundId, "freeze", new RoundCommand.Freeze(), exchange);
    }

    @Override
    public Mono<org.jucai.spec.model.Round> suspendRound(
            UUID roundId, String idempotencyKey, Mono<Reason> reason, @Nullable String ifMatch, ServerWebExchange exchange) {
        return reason.flatMap(form -> carryOut(roundId, form, new RoundCommand.Suspend(form.getReason()), exchange));
    }

    @Override
    public Mono<org.jucai.spec.model.Round> resumeRound(
            UUID roundId, String idempotencyKey, Mono<ResumeRound> resumeRound, @Nullable String ifMatch, ServerWebExchange exchange) {
        return resumeRound.flatMap(form -> carryOut(roundId, form, TenderForms.resume(form), exchange));
    }

    @Override
    public Mono<org.jucai.spec.model.Round> tenderRound(
            UUID roundId, String idempotencyKey, Mono<TenderTerms> tenderTerms, @Nullable String ifMatch, ServerWebExchange exchange) {
        return tenderTerms.flatMap(form -> carryOut(roundId, form, new RoundCommand.Tender(TenderForms.read(form)), exchange));
    }

    @Override
    public Mono<org.jucai.spec.model.Round> postponeTender(
            UUID roundId, String idempotencyKey, Mono<PostponeTender> postponeTender, @Nullable String ifMatch, ServerWebExchange exchange) {
        return postponeTender.flatMap(form -> carryOut(roundId, form, new RoundCommand.Postpone(form.getOffersDueAt(), form.getReason()), exchange));
    }

    @Override
    public Mono<org.jucai.spec.model.Round> closeRound(UUID roundId, String idempotencyKey, @Nullable String ifMatch, ServerWebExchange exchange) {
        return carryOut(roundId, "close", new RoundCommand.Close(), exchange);
    }

    @Override
    public Mono<org.jucai.spec.model.Round> evaluateRound(
            UUID roundId, String idempotencyKey, Mono<EvaluateRound> evaluateRound, @Nullable String ifMatch, ServerWebExchange exchange) {
        return evaluateRound.flatMap(form -> carryOut(roundId, form, new RoundCommand.Evaluate(TenderForms.panel(form.getPanel())), exchange));
    }

    @Override
    public Mono<org.jucai.spec.model.Round> publiciseRound(UUID roundId, String idempotencyKey, @Nullable String ifMatch, ServerWebExchange exchange) {
        return carryOut(roundId, "publicise", new RoundCommand.Publicise(Caller.of(exchange).actor().personId()), exchange);
    }

    @Override
    public Mono<org.jucai.spec.model.Round> finaliseRound(UUID roundId, String idempotencyKey, @Nullable String ifMatch, ServerWebExchange exchange) {
        return carryOut(roundId, "finalise", new RoundCommand.Finalise(Caller.of(exchange).actor().personId(), List.of(), List.of()), exchange);
    }

    @Override
    public Mono<org.jucai.spec.model.Round> revokeRound(
            UUID roundId, String idempotencyKey, Mono<Reason> reason, @Nullable String ifMatch, ServerWebExchange exchange) {
        return reason.flatMap(form -> carryOut(roundId, form, new RoundCommand.Revoke(form.getReason()), exchange));
    }

    @Override
    public Mono<org.jucai.spec.model.Round> callSecondQuote(
            UUID roundId, String idempotencyKey, Mono<CallSecondQuote> callSecondQuote, @Nullable String ifMatch, ServerWebExchange exchange) {
        return callSecondQuote.flatMap(form -> carryOut(roundId, form, TenderForms.secondQuote(form), exchange));
    }

    @Override
    public Mono<org.jucai.spec.model.Round> failRound(
            UUID roundId, String idempotencyKey, Mono<Reason> reason, @Nullable String ifMatch, ServerWebExchange exchange) {
        return reason.flatMap(form -> carryOut(roundId, form, new RoundCommand.Fail(form.getReason()), exchange));
    }

    @Override
    public Mono<org.jucai.spec.model.Round> cancelRound(
            UUID roundId, String idempotencyKey, Mono<Reason> reason, @Nullable String ifMatch, ServerWebExchange exchange) {
        return reason.flatMap(form -> carryOut(roundId, form, new RoundCommand.Cancel(form.getReason()), exchange));
    }

    @Override
    public Mono<RoundsHistoryPage> roundHistory(UUID roundId, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        return histories.ofRound(roundId, cursor, limit, Caller.of(exchange));
    }

    @Override
    public Mono<DeliveryZonePage> listDeliveryZones(@Nullable UUID associationId, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        return database.read(Caller.of(exchange).scope(), tx -> board.zones(tx, Optional.ofNullable(associationId), cursor, limit)).map(TermsForms::show);
    }

    private static Mono<OptionalReason> reason(Mono<OptionalReason> form) {
        return form.defaultIfEmpty(new OptionalReason());
    }

    private Mono<org.jucai.spec.model.Round> carryOut(UUID roundId, Object form, RoundCommand command, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return once.answer(exchange, form, org.jucai.spec.model.Round.class, tx -> desk
                .handle(new Asking(tx, caller.actor(), caller.now()), roundId, caller.expectedVersion(), command)
                .flatMap(round -> show(round, caller)));
    }

    private Mono<org.jucai.spec.model.Round> show(Round round, Caller caller) {
        return shown.one(round, caller);
    }
}
