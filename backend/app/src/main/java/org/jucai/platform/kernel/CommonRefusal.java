package org.jucai.platform.kernel;

/** Refusals that any operation may answer with. */
public enum CommonRefusal implements Refusal {
    BAD_REQUEST(400),
    NOT_SIGNED_IN(401),
    NOT_ALLOWED(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    IDEMPOTENCY_KEY_MISSING(400),
    IDEMPOTENCY_KEY_REUSED(422),
    REQUEST_IN_FLIGHT(409),
    IF_MATCH_MISSING(428),
    IF_MATCH_UNREADABLE(400),
    VERSION_CONFLICT(412),
    TOO_MANY_REQUESTS(429),
    TEMPORARILY_UNAVAILABLE(503),
    INTERNAL_ERROR(500);

    private final int status;

    CommonRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
