package org.jucai.platform.inspection.web;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jucai.platform.formulas.FormulaWords;
import org.jucai.platform.formulas.clause.Measure;
import org.jucai.platform.inspection.Adjustment;
import org.jucai.platform.inspection.Batch;
import org.jucai.platform.inspection.Drawn;
import org.jucai.platform.inspection.InspectionBoard;
import org.jucai.platform.inspection.Issued;
import org.jucai.platform.inspection.SampleKind;
import org.jucai.platform.inspection.laboratory.LabResult;
import org.jucai.platform.membership.PartyName;
import org.jucai.spec.model.AdjustmentStep;
import org.jucai.spec.model.BatchAdjustment;
import org.jucai.spec.model.BatchContest;
import org.jucai.spec.model.BatchDecision;
import org.jucai.spec.model.BatchFinding;
import org.jucai.spec.model.BatchInspectionStatus;
import org.jucai.spec.model.BatchLoad;
import org.jucai.spec.model.BatchQualityStatus;
import org.jucai.spec.model.BatchResult;
import org.jucai.spec.model.BatchSample;
import org.jucai.spec.model.BatchSampleKind;
import org.jucai.spec.model.FinalReading;
import org.jucai.spec.model.FormulaProperty;
import org.jucai.spec.model.FormulaVerdict;
import org.jucai.spec.model.InspectionBatch;
import org.jspecify.annotations.Nullable;

/** Batches as they leave by HTTP, for one reader. */
final class BatchViews {

    private final InspectionBoard.Shown shown;
    private final Batch batch;
    private final Map<UUID, PartyName> names;
    private final Reader reader;

    private BatchViews(InspectionBoard.Shown shown, Map<UUID, PartyName> names, Reader reader) {
        this.shown = shown;
        this.batch = shown.batch();
        this.names = names;
        this.reader = reader;
    }

    /** Who reads it, and in which language. */
    record Reader(UUID party, Locale locale, FormulaWords words) {}

    /** Whose names are said. */
    static Set<UUID> parties(List<InspectionBoard.Shown> all) {
        Set<UUID> parties = new HashSet<>();
        for (InspectionBoard.Shown each : all) {
            parties.addAll(List.of(each.batch().of().sellerId(), each.batch().of().buyerId(), each.batch().of().receiverId()));
            each.batch().loads().forEach(load -> parties.add(load.memberId()));
            each.batch().inspection().samples().forEach(sample -> parties.add(sample.laboratoryId()));
            each.batch().inspection().contest().ifPresent(contest -> parties.add(contest.by()));
            each.batch().decision().flatMap(Batch.Decided::by).ifPresent(parties::add);
        }
        return parties;
    }

    static InspectionBatch show(InspectionBoard.Shown shown, Map<UUID, PartyName> names, Reader reader) {
        return new BatchViews(shown, names, reader).view();
    }

    private InspectionBatch view() {
        Batch.Of of = batch.of();
        InspectionBatch view = new InspectionBatch(batch.id(), batch.code(), of.contractId(), of.roundId(), of.sellerId(), of.buyerId(), of.receiverId(), batch.goods().grade(), batch.goods().size(),
                batch.goods().packing(), batch.disputeDays(), BatchInspectionStatus.valueOf(batch.inspection().status().name()), BatchQualityStatus.valueOf(batch.quality().name()),
                batch.version(), batch.formedAt(), batch.loads().stream().map(this::load).toList(), batch.inspection().samples().stream().map(this::sample).toList(), results(),
                shown.adjustments().stream().map(this::adjustment).toList(),
                shown.offered(reader.party()).stream().map(act -> InspectionBatch.AllowedCommandsEnum.valueOf(act.name())).toList());
        view.setSellerName(name(of.sellerId()));
        view.setBuyerName(name(of.buyerId()));
        view.setReceiverName(name(of.receiverId()));
        outcome(view);
        return view;
    }

    private @Nullable String name(UUID party) {
        return Optional.ofNullable(names.get(party)).map(PartyName::nameZh).orElse(null);
    }

    private void outcome(InspectionBatch view) {
        batch.inspection().contest().ifPresent(it -> {
            BatchContest contest = new BatchContest(it.resultId(), it.by(), it.grounds(), it.retest(), it.at());
            contest.setByName(name(it.by()));
            view.setContest(contest);
        });
        batch.inspection().found().ifPresent(it -> view.setFound(new BatchFinding(BatchFinding.BecauseEnum.valueOf(it.because().name()), it.resultId(),
                it.dry().entrySet().stream().sorted(Map.Entry.comparingByKey()).map(each -> new FinalReading(LaboratoryViews.property(each.getKey()), each.getValue())).toList(), it.at())));
        batch.decision().ifPresent(it -> {
            BatchDecision decision = new BatchDecision(it.at());
            it.by().ifPresent(by -> {
                decision.setById(by);
                decision.setByName(name(by));
            });
            it.reason().ifPresent(decision::setReason);
            view.setDecided(decision);
        });
    }

    private BatchLoad load(Batch.Load it) {
        BatchLoad view = new BatchLoad(it.deliveryId(), it.code(), it.itemId(), it.memberId(), it.mass().kg(), it.on());
        view.setMemberName(name(it.memberId()));
        return view;
    }

    private BatchSample sample(Drawn it) {
        BatchSample view = new BatchSample(BatchSampleKind.valueOf(it.kind().name()), it.laboratoryId(), it.seal());
        view.setLaboratoryName(name(it.laboratoryId()));
        Optional.ofNullable(shown.samples().get(it.code())).ifPresent(known -> view.setStatus(BatchSample.StatusEnum.valueOf(known.status().name())));
        if (shown.showsCodes(reader.party())) view.setCode(it.code().code());
        return view;
    }

    /** Those that count; the readings are the laboratory's own words. */
    private List<BatchResult> results() {
        return batch.inspection().issued().entrySet().stream().sorted(Comparator.comparing(Map.Entry::getKey)).flatMap(each -> result(each.getKey(), each.getValue())).toList();
    }

    private Stream<BatchResult> result(SampleKind kind, Issued issued) {
        Optional<LabResult> version = shown.samples().values().stream().flatMap(sample -> sample.result(issued.resultId()).stream()).findFirst();
        return version.stream().map(it -> {
            BatchResult view = new BatchResult(it.id(), BatchSampleKind.valueOf(kind.name()), it.number(), LaboratoryViews.readings(it), issued.issuedAt(), issued.contestUntil());
            it.because().ifPresent(view::setBecause);
            return view;
        });
    }

    private BatchAdjustment adjustment(Adjustment it) {
        return new BatchAdjustment(it.itemId(), it.mass().kg(), FormulaVerdict.valueOf(it.verdict().name()), it.baseFen(), it.payableFen(), it.payableFen() - it.baseFen(),
                it.steps().stream().map(this::step).toList());
    }

    private AdjustmentStep step(Adjustment.Step it) {
        String property = it.property();
        String said = property == null ? "" : reader.words().property(Measure.valueOf(property), reader.locale());
        AdjustmentStep view = new AdjustmentStep(it.lot(), it.kind(), it.where(), reader.words().say("step." + it.kind(), reader.locale(), Map.of("property", said)), it.arithmetic(),
                it.value(), it.unit());
        if (property != null) view.setProperty(FormulaProperty.fromValue(property));
        return view;
    }
}
