package org.jucai.platform.notifications.webhooks;

import org.jucai.platform.kernel.Refusal;

/** Why something about a webhook is not done. */
public enum WebhookRefusal implements Refusal {
    WEBHOOK_ADDRESS_REFUSED(422),
    WEBHOOKS_TOO_MANY(409),
    WEBHOOK_NOT_ACTIVE(409),
    WEBHOOK_DELIVERY_WAITS(409);

    private final int status;

    WebhookRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
