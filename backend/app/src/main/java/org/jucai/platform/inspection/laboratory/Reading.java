package org.jucai.platform.inspection.laboratory;

import org.jucai.platform.catalogue.Limit.Basis;
import org.jucai.platform.formulas.clause.Measure;

/**
 * What was measured of one property.
 *
 * @param value as reported, in the unit of the property, never rounded to a limit (GB/T 8170)
 * @param basis of the sample dried, or as it came; moisture is of what came
 * @param method the standard it was measured by, e.g. {@code GB/T 6900.4}
 */
public record Reading(Measure property, long value, Basis basis, String method) {}
