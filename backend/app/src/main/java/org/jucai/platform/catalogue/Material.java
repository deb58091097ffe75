package org.jucai.platform.catalogue;

import java.util.List;
import java.util.UUID;

/** A family of raw material; its grades are compared only with one another. */
public record Material(UUID id, MaterialCode code, Described described, List<TestMethod> testMethods) {

    public Material {
        testMethods = List.copyOf(testMethods);
    }
}
