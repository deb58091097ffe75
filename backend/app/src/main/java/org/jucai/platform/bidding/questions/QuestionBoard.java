package org.jucai.platform.bidding.questions;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Answers which questions were asked, as far as the transaction's parties may know. */
@Service
public class QuestionBoard {

    private final SqlQuestions shelf;

    QuestionBoard(SqlQuestions shelf) {
        this.shelf = shelf;
    }

    /** Newest first. */
    public Mono<Page<Question>> list(Tx tx, UUID roundId, @Nullable String cursor, int limit) {
        return shelf.list(tx, roundId, cursor, limit);
    }
}
