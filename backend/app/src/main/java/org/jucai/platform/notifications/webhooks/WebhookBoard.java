package org.jucai.platform.notifications.webhooks;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A party's webhooks and what became of each message. */
@Component
public class WebhookBoard {

    private final SqlWebhooks shelf;
    private final SqlPosts deliveries;

    WebhookBoard(SqlWebhooks shelf, SqlPosts deliveries) {
        this.shelf = shelf;
        this.deliveries = deliveries;
    }

    /** Which messages: of one state, those before a number. */
    public record Question(Delivery.@Nullable State state, @Nullable Long before, int limit) {}

    public Mono<List<Webhook>> list(Tx tx, UUID party) {
        return shelf.list(tx, party);
    }

    public Mono<Webhook> get(Tx tx, UUID id) {
        return shelf.read(tx, id).switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)));
    }

    /** Newest first. */
    public Mono<Page<Delivery>> deliveries(Tx tx, UUID id, Question asked) {
        return get(tx, id).then(deliveries.list(tx, id, asked)).map(rows -> Page.cut(rows, asked.limit(), delivery -> Long.toString(delivery.number())));
    }
}
