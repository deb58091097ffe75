package org.jucai.platform.membership;

import java.util.List;
import java.util.UUID;

/**
 * A member as lists from outside name it.
 *
 * @param uscc unified social credit code, or empty where none is known
 * @param points where it receives now
 */
public record RollEntry(UUID id, String code, String uscc, String nameZh, List<Point> points) {

    /** A delivery point in use. */
    public record Point(UUID id, String code, String name) {}

    public RollEntry {
        points = List.copyOf(points);
    }
}
