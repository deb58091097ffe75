package org.jucai.platform.security;

/** What the access audit tells. */
public enum AccessKind {
    SIGNED_IN,
    SIGN_IN_FAILED,
    LOCKED_OUT,
    SIGNED_OUT,
    SECOND_FACTOR_SHOWN,
    SECOND_FACTOR_FAILED,
    SECOND_FACTOR_ENROLLED,
    PARTY_CHANGED,
    SESSION_REVOKED,
    TOKEN_CREATED,
    TOKEN_REVOKED,
    IDENTITY_LINKED,
    IDENTITY_UNLINKED,
    REFUSED
}
