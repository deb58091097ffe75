package org.jucai.platform.rounds.demand;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.rounds.DateWindow;

/**
 * What a member asks for, as it was said. Absent minimum or maximum mean the target.
 *
 * @param acceptedGrades in order of preference
 * @param orBetter whether grades that dominate the accepted ones are accepted after them
 * @param priceCap 限价: delivered, tax and fee included
 * @param deliveryPointId the member's first delivery point where absent
 */
public record DemandTerms(
        List<String> acceptedGrades,
        boolean orBetter,
        Optional<Kilograms> minimum,
        Kilograms target,
        Optional<Kilograms> maximum,
        Optional<FenPerTonne> priceCap,
        Optional<UUID> deliveryPointId,
        DateWindow window,
        Optional<KilnType> kilnType,
        GrainSize size,
        Packing packing,
        List<String> approvedSources,
        Invoices invoices,
        Payment payment,
        List<SpecOverride> specOverrides,
        String remark) {

    /** A limit of this line's own, inside the grade; parts per million. */
    public record SpecOverride(String property, OptionalLong minimumPpm, OptionalLong maximumPpm) {}

    public DemandTerms {
        acceptedGrades = List.copyOf(acceptedGrades);
        approvedSources = List.copyOf(approvedSources);
        specOverrides = List.copyOf(specOverrides);
    }

    Kilograms minimumOrTarget() {
        return minimum.orElse(target);
    }

    Kilograms maximumOrTarget() {
        return maximum.orElse(target);
    }
}
