package org.jucai.platform.bidding.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.bidding.questions.Question;
import org.jucai.platform.bidding.questions.QuestionBoard;
import org.jucai.platform.bidding.questions.QuestionDesk;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.membership.PartyName;
import org.jucai.platform.rounds.RoundBoard;
import org.jucai.spec.api.QuestionsApi;
import org.jucai.spec.model.AnswerQuestion;
import org.jucai.spec.model.AskQuestion;
import org.jucai.spec.model.QuestionPage;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Questions about what is tendered by HTTP. */
@RestController
class QuestionsController implements QuestionsApi {

    private final Database database;
    private final Once once;
    private final RoundBoard rounds;
    private final QuestionDesk desk;
    private final QuestionBoard board;
    private final MembershipBoard members;

    QuestionsController(Database database, Once once, RoundBoard rounds, QuestionDesk desk, QuestionBoard board, MembershipBoard members) {
        this.database = database;
        this.once = once;
        this.rounds = rounds;
        this.desk = desk;
        this.board = board;
        this.members = members;
    }

    @Override
    public Mono<org.jucai.spec.model.Question> askQuestion(UUID roundId, String idempotencyKey, Mono<AskQuestion> askQuestion, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return askQuestion.flatMap(form -> once.answer(exchange, form, org.jucai.spec.model.Question.class, tx -> desk
                .ask(new Asking(tx, caller.actor(), caller.now()), new QuestionDesk.Asked(roundId, Optional.ofNullable(form.getLotId()), form.getText().strip()))
                .map(question -> show(question, caller.actor(), Map.of()))));
    }

    @Override
    public Mono<QuestionPage> listQuestions(UUID roundId, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> rounds.get(tx, roundId)
                        .then(board.list(tx, roundId, cursor, limit)))
                .flatMap(page -> names(page.items()).map(names -> new QuestionPage()
                        .items(page.items().stream().map(question -> show(question, caller.actor(), names)).toList())
                        .nextCursor(page.nextCursor())));
    }

    @Override
    public Mono<org.jucai.spec.model.Question> answerQuestion(
            UUID questionId, String idempotencyKey, Mono<AnswerQuestion> answerQuestion, @Nullable String ifMatch, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return answerQuestion.flatMap(form -> once.answer(exchange, form, org.jucai.spec.model.Question.class, tx -> desk
                .answer(new Asking(tx, caller.actor(), caller.now()), new QuestionDesk.Answered(questionId, caller.expectedVersion(),
                        Optional.ofNullable(form.getText()).map(String::strip), form.getAnswer().strip()))
                .map(question -> show(question, caller.actor(), Map.of()))));
    }

    private static org.jucai.spec.model.Question show(Question question, Actor reader, Map<UUID, PartyName> names) {
        org.jucai.spec.model.Question view = new org.jucai.spec.model.Question(question.id(), question.roundId(), question.call(), question.text(),
                question.askedAt(), question.asker().filter(reader::actsFor).isPresent(), question.version());
        question.lotId().ifPresent(view::setLotId);
        question.answer().ifPresent(answer -> view.answer(answer.text()).answeredAt(answer.at()));
        question.asker().filter(asker -> !reader.actsFor(asker)).map(names::get).ifPresent(name -> view.setAskerName(name.nameZh()));
        return view;
    }

    private Mono<Map<UUID, PartyName>> names(List<Question> questions) {
        return members.names(questions.stream().flatMap(question -> question.asker().stream()).collect(Collectors.toSet()));
    }
}
