package org.jucai.platform.membership.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.membership.texting.SentText;
import org.jucai.platform.membership.texting.TextBoard;
import org.jucai.spec.api.TextMessagesApi;
import org.jucai.spec.model.TextMessage;
import org.jucai.spec.model.TextMessagePage;
import org.jucai.spec.model.TextMessageState;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
class TextsController implements TextMessagesApi {

    private final TextBoard board;

    TextsController(TextBoard board) {
        this.board = board;
    }

    @Override
    public Mono<TextMessagePage> listTextMessages(@Nullable TextMessageState state, @Nullable UUID cursor, Integer limit, ServerWebExchange exchange) {
        var asked = new TextBoard.Question(state == null ? null : SentText.State.valueOf(state.name()), cursor, limit);
        return board.list(asked, Caller.of(exchange).now()).map(page -> new TextMessagePage()
                .items(page.items().stream().map(TextsController::view).toList())
                .nextCursor(page.nextCursor()));
    }

    private static TextMessage view(SentText text) {
        return new TextMessage()
                .id(text.id())
                .phone(text.phone())
                .purpose(text.purpose())
                .state(TextMessageState.valueOf(text.state().name()))
                .attempts(text.attempts())
                .queuedAt(text.queuedAt())
                .goodUntil(text.goodUntil())
                .nextAttemptAt(text.state() == SentText.State.WAITING ? text.nextAttemptAt() : null)
                .sentAt(text.sentAt())
                .givenUpAt(text.givenUpAt())
                .lastError(text.lastError());
    }
}
