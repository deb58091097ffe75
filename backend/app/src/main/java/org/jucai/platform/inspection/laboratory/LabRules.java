package org.jucai.platform.inspection.laboratory;

import static org.jucai.platform.kernel.Decision.accept;
import static org.jucai.platform.kernel.Decision.refuse;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.kernel.Decision;

/** Decides what becomes of a sample and its results in the laboratory (lifecycle: inspection). Pure. */
final class LabRules {

    /** Versions of one sample. */
    static final int MOST = 20;

    private LabRules() {}

    /** Who asks, by which methods the material is tested, and when. */
    record Asked(UUID person, Methods methods, Instant now) {}

    /** @param result the version that was made or moved */
    record Step(LabSample after, Optional<LabResult> result, LabEvent event) {}

    static Decision<Step> decide(LabSample sample, LabCommand command, Asked asked) {
        return switch (command) {
            case LabCommand.Arrive(boolean fit, String remark) -> arrive(sample, fit, remark, asked.now());
            case LabCommand.Enter enter -> enter(sample, enter, asked);
            case LabCommand.Verify(UUID id) -> verify(sample, id, asked);
            case LabCommand.SendBack(UUID id, String reason) -> sendBack(sample, id, reason, asked);
            case LabCommand.Issue(UUID id) -> issue(sample, id, asked.now());
        };
    }

    private static Decision<Step> arrive(LabSample sample, boolean fit, String remark, Instant now) {
        if (sample.status() != LabSample.Status.SENT) return refuse(LaboratoryRefusal.SAMPLE_ARRIVED_ALREADY);
        LabSample after = sample.arrived(fit ? LabSample.Status.ARRIVED : LabSample.Status.UNFIT, now, remark);
        String code = sample.code().code();
        return accept(new Step(after, Optional.empty(), fit ? new LabEvent.SampleArrived(code, remark) : new LabEvent.SampleUnfit(code, remark)));
    }

    private static Decision<Step> enter(LabSample sample, LabCommand.Enter asks, Asked asked) {
        if (sample.status() != LabSample.Status.ARRIVED) return refuse(LaboratoryRefusal.SAMPLE_NOT_THERE);
        if (sample.newest().filter(newest -> newest.status().isOpen()).isPresent()) return refuse(LaboratoryRefusal.RESULT_OPEN_ALREADY);
        if (sample.results().size() >= MOST) return refuse(LaboratoryRefusal.RESULTS_TOO_MANY, Map.of("limit", MOST));
        if (sample.issued().isPresent() && asks.because().isEmpty()) return refuse(LaboratoryRefusal.CORRECTION_WITHOUT_REASON);
        return AnalysisRules.judge(asks.readings(), sample.wanted(), asked.methods()).map(dry -> {
            LabResult result = new LabResult(asks.id(), sample.results().size() + 1, LabResult.Status.ENTERED, asks.readings(), dry, asked.person(), asked.now(),
                    Optional.empty(), Optional.empty(), Optional.empty(), asks.because(), Optional.empty());
            return step(sample, result, new LabEvent.ResultEntered(sample.code().code(), result.id(), result.number(), asks.because().orElse(null)));
        });
    }

    private static Decision<Step> verify(LabSample sample, UUID id, Asked asked) {
        LabResult result = sample.result(id).orElseThrow();
        if (result.status() != LabResult.Status.ENTERED) return stands(result);
        if (result.testerId().equals(asked.person())) return refuse(LaboratoryRefusal.TESTER_DOES_NOT_VERIFY);
        return accept(step(sample, result.verified(asked.person(), asked.now()), new LabEvent.ResultVerified(sample.code().code(), id)));
    }

    /** Also what was verified, until it is issued. */
    private static Decision<Step> sendBack(LabSample sample, UUID id, String reason, Asked asked) {
        LabResult result = sample.result(id).orElseThrow();
        if (!result.status().isOpen()) return stands(result);
        if (result.testerId().equals(asked.person())) return refuse(LaboratoryRefusal.TESTER_DOES_NOT_VERIFY);
        return accept(step(sample, result.sentBack(asked.person(), asked.now(), reason), new LabEvent.ResultSentBack(sample.code().code(), id, reason)));
    }

    private static Decision<Step> issue(LabSample sample, UUID id, Instant now) {
        LabResult result = sample.result(id).orElseThrow();
        if (result.status() != LabResult.Status.VERIFIED) return stands(result);
        return accept(step(sample, result.issued(now), new LabEvent.ResultIssued(sample.code().code(), id, result.number())));
    }

    private static Step step(LabSample sample, LabResult result, LabEvent event) {
        return new Step(sample.with(result), Optional.of(result), event);
    }

    private static Decision<Step> stands(LabResult result) {
        return refuse(LaboratoryRefusal.RESULT_STATE_DOES_NOT_ALLOW, Map.of("status", result.status().name()));
    }
}
