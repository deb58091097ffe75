package org.jucai.platform.inspection.laboratory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jucai.platform.formulas.clause.Measure;

/**
 * A sample as its laboratory knows it.
 *
 * @param material the family of the catalogue, by which its methods are known; no grade, for a grade's limits tell what was hoped for
 * @param wanted what is to be measured
 * @param remark how it came
 * @param results versions, oldest first
 */
public record LabSample(SampleCode code, UUID laboratoryId, String material, Set<Measure> wanted, Status status, Optional<Instant> arrivedAt, Optional<String> remark,
        List<LabResult> results, long version) {

    /** The stream of its events. */
    static final String STREAM = "lab-sample";

    /** Where a sample stands. */
    public enum Status {
        SENT, ARRIVED,
        /** Seal broken, too little, wet through: nothing is tested of it. */
        UNFIT
    }

    public LabSample {
        wanted = Set.copyOf(wanted);
        results = List.copyOf(results);
    }

    Optional<LabResult> newest() {
        return results.isEmpty() ? Optional.empty() : Optional.of(results.getLast());
    }

    public Optional<LabResult> result(UUID id) {
        return results.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The newest version that was issued. */
    public Optional<LabResult> issued() {
        return results.stream().filter(each -> each.status() == LabResult.Status.ISSUED).reduce((_, later) -> later);
    }

    LabSample arrived(Status as, Instant at, String how) {
        return new LabSample(code, laboratoryId, material, wanted, as, Optional.of(at), Optional.of(how), results, version + 1);
    }

    LabSample with(LabResult changed) {
        List<LabResult> next = Stream.concat(results.stream().filter(each -> !each.id().equals(changed.id())), Stream.of(changed)).toList();
        return new LabSample(code, laboratoryId, material, wanted, status, arrivedAt, remark, next, version + 1);
    }
}
