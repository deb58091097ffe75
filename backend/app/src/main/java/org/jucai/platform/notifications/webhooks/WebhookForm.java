package org.jucai.platform.notifications.webhooks;

import java.util.Set;
import org.jucai.platform.notifications.NoticeKind;

/** What a party says of a webhook. */
public record WebhookForm(String name, String url, Set<NoticeKind> kinds) {

    public WebhookForm {
        kinds = Set.copyOf(kinds);
    }
}
