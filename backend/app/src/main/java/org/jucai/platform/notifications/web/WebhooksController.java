package org.jucai.platform.notifications.web;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.notifications.webhooks.Delivery;
import org.jucai.platform.notifications.webhooks.Webhook;
import org.jucai.platform.notifications.webhooks.WebhookBoard;
import org.jucai.platform.notifications.webhooks.WebhookDesk;
import org.jucai.spec.api.WebhooksApi;
import org.jucai.spec.model.CreatedWebhook;
import org.jucai.spec.model.WebhookDeliveryPage;
import org.jucai.spec.model.WebhookDeliveryState;
import org.jucai.spec.model.WebhookDeliveryView;
import org.jucai.spec.model.WebhookForm;
import org.jucai.spec.model.WebhookPage;
import org.jucai.spec.model.WebhookView;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Webhooks by HTTP. A secret is in no recorded answer: only whoever made it in this very request gets it. */
@RestController
class WebhooksController implements WebhooksApi {

    private final Database database;
    private final Once once;
    private final WebhookDesk desk;
    private final WebhookBoard board;

    WebhooksController(Database database, Once once, WebhookDesk desk, WebhookBoard board) {
        this.database = database;
        this.once = once;
        this.desk = desk;
        this.board = board;
    }

    @Override
    public Mono<WebhookPage> listWebhooks(ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> board.list(tx, caller.actor().partyId()))
                .map(all -> new WebhookPage(all.stream().map(webhook -> WebhookViews.view(webhook, caller.now())).toList()));
    }

    @Override
    public Mono<CreatedWebhook> makeWebhook(String idempotencyKey, Mono<WebhookForm> webhookForm, ServerWebExchange exchange) {
        return webhookForm.flatMap(form -> withSecret(exchange, form, (asking, secret) -> desk.make(asking, WebhookViews.form(form), secret)));
    }

    @Override
    public Mono<CreatedWebhook> rotateWebhookSecret(UUID webhookId, String idempotencyKey, ServerWebExchange exchange) {
        return withSecret(exchange, webhookId, (asking, secret) -> desk.rotate(asking, webhookId, secret));
    }

    private Mono<CreatedWebhook> withSecret(ServerWebExchange exchange, Object asked, BiFunction<Asking, String, Mono<Webhook>> work) {
        Caller caller = Caller.of(exchange);
        AtomicReference<@Nullable String> secret = new AtomicReference<>();
        return once.answer(exchange, asked, WebhookView.class, tx -> {
            String made = desk.newSecret();
            return work.apply(new Asking(tx, caller.actor(), caller.now()), made).doOnNext(_ -> secret.set(made)).map(webhook -> WebhookViews.view(webhook, caller.now()));
        }).map(webhook -> new CreatedWebhook(webhook).secret(secret.get()));
    }

    @Override
    public Mono<WebhookView> getWebhook(UUID webhookId, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> board.get(tx, webhookId)).doOnNext(webhook -> caller.showVersion(webhook.version()))
                .map(webhook -> WebhookViews.view(webhook, caller.now()));
    }

    @Override
    public Mono<WebhookView> changeWebhook(UUID webhookId, String ifMatch, Mono<WebhookForm> webhookForm, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return webhookForm.flatMap(form -> database.write(caller.scope(), tx -> desk.change(new Asking(tx, caller.actor(), caller.now()), webhookId, caller.requiredVersion(), WebhookViews.form(form))))
                .doOnNext(webhook -> caller.showVersion(webhook.version()))
                .map(webhook -> WebhookViews.view(webhook, caller.now()));
    }

    @Override
    public Mono<Void> deleteWebhook(UUID webhookId, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.write(caller.scope(), tx -> desk.delete(new Asking(tx, caller.actor(), caller.now()), webhookId));
    }

    @Override
    public Mono<WebhookView> switchWebhookOff(UUID webhookId, String idempotencyKey, ServerWebExchange exchange) {
        return switched(exchange, webhookId, desk::switchOff);
    }

    @Override
    public Mono<WebhookView> switchWebhookOn(UUID webhookId, String idempotencyKey, ServerWebExchange exchange) {
        return switched(exchange, webhookId, desk::switchOn);
    }

    private Mono<WebhookView> switched(ServerWebExchange exchange, UUID webhookId, BiFunction<Asking, UUID, Mono<Webhook>> work) {
        Caller caller = Caller.of(exchange);
        return once.answer(exchange, webhookId, WebhookView.class,
                tx -> work.apply(new Asking(tx, caller.actor(), caller.now()), webhookId).map(webhook -> WebhookViews.view(webhook, caller.now())));
    }

    @Override
    public Mono<WebhookDeliveryView> pingWebhook(UUID webhookId, String idempotencyKey, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return once.answer(exchange, webhookId, WebhookDeliveryView.class,
                tx -> desk.ping(new Asking(tx, caller.actor(), caller.now()), webhookId).map(WebhookViews::view));
    }

    @Override
    public Mono<WebhookDeliveryPage> listWebhookDeliveries(UUID webhookId, @Nullable WebhookDeliveryState state, @Nullable Long cursor, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        WebhookBoard.Question asked = new WebhookBoard.Question(state == null ? null : Delivery.State.valueOf(state.name()), cursor, limit);
        return database.read(caller.scope(), tx -> board.deliveries(tx, webhookId, asked))
                .map(page -> new WebhookDeliveryPage(page.items().stream().map(WebhookViews::view).toList()).nextCursor(page.nextCursor()));
    }

    @Override
    public Mono<WebhookDeliveryView> replayWebhookDelivery(UUID webhookId, Long number, String idempotencyKey, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return once.answer(exchange, number, WebhookDeliveryView.class,
                tx -> desk.replay(new Asking(tx, caller.actor(), caller.now()), webhookId, number).map(WebhookViews::view));
    }
}
