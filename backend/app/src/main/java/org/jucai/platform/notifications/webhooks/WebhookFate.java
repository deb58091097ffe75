package org.jucai.platform.notifications.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What attempts make of a webhook: it works, it fails, and after days or by the receiver's word it is switched off, which its party is told. */
@Component
class WebhookFate {

    private final SqlWebhooks shelf;
    private final Journal journal;

    WebhookFate(SqlWebhooks shelf, Journal journal) {
        this.shelf = shelf;
        this.journal = journal;
    }

    Mono<Void> after(Tx tx, UUID id, AttemptRules.Outcome outcome, Instant now) {
        return shelf.read(tx, id).flatMap(seen -> {
            if (seen.state() != Webhook.State.ACTIVE || outcome.taken() && seen.failingSince().isEmpty()) return Mono.<Void>empty();
            return shelf.hold(tx, id).filter(webhook -> webhook.state() == Webhook.State.ACTIVE).flatMap(webhook -> judged(tx, webhook, outcome, now));
        });
    }

    private Mono<Void> judged(Tx tx, Webhook webhook, AttemptRules.Outcome outcome, Instant now) {
        Optional<Instant> since = outcome.taken() ? Optional.empty() : Optional.of(webhook.failingSince().orElse(now));
        Webhook.State next = AttemptRules.after(outcome, since, now);
        if (next == Webhook.State.ACTIVE) return shelf.failing(tx, webhook.id(), since);
        WebhookEvent event = next == Webhook.State.GONE ? new WebhookEvent.WebhookGone(webhook.name()) : new WebhookEvent.WebhookFailed(webhook.name(), since.orElse(now));
        Webhook after = webhook.with(next);
        return shelf.move(tx, after).then(journal.append(tx, Actor.ofTheClock(webhook.partyId(), PartyKind.PLATFORM), now,
                List.of(new NewEvent(Webhook.STREAM, after.id(), after.version(), null, event.getClass().getSimpleName(), event, Set.of(after.partyId())))));
    }
}
