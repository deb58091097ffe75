package org.jucai.platform.award.checking;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON strictly: no name twice, nothing after the end, at most so deep. */
final class Documents {

    /** Nodes of a certificate on the way to a leaf. */
    static final int DEEPEST = 1_000;

    /** A node may stand in a result in a bundle, and has its multipliers below it. */
    private static final int AROUND = 16;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST + AROUND).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Documents() {}

    static Field read(byte[] json, String name) {
        try {
            return new Field(JSON.readTree(json), name);
        } catch (JacksonException failure) {
            throw new UnreadableException(Fault.NOT_JSON, name, String.valueOf(failure.getOriginalMessage()));
        }
    }
}
