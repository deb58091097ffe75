package org.jucai.platform.security;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The identity provider that people may sign in with; none where {@code issuer} is empty.
 *
 * @param issuer its address, exactly as it names itself
 * @param name what the button on the sign-in page calls it
 */
@ConfigurationProperties("jucai.oidc")
record OidcProperties(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("SSO") String name) {

    OidcProperties {
        if (!issuer.isBlank() && (clientId.isBlank() || clientSecret.isBlank())) {
            throw new IllegalArgumentException("JUCAI_OIDC_ISSUER is set, JUCAI_OIDC_CLIENT_ID or JUCAI_OIDC_CLIENT_SECRET is not");
        }
        if (!issuer.isBlank() && !isSafe(URI.create(issuer))) {
            throw new IllegalArgumentException("JUCAI_OIDC_ISSUER must begin with https:// (or be on this machine)");
        }
    }

    boolean isOn() {
        return !issuer.isBlank();
    }

    /** Secrets travel there: encrypted, or not off this machine. */
    static boolean isSafe(URI address) {
        return "https".equals(address.getScheme()) || "http".equals(address.getScheme())
                && ("localhost".equals(address.getHost()) || "127.0.0.1".equals(address.getHost()));
    }

    /** The secret stays out of logs. */
    @Override
    public String toString() {
        return "OidcProperties[" + issuer + ", " + clientId + "]";
    }
}
