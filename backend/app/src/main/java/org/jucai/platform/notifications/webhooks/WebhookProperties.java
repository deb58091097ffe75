package org.jucai.platform.notifications.webhooks;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are posted.
 *
 * @param local whether this machine itself may be posted to, without TLS; for the demo and for tests
 * @param timeout how long one attempt may take in all
 */
@ConfigurationProperties("jucai.webhooks")
record WebhookProperties(@DefaultValue("false") boolean local, @DefaultValue("10s") Duration timeout) {}
