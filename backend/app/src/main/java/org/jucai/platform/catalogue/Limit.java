package org.jucai.platform.catalogue;

/**
 * One limit of a grade.
 *
 * @param bound in the unit of the property
 * @param basis what the figure refers to
 * @param source where the figure was read, or on what it rests
 * @param confidence how far it can be trusted
 */
public record Limit(Property property, Bound bound, Basis basis, String source, Confidence confidence) {

    /** What a figure refers to. */
    public enum Basis {
        /** The sample dried. */
        DRY,
        /** The sample as it came, moisture included. */
        AS_RECEIVED,
        NOT_APPLICABLE
    }
}
