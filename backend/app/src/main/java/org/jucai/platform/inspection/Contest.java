package org.jucai.platform.inspection;

import java.time.Instant;
import java.util.UUID;

/**
 * 异议: who does not accept a result, and why.
 *
 * @param retest the duplicate is tested first; the umpire only where it disagrees, or either side calls for it
 */
public record Contest(UUID resultId, UUID by, String grounds, boolean retest, Instant at) {}
