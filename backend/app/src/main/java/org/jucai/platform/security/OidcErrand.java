package org.jucai.platform.security;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who was sent to the identity provider comes back for; kept in Redis until then, under the digest of the
 * state.
 *
 * @param browser digest of the cookie that the same browser must show again
 * @param nonce what the ID token must repeat
 * @param verifier what the code is redeemed with (PKCE)
 * @param linkPersonId whom to link, where somebody signed in asked for that
 * @param invitationId which invitation to accept, where its holder asked for that
 * @param account the account that the holder of the invitation chose
 */
record OidcErrand(
        String browser, String nonce, String verifier, @Nullable UUID linkPersonId, @Nullable UUID invitationId, @Nullable String account) {}
