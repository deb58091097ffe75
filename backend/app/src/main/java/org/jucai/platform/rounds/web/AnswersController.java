package org.jucai.platform.rounds.web;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.membership.PeopleBoard;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundBoard;
import org.jucai.platform.rounds.answers.AgreementText;
import org.jucai.platform.rounds.answers.AnswerBoard;
import org.jucai.platform.rounds.answers.AnswerDesk;
import org.jucai.platform.rounds.answers.ChaseState;
import org.jucai.platform.rounds.answers.Signature;
import org.jucai.platform.rounds.pool.PastBoard;
import org.jucai.spec.api.RoundAnswersApi;
import org.jucai.spec.model.Agreement;
import org.jucai.spec.model.ChasePage;
import org.jucai.spec.model.PastTotals;
import org.jucai.spec.model.Reminder;
import org.jucai.spec.model.ReminderSent;
import org.jucai.spec.model.SignAgreement;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** How members answer rounds, by HTTP. */
@RestController
class AnswersController implements RoundAnswersApi {

    private final Database database;
    private final Once once;
    private final RoundBoard rounds;
    private final AnswerDesk desk;
    private final AnswerBoard board;
    private final AgreementText agreements;
    private final MembershipBoard members;
    private final PeopleBoard people;
    private final PastBoard past;
    private final ShownRounds shown;

    AnswersController(Database database, Once once, RoundBoard rounds, AnswerDesk desk, AnswerBoard board, AgreementText agreements,
            MembershipBoard members, PeopleBoard people, PastBoard past, ShownRounds shown) {
        this.database = database;
        this.once = once;
        this.rounds = rounds;
        this.desk = desk;
        this.board = board;
        this.agreements = agreements;
        this.members = members;
        this.people = people;
        this.past = past;
        this.shown = shown;
    }

    @Override
    public Mono<ChasePage> chaseList(
            UUID roundId, @Nullable String state, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        AnswerBoard.Wanted wanted = new AnswerBoard.Wanted(Choice.of(ChaseState.class, state), cursor, limit);
        return database.write(caller.scope(), tx -> own(tx, roundId, caller)
                        .flatMap(round -> board.chase(new Asking(tx, caller.actor(), caller.now()), round, wanted)))
                .map(AnswerViews::show);
    }

    /** A round of the caller's own association; of others there is nothing to chase. */
    private Mono<Round> own(Tx tx, UUID roundId, Caller caller) {
        return rounds.get(tx, roundId)
                .filter(round -> caller.actor().actsFor(round.associationId()))
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)));
    }

    @Override
    public Mono<ReminderSent> remindMembers(UUID roundId, String idempotencyKey, Mono<Reminder> reminder, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return reminder.flatMap(form -> once.answer(exchange, form, ReminderSent.class, tx -> own(tx, roundId, caller)
                .flatMap(round -> desk.remind(tx, caller.actor(), round, new HashSet<>(form.getEnterpriseIds()), caller.now()))
                .map(ReminderSent::new)));
    }

    @Override
    public Mono<org.jucai.spec.model.Round> declineRound(UUID roundId, String idempotencyKey, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return once.answer(exchange, "decline", org.jucai.spec.model.Round.class, tx -> desk
                .decline(tx, caller.actor(), roundId, caller.now())
                .flatMap(round -> shown.one(tx, round, caller)));
    }

    @Override
    public Mono<Agreement> getAgreement(UUID roundId, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> rounds.get(tx, roundId).flatMap(round -> agreement(tx, round, caller)));
    }

    @Override
    public Mono<Agreement> signAgreement(UUID roundId, String idempotencyKey, Mono<SignAgreement> signAgreement, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return signAgreement.flatMap(form -> once.answer(exchange, form, Agreement.class, tx -> desk
                .sign(tx, caller.actor(), roundId, form.getSha256(), caller.now())
                .flatMap(round -> agreement(tx, round, caller))));
    }

    private Mono<Agreement> agreement(Tx tx, Round round, Caller caller) {
        return members.party(round.associationId())
                .map(association -> agreements.of(round, association.party().nameZh()))
                .zipWith(board.signature(tx, round.id(), caller.actor().partyId()).map(Optional::of).defaultIfEmpty(Optional.empty()))
                .flatMap(known -> signer(known.getT2()).map(name -> AnswerViews.show(known.getT1(), known.getT2(), name)));
    }

    private Mono<String> signer(Optional<Signature> signature) {
        Set<UUID> signers = signature.map(one -> Set.of(one.personId())).orElse(Set.of());
        return people.names(signers).map(Map::values).map(names -> names.stream().findFirst().orElse(""));
    }

    @Override
    public Mono<PastTotals> pastTotals(ServerWebExchange exchange) {
        return past.totals().map(AnswerViews::show);
    }
}
