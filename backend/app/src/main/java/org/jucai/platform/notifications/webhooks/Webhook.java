package org.jucai.platform.notifications.webhooks;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.notifications.NoticeKind;

/**
 * An address to which a party's events are posted.
 *
 * @param secrets what signs; sealed
 * @param failingSince since when no attempt succeeded, where the last one did not
 */
public record Webhook(UUID id, UUID partyId, String name, String url, Set<NoticeKind> kinds, State state, Secrets secrets, Optional<Instant> failingSince, long version, Instant madeAt) {

    /** OFF by hand; FAILED after days without success; GONE said by the receiver (410). */
    public enum State { ACTIVE, OFF, FAILED, GONE, DELETED }

    /** @param former still signs beside the present one until {@code formerUntil} */
    public record Secrets(String present, Optional<String> former, Optional<Instant> formerUntil) {

        boolean formerSigns(Instant now) {
            return former.isPresent() && formerUntil.filter(until -> now.isBefore(until)).isPresent();
        }

        /** Secrets stay out of logs, sealed ones too. */
        @Override
        public String toString() {
            return "Secrets[]";
        }
    }

    static final String STREAM = "webhook";

    public Webhook {
        kinds = Set.copyOf(EnumSet.copyOf(kinds));
    }

    Webhook with(State next) {
        return new Webhook(id, partyId, name, url, kinds, next, secrets, next == State.ACTIVE ? Optional.empty() : failingSince, version + 1, madeAt);
    }

    Webhook with(WebhookForm form) {
        return new Webhook(id, partyId, form.name(), form.url(), form.kinds(), state, secrets, failingSince, version + 1, madeAt);
    }

    Webhook with(Secrets next) {
        return new Webhook(id, partyId, name, url, kinds, state, next, failingSince, version + 1, madeAt);
    }

    /** Its secrets go with it. */
    Webhook deleted() {
        return new Webhook(id, partyId, name, url, kinds, State.DELETED, new Secrets("", Optional.empty(), Optional.empty()), Optional.empty(), version + 1, madeAt);
    }
}
