package org.jucai.platform.inspection;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The inspection of a batch.
 *
 * @param samples at most one of a kind
 * @param issued the newest version of each kind that counts
 * @param found the final result
 */
public record Inspection(InspectionStatus status, List<Drawn> samples, Map<SampleKind, Issued> issued, Optional<Contest> contest, Optional<Found> found) {

    static final Inspection REQUESTED = new Inspection(InspectionStatus.REQUESTED, List.of(), Map.of(), Optional.empty(), Optional.empty());

    public Inspection {
        samples = List.copyOf(samples);
        issued = Map.copyOf(issued);
    }

    public Optional<Drawn> sample(SampleKind kind) {
        return samples.stream().filter(each -> each.kind() == kind).findFirst();
    }

    /** The main result that stands; there is one from ISSUED on. */
    Issued main() {
        return Optional.ofNullable(issued.get(SampleKind.MAIN)).orElseThrow();
    }

    Inspection after(InspectionEvent event, Instant at) {
        return switch (event) {
            case InspectionEvent.SamplesDrawn(var drawn) -> new Inspection(InspectionStatus.SAMPLED, drawn, issued, contest, found);
            case InspectionEvent.SampleReplaced(var lost) -> new Inspection(status, samples.stream().map(each -> each.kind() == lost.kind() ? lost : each).toList(),
                    issued, contest, found);
            case InspectionEvent.TestBegan() -> to(InspectionStatus.IN_TEST);
            case InspectionEvent.TestVerified() -> to(InspectionStatus.VERIFIED);
            case InspectionEvent.ResultCame(SampleKind kind, Issued result, InspectionStatus next) -> new Inspection(next, samples, with(kind, result), contest, found);
            case InspectionEvent.ResultContested(Contest why, InspectionStatus next) -> new Inspection(next, samples, issued, Optional.of(why), found);
            case InspectionEvent.UmpireCalled(UUID _) -> to(InspectionStatus.UMPIRE);
            case InspectionEvent.ResultFinal(var because, var resultId, var dry) -> new Inspection(InspectionStatus.FINAL, samples, issued, contest,
                    Optional.of(new Found(because, resultId, dry, at)));
        };
    }

    private Inspection to(InspectionStatus next) {
        return new Inspection(next, samples, issued, contest, found);
    }

    private Map<SampleKind, Issued> with(SampleKind kind, Issued result) {
        Map<SampleKind, Issued> next = new EnumMap<>(SampleKind.class);
        next.putAll(issued);
        next.put(kind, result);
        return next;
    }
}
