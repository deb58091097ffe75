package org.jucai.platform.notifications.wecom;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where messages to group robots are posted; nowhere while {@code url} is empty.
 *
 * @param url the address without a robot's key, as {@code https://qyapi.weixin.qq.com/cgi-bin/webhook/send}; recalled, to be verified
 * @param timeout how long one attempt may take
 * @param mostPerMinute how many messages one robot takes within a minute; recalled, to be verified
 */
@ConfigurationProperties("jucai.wecom")
record WeComProperties(@DefaultValue("") String url, @DefaultValue("5s") Duration timeout, @DefaultValue("20") int mostPerMinute) {}
