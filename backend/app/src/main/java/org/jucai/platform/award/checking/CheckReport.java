package org.jucai.platform.award.checking;

import java.util.List;

/**
 * What the checker says of a result.
 *
 * @param findings what does not hold, the first thousand of it; empty where the result holds
 */
public record CheckReport(List<Finding> findings, Figures figures) {

    public CheckReport {
        findings = List.copyOf(findings);
    }

    public boolean holds() {
        return findings.isEmpty();
    }
}
