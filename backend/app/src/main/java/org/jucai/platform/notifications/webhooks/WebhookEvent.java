package org.jucai.platform.notifications.webhooks;

import java.time.Instant;

/** What happened to a webhook; its party reads it. No secret is in it. */
sealed interface WebhookEvent {

    record WebhookMade(String name, String url) implements WebhookEvent {}

    record WebhookChanged(String name, String url) implements WebhookEvent {}

    record WebhookSecretRotated(Instant formerUntil) implements WebhookEvent {}

    record WebhookSwitchedOff(String name) implements WebhookEvent {}

    record WebhookSwitchedOn(String name) implements WebhookEvent {}

    record WebhookDeleted(String name) implements WebhookEvent {}

    /** Days without success: nothing more is posted until somebody switches it on again. */
    record WebhookFailed(String name, Instant since) implements WebhookEvent {}

    /** The receiver said that it is there no more. */
    record WebhookGone(String name) implements WebhookEvent {}
}
