package org.jucai.platform.security;

import org.jucai.platform.kernel.Refusal;

/** Why the edge says no. */
enum SecurityRefusal implements Refusal {
    SIGN_IN_INCOMPLETE(400),
    SIGN_IN_WRONG(401),
    SIGN_IN_LOCKED(429),
    TOO_MANY_ATTEMPTS(429),
    NO_APPOINTMENT(403),
    PARTY_NOT_YOURS(403),
    SESSIONS_UNAVAILABLE(503),
    SESSION_NOT_FOUND(404),
    CSRF_TOKEN_WRONG(403),
    SECOND_FACTOR_REQUIRED(403),
    SECOND_FACTOR_NOT_ENROLLED(409),
    SECOND_FACTOR_WRONG(422),
    NO_ENROLMENT_PENDING(409),
    TOKEN_INVALID(401),
    TOKEN_SCOPE_MISSING(403),
    TOKEN_EXPIRY_OUT_OF_RANGE(422),
    TOO_MANY_TOKENS(409),
    TOKEN_NOT_FOUND(404),
    OIDC_NOT_CONFIGURED(404),
    OIDC_STATE_ENDED(409),
    OIDC_SIGN_IN_FAILED(401),
    OIDC_IDENTITY_UNKNOWN(403),
    OIDC_UNAVAILABLE(503);

    private final int status;

    SecurityRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
