package org.jucai.platform.bidding;

import java.util.Map;
import org.jucai.platform.bidding.envelope.Fault;
import org.jucai.platform.bidding.envelope.RefusedEnvelopeException;
import org.jucai.platform.kernel.Refusal;
import org.jucai.platform.kernel.RefusedException;

/** Why a document of the envelope's format is not taken: each is a fact about the document, never about what it hides. */
public enum EnvelopeRefusal implements Refusal {
    ENVELOPE_TOO_LARGE(413),
    ENVELOPE_NOT_JSON(422),
    ENVELOPE_MALFORMED(422),
    ENVELOPE_SUITE_UNKNOWN(422),
    ENVELOPE_FOR_ANOTHER_ROUND(422),
    ENVELOPE_OF_ANOTHER_SUPPLIER(422),
    ENVELOPE_VERSION_NOT_NEXT(409),
    ENVELOPE_SEALED_TO_OTHER_KEYS(422),
    ENVELOPE_OF_ANOTHER_SHAPE(422),
    ENVELOPE_REPEATS_ITSELF(422),
    ENVELOPE_IS_ANOTHER(422),
    SIGNATURE_DOES_NOT_HOLD(422),
    TRUSTEE_KEY_WEAK(422),
    TRUSTEE_KEY_NOT_SHOWN(422);

    private final int status;

    EnvelopeRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    /** The refusal that names what the reader found. */
    public static RefusedException of(RefusedEnvelopeException found) {
        String where = found.where().isEmpty() ? "/" : found.where();
        return new RefusedException(of(found.fault()), Map.of("fault", found.fault().name(), "where", where));
    }

    private static EnvelopeRefusal of(Fault fault) {
        return switch (fault) {
            case TOO_LARGE -> ENVELOPE_TOO_LARGE;
            case NOT_JSON -> ENVELOPE_NOT_JSON;
            case DUPLICATE_MEMBER, MEMBER_MISSING, MEMBER_UNKNOWN, MEMBER_WRONG, NOT_BASE64URL, UNKNOWN_FORMAT, DOES_NOT_FIT,
                    PASSPHRASE_TOO_WEAK, KEY_FILE_LOCKED -> ENVELOPE_MALFORMED;
            case UNKNOWN_SUITE -> ENVELOPE_SUITE_UNKNOWN;
            case OTHER_ROUND -> ENVELOPE_FOR_ANOTHER_ROUND;
            case OTHER_SUPPLIER -> ENVELOPE_OF_ANOTHER_SUPPLIER;
            case OTHER_VERSION -> ENVELOPE_VERSION_NOT_NEXT;
            case OTHER_TRUSTEES, TRUSTEES_NOT_DISTINCT -> ENVELOPE_SEALED_TO_OTHER_KEYS;
            case OTHER_SHAPE, NO_SUCH_SECTION -> ENVELOPE_OF_ANOTHER_SHAPE;
            case DUPLICATE_SECTION -> ENVELOPE_REPEATS_ITSELF;
            case OTHER_ENVELOPE -> ENVELOPE_IS_ANOTHER;
            case SIGNATURE_WRONG, OTHER_SIGNER -> SIGNATURE_DOES_NOT_HOLD;
            case WEAK_KEY -> TRUSTEE_KEY_WEAK;
            case KEY_NOT_SHOWN -> TRUSTEE_KEY_NOT_SHOWN;
        };
    }
}
