package org.jucai.platform.trace.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.contracts.ContractItem;
import org.jucai.platform.contracts.custody.Parcel;
import org.jucai.platform.contracts.deliveries.Delivery;
import org.jucai.platform.contracts.weighing.WeighTicket;
import org.jucai.platform.membership.PartyName;
import org.jucai.platform.recovery.Recall;
import org.jucai.platform.trace.Trace;
import org.jucai.platform.trace.TraceBoard;
import org.jucai.platform.trace.TraceStep;
import org.jucai.spec.model.DeliveryStatus;
import org.jucai.spec.model.FinalReading;
import org.jucai.spec.model.FormulaProperty;
import org.jucai.spec.model.GoodsTrace;
import org.jucai.spec.model.LabelView;
import org.jucai.spec.model.RecallStatus;
import org.jucai.spec.model.TraceKind;
import org.jucai.spec.model.TraceProof;
import org.jucai.spec.model.TraceStepKind;
import org.jucai.spec.model.TraceStepView;
import org.jucai.spec.model.TracedDelivery;
import org.jucai.spec.model.TracedParcel;
import org.jucai.spec.model.TracedRecall;
import org.jucai.spec.model.TracedTicket;

/** A code's way as it leaves by HTTP. */
final class TraceViews {

    private final Map<UUID, PartyName> names;

    TraceViews(Map<UUID, PartyName> names) {
        this.names = names;
    }

    /** To whom the goods concern nothing: the code is one of ours. */
    static GoodsTrace bare(Trace trace) {
        return new GoodsTrace(trace.code().printed(), TraceKind.valueOf(trace.code().kind().name()), trace.sealed(), false, List.of(), List.of(), List.of(), List.of());
    }

    GoodsTrace show(Trace trace, Trace.Known known) {
        GoodsTrace view = bare(trace).concerned(true)
                .deliveries(known.trucks().stream().map(truck -> delivery(truck.delivery(), known.origin())).toList())
                .steps(known.steps().stream().map(this::step).toList())
                .parcels(known.parcels().stream().map(this::parcel).toList())
                .recalls(known.recalls().stream().map(TraceViews::recall).toList());
        known.batch().ifPresent(batch -> view.batchCode(batch.batch().code()).batchId(batch.batch().id()));
        known.origin().map(item -> item.goods().source()).ifPresent(view::setSource);
        known.parcel().map(this::parcel).ifPresent(view::setParcel);
        return view;
    }

    private @Nullable String name(UUID party) {
        return Optional.ofNullable(names.get(party)).map(PartyName::nameZh).orElse(null);
    }

    private TracedDelivery delivery(Delivery it, Optional<ContractItem> origin) {
        TracedDelivery view = new TracedDelivery(it.id(), it.code(), it.agreed().grade(), it.agreed().size(), it.agreed().packing(), DeliveryStatus.valueOf(it.status().name()),
                it.of().contractId(), it.of().roundId(), it.concerned().sellerId());
        view.setSellerName(name(it.concerned().sellerId()));
        view.setMemberName(name(it.concerned().memberId()));
        it.concerned().storeId().ifPresent(store -> view.setStoreName(name(store)));
        it.settled().ifPresent(mass -> view.setMassKg(mass.kg()));
        origin.ifPresent(item -> view.setLotId(item.lotId()));
        return view;
    }

    private TracedParcel parcel(Parcel it) {
        TracedParcel view = new TracedParcel(TraceBoard.code(it).printed(), it.mass().kg(), TracedParcel.PlaceEnum.valueOf(it.standing().place().kind().name()),
                it.standing().underTest(), it.standing().pledgeeId().isPresent());
        view.setKeeperName(name(it.standing().place().keeperId()));
        view.setOwnerName(name(it.standing().ownerId()));
        return view;
    }

    private static TracedRecall recall(Recall it) {
        return new TracedRecall(it.id(), it.code(), RecallStatus.valueOf(it.status().name()), it.opened().reason(), it.opened().at());
    }

    private TraceStepView step(TraceStep it) {
        TraceStep.Facts facts = it.facts();
        TraceStepView view = new TraceStepView(TraceStepKind.valueOf(it.kind().name()),
                facts.readings().entrySet().stream().sorted(Map.Entry.comparingByKey()).map(each -> new FinalReading(FormulaProperty.fromValue(each.getKey()), each.getValue())).toList(),
                it.proofs().stream().map(TraceViews::proof).toList());
        it.at().ifPresent(view::setAt);
        it.by().ifPresent(by -> view.byId(by).byName(name(by)));
        if (facts.massKg() > 0) view.setMassKg(facts.massKg());
        facts.reference().ifPresent(view::setReference);
        facts.words().ifPresent(view::setWords);
        facts.ticket().map(TraceViews::ticket).ifPresent(view::setTicket);
        return view;
    }

    private static TracedTicket ticket(WeighTicket it) {
        return new TracedTicket(it.weighing().gross().kg(), it.weighing().tare().kg(), it.weighing().statedAt());
    }

    private static TraceProof proof(TraceStep.Proof it) {
        TraceProof view = new TraceProof(TraceProof.OfEnum.valueOf(it.of().name()), it.name());
        it.sha256().ifPresent(view::setSha256);
        it.link().ifPresent(view::setLink);
        return view;
    }

    LabelView label(TraceBoard.Label it) {
        LabelView view = new LabelView(it.code().printed(), it.code().plain(), TraceKind.valueOf(it.code().kind().name()), it.seal(), it.goods().grade(), it.goods().size(),
                it.goods().packing(), it.goods().sellerId());
        view.setSellerName(name(it.goods().sellerId()));
        return view;
    }
}
