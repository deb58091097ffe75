package org.jucai.platform.inspection;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.formulas.clause.Measure;

/** The final result: nothing changes it any more. @param resultId the version it rests on */
public record Found(Because because, UUID resultId, Map<Measure, Long> dry, Instant at) {

    /** How it became final. */
    public enum Because {
        /** Nobody contested in time. */
        UNCONTESTED,
        /** Main and duplicate agree: their mean. */
        RETEST_AGREED,
        /** 仲裁检验结果为终局. */
        UMPIRE
    }

    public Found {
        dry = Map.copyOf(dry);
    }
}
