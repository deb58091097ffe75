package org.jucai.platform.files;

import org.jucai.platform.kernel.Refusal;

/** Why a file is not taken, not attached or not handed out. */
public enum FileRefusal implements Refusal {
    FILE_MISSING(422),
    /** Facts: limit, in megabytes. */
    FILE_TOO_LARGE(413),
    /** By its bytes it is none of the kinds that are kept. */
    FILE_TYPE_UNKNOWN(415),
    /** Its bytes are not those that the sender hashed. */
    FILE_DIFFERS(422),
    /** Too many uploads of the party are attached to nothing. Facts: limit. */
    FILES_ATTACHED_TO_NOTHING(409),
    /** It is not there, or another party's. */
    FILE_TO_ATTACH_NOT_FOUND(422),
    /** Facts: limit. */
    ATTACHMENTS_TOO_MANY(409),
    FILE_RANGE_OUTSIDE(416),
    FILE_STORE_FULL(503),
    FILE_STORE_AWAY(503);

    private final int status;

    FileRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
