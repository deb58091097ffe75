package org.jucai.platform.notifications.webhooks;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.membership.Sealing;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes what a party's administrators say of their webhooks. */
@Component
public class WebhookDesk {

    static final int MOST = 10;
    static final Duration BOTH_SIGN_FOR = Duration.ofHours(24);
    private static final String PING = "Ping";

    private final SqlWebhooks shelf;
    private final SqlPosts deliveries;
    private final Posting posting;
    private final Journal journal;
    private final Sealing sealing;
    private final Tools tools;

    /** Chance, ids and what the installation allows. */
    @Component
    record Tools(SecureRandom random, Ids ids, WebhookProperties properties) {}

    WebhookDesk(SqlWebhooks shelf, SqlPosts deliveries, Posting posting, Journal journal, Sealing sealing, Tools tools) {
        this.shelf = shelf;
        this.deliveries = deliveries;
        this.posting = posting;
        this.journal = journal;
        this.sealing = sealing;
        this.tools = tools;
    }

    /** A secret, to be shown once; only its sealed form is kept. */
    public String newSecret() {
        byte[] bytes = new byte[Signature.SECRET_BYTES];
        tools.random().nextBytes(bytes);
        return Signature.secret(bytes);
    }

    public Mono<Webhook> make(Asking asking, WebhookForm form, String secret) {
        UUID party = asking.actor().partyId();
        WebhookForm checked = checked(form);
        return shelf.count(asking.tx(), party).flatMap(count -> {
            if (count >= MOST) return Mono.error(new RefusedException(WebhookRefusal.WEBHOOKS_TOO_MANY, Map.of("limit", MOST)));
            Webhook made = new Webhook(tools.ids().next(), party, checked.name(), checked.url(), checked.kinds(), Webhook.State.ACTIVE,
                    new Webhook.Secrets(sealing.seal(secret), Optional.empty(), Optional.empty()), Optional.empty(), 1, asking.at());
            return shelf.add(asking.tx(), made, asking.actor().personId()).then(record(asking, made, new WebhookEvent.WebhookMade(made.name(), made.url()))).thenReturn(made);
        });
    }

    public Mono<Webhook> change(Asking asking, UUID id, long version, WebhookForm form) {
        WebhookForm checked = checked(form);
        return hold(asking, id).flatMap(before -> before.version() != version
                ? Mono.error(new RefusedException(CommonRefusal.VERSION_CONFLICT))
                : moved(asking, before.with(checked), new WebhookEvent.WebhookChanged(checked.name(), checked.url())));
    }

    private WebhookForm checked(WebhookForm form) {
        Addresses.fault(form.url(), tools.properties().local()).ifPresent(fault -> {
            throw new RefusedException(WebhookRefusal.WEBHOOK_ADDRESS_REFUSED, Map.of("fault", fault));
        });
        return form;
    }

    /** Both secrets sign for a day, so that a receiver can change over without missing anything. */
    public Mono<Webhook> rotate(Asking asking, UUID id, String secret) {
        Instant until = asking.at().plus(BOTH_SIGN_FOR);
        return hold(asking, id).flatMap(before -> moved(asking,
                before.with(new Webhook.Secrets(sealing.seal(secret), Optional.of(before.secrets().present()), Optional.of(until))), new WebhookEvent.WebhookSecretRotated(until)));
    }

    public Mono<Webhook> switchOff(Asking asking, UUID id) {
        return hold(asking, id).flatMap(before -> before.state() == Webhook.State.OFF ? Mono.just(before)
                : moved(asking, before.with(Webhook.State.OFF), new WebhookEvent.WebhookSwitchedOff(before.name())));
    }

    /** What waited meanwhile is posted. */
    public Mono<Webhook> switchOn(Asking asking, UUID id) {
        return hold(asking, id).flatMap(before -> before.state() == Webhook.State.ACTIVE ? Mono.just(before)
                : moved(asking, before.with(Webhook.State.ACTIVE), new WebhookEvent.WebhookSwitchedOn(before.name())));
    }

    public Mono<Void> delete(Asking asking, UUID id) {
        return hold(asking, id).flatMap(before -> moved(asking, before.deleted(),
                new WebhookEvent.WebhookDeleted(before.name()))).then();
    }

    /** A message that only tests the way; it goes the way of all. */
    public Mono<Delivery> ping(Asking asking, UUID id) {
        return active(asking, id).flatMap(webhook -> {
            UUID about = tools.ids().next();
            String body = posting.body(PING, asking.at(), Optional.empty(), Optional.empty());
            Delivery.Message message = new Delivery.Message(webhook.id(), webhook.partyId(), tools.ids().next(), PING, body, about, 1);
            return deliveries.add(asking.tx(), List.of(message), asking.at())
                    .then(deliveries.list(asking.tx(), id, new WebhookBoard.Question(null, null, 1)).map(List::getFirst));
        });
    }

    /** Posted again under its own id, soon and with all attempts anew. */
    public Mono<Delivery> replay(Asking asking, UUID id, long number) {
        return active(asking, id)
                .then(deliveries.find(asking.tx(), id, number).switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND))))
                .then(deliveries.again(asking.tx(), id, number, asking.at()))
                .switchIfEmpty(Mono.error(() -> new RefusedException(WebhookRefusal.WEBHOOK_DELIVERY_WAITS)));
    }

    private Mono<Webhook> active(Asking asking, UUID id) {
        return hold(asking, id).flatMap(webhook -> webhook.state() == Webhook.State.ACTIVE ? Mono.just(webhook) : Mono.error(new RefusedException(WebhookRefusal.WEBHOOK_NOT_ACTIVE)));
    }

    private Mono<Webhook> hold(Asking asking, UUID id) {
        return shelf.hold(asking.tx(), id).switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)));
    }

    private Mono<Webhook> moved(Asking asking, Webhook after, WebhookEvent event) {
        return shelf.move(asking.tx(), after).filter(moved -> moved)
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.VERSION_CONFLICT)))
                .then(record(asking, after, event)).thenReturn(after);
    }

    private Mono<Void> record(Asking asking, Webhook after, WebhookEvent event) {
        return journal.append(asking.tx(), asking.actor(), asking.at(),
                List.of(new NewEvent(Webhook.STREAM, after.id(), after.version(), null, event.getClass().getSimpleName(), event, Set.of(after.partyId()))));
    }
}
