package org.jucai.platform.rounds.imports;

import org.jucai.platform.kernel.Refusal;

/** Why something is not done with an import. */
public enum ImportRefusal implements Refusal {
    /** The form holds no file. */
    IMPORT_FILE_MISSING(400),
    /** Facts: status. */
    IMPORT_STATE_DOES_NOT_ALLOW(409),
    /** No such row, or the row holds several lines and its column was not named. */
    IMPORT_ROW_UNKNOWN(404),
    /** There is nothing to take: the row was rejected or nothing could be suggested. */
    IMPORT_ROW_NEEDS_CORRECTION(422),
    /** Reading was begun several times and never ended. */
    IMPORT_READING_FAILED(422),
    /** Entering was begun again and again and no row went in. */
    IMPORT_ENTERING_FAILED(422);

    private final int status;

    ImportRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
