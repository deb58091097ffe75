package org.jucai.platform.notifications.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.notifications.wecom.WeComBoard;
import org.jucai.spec.api.WeComMessagesApi;
import org.jucai.spec.model.TextMessageState;
import org.jucai.spec.model.WeComMessage;
import org.jucai.spec.model.WeComMessagePage;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What became of messages to 企业微信, by HTTP. */
@RestController
class WeComMessagesController implements WeComMessagesApi {

    private final WeComBoard board;

    WeComMessagesController(WeComBoard board) {
        this.board = board;
    }

    @Override
    public Mono<WeComMessagePage> listWeComMessages(@Nullable TextMessageState state, @Nullable UUID cursor, Integer limit, ServerWebExchange exchange) {
        var asked = new WeComBoard.Question(state == null ? null : WeComBoard.State.valueOf(state.name()), cursor, limit);
        return board.list(asked, Caller.of(exchange).now())
                .map(page -> new WeComMessagePage(page.items().stream().map(WeComMessagesController::view).toList()).nextCursor(page.nextCursor()));
    }

    private static WeComMessage view(WeComBoard.Sent message) {
        WeComBoard.Times times = message.times();
        WeComMessage view = new WeComMessage(message.id(), message.robot(), TextMessageState.valueOf(message.state().name()), message.attempts(), times.queuedAt(), times.goodUntil());
        if (message.state() == WeComBoard.State.WAITING) view.setNextAttemptAt(times.nextAttemptAt());
        times.sentAt().ifPresent(view::setSentAt);
        times.givenUpAt().ifPresent(view::setGivenUpAt);
        message.lastError().ifPresent(view::setLastError);
        return view;
    }
}
