package org.jucai.platform.inspection;

import java.util.UUID;
import org.jucai.platform.inspection.laboratory.SampleCode;

/**
 * A sample of a batch: what ties a code to goods. No laboratory reads it.
 *
 * @param seal number of the seal on it; each seal is used once ever
 */
public record Drawn(SampleKind kind, SampleCode code, UUID laboratoryId, String seal) {}
