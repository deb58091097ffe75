package org.jucai.platform.notifications.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jucai.platform.notifications.NoticeKind;
import org.jucai.platform.notifications.webhooks.Delivery;
import org.jucai.platform.notifications.webhooks.Webhook;
import org.jucai.spec.model.NoticeKindName;
import org.jucai.spec.model.WebhookCommand;
import org.jucai.spec.model.WebhookDeliveryState;
import org.jucai.spec.model.WebhookDeliveryView;
import org.jucai.spec.model.WebhookForm;
import org.jucai.spec.model.WebhookState;
import org.jucai.spec.model.WebhookView;

/** Webhooks and what became of their messages, as they leave by HTTP. */
final class WebhookViews {

    private WebhookViews() {}

    static org.jucai.platform.notifications.webhooks.WebhookForm form(WebhookForm form) {
        return new org.jucai.platform.notifications.webhooks.WebhookForm(form.getName().strip(), form.getUrl(),
                form.getKinds().stream().map(kind -> NoticeKind.valueOf(kind.name())).collect(Collectors.toSet()));
    }

    static WebhookView view(Webhook webhook, Instant now) {
        WebhookView view = new WebhookView(webhook.id(), webhook.name(), webhook.url(), webhook.kinds().stream().sorted().map(kind -> NoticeKindName.valueOf(kind.name())).toList(),
                WebhookState.valueOf(webhook.state().name()), webhook.version(), webhook.madeAt(), commands(webhook.state()));
        webhook.secrets().formerUntil().filter(now::isBefore).ifPresent(view::setFormerSignsUntil);
        webhook.failingSince().ifPresent(view::setFailingSince);
        return view;
    }

    private static List<WebhookCommand> commands(Webhook.State state) {
        return switch (state) {
            case ACTIVE -> List.of(WebhookCommand.CHANGE, WebhookCommand.ROTATE, WebhookCommand.PING, WebhookCommand.SWITCH_OFF, WebhookCommand.DELETE);
            case OFF, FAILED, GONE -> List.of(WebhookCommand.CHANGE, WebhookCommand.ROTATE, WebhookCommand.SWITCH_ON, WebhookCommand.DELETE);
            case DELETED -> List.of();
        };
    }

    static WebhookDeliveryView view(Delivery delivery) {
        WebhookDeliveryView view = new WebhookDeliveryView(delivery.number(), "msg_" + delivery.messageId(), delivery.type(), delivery.body(),
                WebhookDeliveryState.valueOf(delivery.state().name()), delivery.attempts(), delivery.times().madeAt());
        if (delivery.state() == Delivery.State.WAITING) view.setNextAttemptAt(delivery.times().nextAttemptAt());
        delivery.times().lastAttemptAt().ifPresent(view::setLastAttemptAt);
        delivery.times().deliveredAt().ifPresent(view::setDeliveredAt);
        delivery.lastStatus().ifPresent(view::setLastStatus);
        delivery.lastError().ifPresent(view::setLastError);
        return view;
    }
}
