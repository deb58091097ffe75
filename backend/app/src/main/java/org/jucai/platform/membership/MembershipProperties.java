package org.jucai.platform.membership;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of an installation.
 *
 * @param sealingKey 32 bytes in base64 that seal second factors; without it none can be set up
 * @param publicAddress where links in text messages lead, without a slash at the end
 * @param firstAdministrator who registers everyone else; looked at on the first start only
 */
@ConfigurationProperties("jucai.membership")
record MembershipProperties(
        @DefaultValue("") String sealingKey,
        @DefaultValue("http://localhost:8080") String publicAddress,
        @DefaultValue FirstAdministrator firstAdministrator) {

    /** Named by whoever installs; empty where another way is chosen, as in the demo. */
    record FirstAdministrator(
            @DefaultValue("") String account,
            @DefaultValue("") String phone,
            @DefaultValue("") String password,
            @DefaultValue("聚采") String platformName) {}
}
