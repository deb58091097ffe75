package org.jucai.platform.catalogue;

import java.util.List;

/**
 * A standard by which a material is tested, sampled or marked.
 *
 * @param properties what it measures; empty where it measures nothing
 * @param standard its number, e.g. {@code GB/T 6900.4}
 */
public record TestMethod(Purpose purpose, List<Property> properties, String standard, String source, Confidence confidence) {

    /** What a standard is used for. */
    public enum Purpose { TESTING, SAMPLING, PACKING_AND_MARKING, ROUNDING }

    public TestMethod {
        properties = List.copyOf(properties);
    }
}
