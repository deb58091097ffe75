package org.jucai.platform.kernel;

import java.util.Map;

/**
 * How large an upload to one operation may be, and what its sender is told beyond that: judged by the length that is told, before a byte is read.
 *
 * @param path as the specification writes it
 * @param bytes of the whole request
 */
public record UploadBound(String path, long bytes, Refusal refusal, Map<String, Object> facts) {

    public UploadBound {
        facts = Map.copyOf(facts);
    }
}
