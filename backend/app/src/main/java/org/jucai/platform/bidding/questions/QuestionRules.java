package org.jucai.platform.bidding.questions;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.bidding.envelopes.BidRefusal;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundStatus;

/** Whether a question is taken or answered at this instant. */
final class QuestionRules {

    static final int MOST = 20;

    private QuestionRules() {}

    /** What a supplier asks; {@code before}: how many questions it asked in this call already. */
    record Asked(Round round, int before, Optional<UUID> lotId, String text) {}

    /** Until the published time, so that everybody can still use the answer; from that instant on it is refused (law 5). */
    static Decision<QuestionEvent> ask(Asked asked, Instant now) {
        Round round = asked.round();
        if (round.status() != RoundStatus.TENDERING) return Decision.refuse(BidRefusal.ROUND_TAKES_NO_OFFERS);
        Instant until = round.tender().orElseThrow().questionsUntil();
        if (!now.isBefore(until)) return Decision.refuse(QuestionRefusal.QUESTIONS_CLOSED, Map.of("at", until.toString()));
        if (asked.before() >= MOST) return Decision.refuse(QuestionRefusal.QUESTIONS_TOO_MANY, Map.of("limit", MOST));
        return Decision.accept(new QuestionEvent.QuestionAsked(round.tendering().number(), asked.lotId(), asked.text()));
    }

    /** While an envelope can still be replaced for what the answer says. */
    static Decision<QuestionEvent> answer(Round round, Question question, Optional<String> restated, String words, Instant now) {
        boolean inTime = round.takesOffersAt(now) && round.tendering().number() == question.call();
        if (!inTime) return Decision.refuse(QuestionRefusal.QUESTION_ANSWERED_TOO_LATE);
        return Decision.accept(new QuestionEvent.QuestionAnswered(question.call(), restated.orElse(question.text()), words));
    }
}
