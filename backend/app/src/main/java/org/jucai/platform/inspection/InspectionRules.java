package org.jucai.platform.inspection;

import static org.jucai.platform.kernel.Decision.accept;
import static org.jucai.platform.kernel.Decision.refuse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.inspection.InspectionCommand.Stage;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.WorkingDays;

/** Decides how the inspection of a batch goes on (lifecycle: inspection). Pure; one event at a time. */
final class InspectionRules {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    /** Before the final result, while a corrected version of the main result still counts. */
    private static final Set<InspectionStatus> BEFORE_A_CONTEST = EnumSet.of(InspectionStatus.SAMPLED, InspectionStatus.IN_TEST, InspectionStatus.VERIFIED, InspectionStatus.ISSUED);

    private InspectionRules() {}

    /** The first instant at which it is not contested any more: days after the day of issue, a last day off moves on (民法典 arts. 201, 203). */
    static Instant contestUntil(Instant issuedAt, int days, WorkingDays calendar) {
        LocalDate last = calendar.calendarDays(LocalDate.ofInstant(issuedAt, BEIJING), days).lastOn();
        return last.plusDays(1).atStartOfDay(BEIJING).toInstant();
    }

    static Decision<InspectionEvent> decide(Inspection inspection, InspectionCommand command, Instant now) {
        return switch (command) {
            case InspectionCommand.Draw(var samples) -> draw(inspection, samples);
            case InspectionCommand.Replace(Drawn sample) -> replace(inspection, sample);
            case InspectionCommand.Observe observed -> observe(inspection, observed);
            case InspectionCommand.ContestResult asks -> contest(inspection, asks, now);
            case InspectionCommand.CallUmpire(UUID by) -> inspection.status() == InspectionStatus.CONTESTED ? umpire(inspection, by) : not(inspection);
            case InspectionCommand.Conclude() -> conclude(inspection, now);
        };
    }

    private static Decision<InspectionEvent> draw(Inspection inspection, List<Drawn> samples) {
        if (inspection.status() != InspectionStatus.REQUESTED) return not(inspection);
        Set<SampleKind> kinds = new HashSet<>();
        if (!samples.stream().allMatch(each -> kinds.add(each.kind())) || !kinds.contains(SampleKind.MAIN)) return refuse(InspectionRefusal.SAMPLE_KINDS_WRONG);
        return isUmpireSomebodyElse(samples) ? accept(new InspectionEvent.SamplesDrawn(samples)) : refuse(InspectionRefusal.UMPIRE_IS_NOT_ANOTHER_LABORATORY);
    }

    private static boolean isUmpireSomebodyElse(List<Drawn> samples) {
        List<UUID> umpire = samples.stream().filter(each -> each.kind() == SampleKind.UMPIRE).map(Drawn::laboratoryId).toList();
        return samples.stream().noneMatch(each -> each.kind() != SampleKind.UMPIRE && umpire.contains(each.laboratoryId()));
    }

    /** Only what no result rests on. */
    private static Decision<InspectionEvent> replace(Inspection inspection, Drawn sample) {
        boolean open = inspection.sample(sample.kind()).isPresent() && !inspection.issued().containsKey(sample.kind()) && inspection.status() != InspectionStatus.FINAL;
        if (!open) return not(inspection);
        List<Drawn> next = inspection.samples().stream().map(each -> each.kind() == sample.kind() ? sample : each).toList();
        return isUmpireSomebodyElse(next) ? accept(new InspectionEvent.SampleReplaced(sample)) : refuse(InspectionRefusal.UMPIRE_IS_NOT_ANOTHER_LABORATORY);
    }

    /** What was seen before, or does not matter any more, makes nothing. */
    private static Decision<InspectionEvent> observe(Inspection inspection, InspectionCommand.Observe seen) {
        InspectionStatus status = inspection.status();
        Issued known = inspection.issued().get(seen.kind());
        boolean newer = seen.issued().filter(result -> known == null || result.number() > known.number()).isPresent();
        if (newer && isAwaited(status, seen.kind())) return accept(new InspectionEvent.ResultCame(seen.kind(), seen.issued().orElseThrow(),
                seen.kind() == SampleKind.MAIN && BEFORE_A_CONTEST.contains(status) ? InspectionStatus.ISSUED : status));
        if (seen.kind() != SampleKind.MAIN || known != null) return accept();
        if (seen.stage() == Stage.ARRIVED && status == InspectionStatus.SAMPLED) return accept(new InspectionEvent.TestBegan());
        if (seen.stage() == Stage.VERIFIED && (status == InspectionStatus.SAMPLED || status == InspectionStatus.IN_TEST)) return accept(new InspectionEvent.TestVerified());
        return accept();
    }

    /** The main result until an umpire is called, the duplicate's in a contest, the umpire's once called. */
    private static boolean isAwaited(InspectionStatus status, SampleKind kind) {
        return switch (kind) {
            case MAIN -> BEFORE_A_CONTEST.contains(status) || status == InspectionStatus.CONTESTED;
            case DUPLICATE -> status == InspectionStatus.CONTESTED;
            case UMPIRE -> status == InspectionStatus.UMPIRE;
        };
    }

    private static Decision<InspectionEvent> contest(Inspection inspection, InspectionCommand.ContestResult asks, Instant now) {
        if (inspection.status() != InspectionStatus.ISSUED) return not(inspection);
        Issued main = inspection.main();
        if (!main.resultId().equals(asks.resultId())) return refuse(InspectionRefusal.RESULT_WAS_CORRECTED, Map.of("number", main.number()));
        if (!now.isBefore(main.contestUntil())) return refuse(InspectionRefusal.CONTEST_TOO_LATE, Map.of("until", main.contestUntil().toString()));
        if (asks.retest() && inspection.sample(SampleKind.DUPLICATE).isEmpty()) return refuse(InspectionRefusal.NO_SUCH_SAMPLE, Map.of("kind", SampleKind.DUPLICATE.name()));
        if (!asks.retest() && inspection.sample(SampleKind.UMPIRE).isEmpty()) return refuse(InspectionRefusal.NO_SUCH_SAMPLE, Map.of("kind", SampleKind.UMPIRE.name()));
        Contest contest = new Contest(asks.resultId(), asks.by(), asks.grounds(), asks.retest(), now);
        return accept(new InspectionEvent.ResultContested(contest, asks.retest() ? InspectionStatus.CONTESTED : InspectionStatus.UMPIRE));
    }

    private static Decision<InspectionEvent> umpire(Inspection inspection, UUID by) {
        return inspection.sample(SampleKind.UMPIRE).isPresent() ? accept(new InspectionEvent.UmpireCalled(by))
                : refuse(InspectionRefusal.NO_SUCH_SAMPLE, Map.of("kind", SampleKind.UMPIRE.name()));
    }

    private static Decision<InspectionEvent> conclude(Inspection inspection, Instant now) {
        Issued duplicate = inspection.issued().get(SampleKind.DUPLICATE);
        Issued umpire = inspection.issued().get(SampleKind.UMPIRE);
        return switch (inspection.status()) {
            case ISSUED -> uncontested(inspection.main(), now);
            case CONTESTED -> duplicate == null ? accept() : retested(inspection, inspection.main(), duplicate);
            case UMPIRE -> umpire == null ? accept() : accept(new InspectionEvent.ResultFinal(Found.Because.UMPIRE, umpire.resultId(), umpire.dry()));
            case REQUESTED, SAMPLED, IN_TEST, VERIFIED, FINAL -> accept();
        };
    }

    private static Decision<InspectionEvent> uncontested(Issued main, Instant now) {
        return now.isBefore(main.contestUntil()) ? accept() : accept(new InspectionEvent.ResultFinal(Found.Because.UNCONTESTED, main.resultId(), main.dry()));
    }

    /** Where no umpire's sample was kept, the mean is the best there is. */
    private static Decision<InspectionEvent> retested(Inspection inspection, Issued main, Issued duplicate) {
        boolean ends = Agreement.holds(main.dry(), duplicate.dry()) || inspection.sample(SampleKind.UMPIRE).isEmpty();
        return ends ? accept(new InspectionEvent.ResultFinal(Found.Because.RETEST_AGREED, main.resultId(), Agreement.mean(main.dry(), duplicate.dry())))
                : accept(new InspectionEvent.UmpireCalled(inspection.contest().orElseThrow().by()));
    }

    private static Decision<InspectionEvent> not(Inspection inspection) {
        return refuse(InspectionRefusal.INSPECTION_STATE_DOES_NOT_ALLOW, Map.of("status", inspection.status().name()));
    }
}
