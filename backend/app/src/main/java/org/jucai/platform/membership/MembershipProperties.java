package org.jucai.platform.membership;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of an installation.
 *
 * @param sealingKey 32 bytes in base64 that seal second factors; without it none can be set up
 * @param publicAddress where links in text messages lead, without a slash at the end
 */
@ConfigurationProperties("jucai.membership")
record MembershipProperties(@DefaultValue("") String sealingKey, @DefaultValue("http://localhost:8080") String publicAddress) {}
