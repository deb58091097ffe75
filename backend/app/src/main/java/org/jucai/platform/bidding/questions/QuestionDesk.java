package org.jucai.platform.bidding.questions;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundBoard;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Takes questions and their answers, while the round is held shared: what was acknowledged was in time. */
@Service
public class QuestionDesk {

    private final RoundBoard rounds;
    private final TenderRoom room;
    private final SqlQuestions shelf;
    private final Journal journal;
    private final Ids ids;

    QuestionDesk(RoundBoard rounds, TenderRoom room, SqlQuestions shelf, Journal journal, Ids ids) {
        this.rounds = rounds;
        this.room = room;
        this.shelf = shelf;
        this.journal = journal;
        this.ids = ids;
    }

    /** What is asked, of a lot or of the round. */
    public record Asked(UUID roundId, Optional<UUID> lotId, String text) {}

    /** @param restated the question as it is told to all, where the asker's own words would tell who it is */
    public record Answered(UUID questionId, OptionalLong expectedVersion, Optional<String> restated, String answer) {}

    public Mono<Question> ask(Asking asking, Asked asked) {
        Actor asker = asking.actor();
        return rounds.join(asking.tx(), asked.roundId())
                .flatMap(round -> shelf.askedBefore(asking.tx(), round.id(), round.tendering().number(), asker.partyId())
                        .map(before -> QuestionRules.ask(new QuestionRules.Asked(round, before, asked.lotId(), asked.text()), asking.at()).orElseRefuse().getFirst())
                        .flatMap(event -> room.admits(asking, round).then(room.tenders(asking.tx(), round, asked.lotId())).thenReturn(event))
                        .flatMap(event -> put(asking, round, asked, event)));
    }

    /** The event is the association's clock's: whoever reads it learns that a question came, and not from whom. */
    private Mono<Question> put(Asking asking, Round round, Asked asked, QuestionEvent event) {
        Question question = new Question(ids.next(), round.id(), round.tendering().number(), round.associationId(), asked.lotId(), asked.text(),
                asking.at(), Optional.empty(), Optional.of(asking.actor().partyId()), 1);
        return shelf.add(asking.tx(), question, asking.actor())
                .then(record(new Asking(asking.tx(), Actor.ofTheClock(round.associationId(), PartyKind.ASSOCIATION), asking.at()), question, event))
                .thenReturn(question);
    }

    public Mono<Question> answer(Asking asking, Answered words) {
        return shelf.find(asking.tx(), words.questionId())
                .filter(question -> asking.actor().actsFor(question.associationId()))
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .flatMap(question -> rounds.join(asking.tx(), question.roundId()).flatMap(round -> {
                    if (words.expectedVersion().orElse(question.version()) != question.version()) return conflict();
                    QuestionEvent event = QuestionRules.answer(round, question, words.restated(), words.answer(), asking.at()).orElseRefuse().getFirst();
                    Question answered = question.answered(words.restated(), words.answer(), asking.at());
                    return shelf.answer(asking.tx(), answered)
                            .flatMap(moved -> moved ? record(asking, answered, event).thenReturn(answered) : conflict());
                }));
    }

    private static Mono<Question> conflict() {
        return Mono.error(new RefusedException(CommonRefusal.VERSION_CONFLICT));
    }

    private Mono<Void> record(Asking asking, Question question, QuestionEvent event) {
        return journal.append(asking.tx(), asking.actor(), asking.at(), List.of(new NewEvent(Question.STREAM, question.id(), question.version(),
                question.roundId(), event.getClass().getSimpleName(), event, Set.of(question.associationId()))));
    }
}
