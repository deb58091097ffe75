package org.jucai.platform.rounds.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.web.Words;
import org.jucai.platform.membership.PartyName;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.demand.DemandLine;
import org.jucai.platform.rounds.demand.DemandTerms;
import org.jucai.platform.rounds.demand.LineStatus;
import org.jucai.spec.model.DemandLine.AllowedCommandsEnum;
import org.jucai.spec.model.GrainSize;
import org.jucai.spec.model.Invoices;
import org.jucai.spec.model.KilnType;
import org.jucai.spec.model.Packing;
import org.jucai.spec.model.Payment;
import org.jucai.spec.model.SpecOverride;
import org.springframework.stereotype.Component;

/** A demand line as its readers see it; the price cap is its owner's alone. */
@Component
class DemandViews {

    private final Words words;

    DemandViews(Words words) {
        this.words = words;
    }

    /**
     * Who reads.
     *
     * @param owner whether the line's own enterprise reads it
     * @param open whether its round takes changes now
     */
    record Reader(boolean owner, boolean open, boolean adding, Locale locale) {}

    org.jucai.spec.model.DemandLine show(DemandLine line, @Nullable PartyName enterprise, Reader reader) {
        org.jucai.spec.model.DemandLine view = new org.jucai.spec.model.DemandLine();
        view.setId(line.id());
        view.setCode(line.code());
        view.setRoundId(line.roundId());
        view.setEnterpriseId(line.enterpriseId());
        view.setEnterpriseCode(enterprise == null ? "" : enterprise.code());
        view.setEnterpriseName(enterprise == null ? "" : enterprise.nameZh());
        view.setStatus(org.jucai.spec.model.LineStatus.valueOf(line.status().name()));
        view.setVersion(line.version());
        view.setEnteredForMember(line.enteredForMember());
        line.lotId().ifPresent(view::setLotId);
        view.setSubmittedAt(line.submittedAt());
        view.setNotes(notes(line, reader));
        view.setAllowedCommands(allowed(line, reader));
        terms(view, line, reader.owner());
        return view;
    }

    private static void terms(org.jucai.spec.model.DemandLine view, DemandLine line, boolean owner) {
        view.setAcceptedGrades(line.acceptedGrades());
        view.setOrBetter(line.orBetter());
        view.setMinimumKg(line.minimum().kg());
        view.setTargetKg(line.target().kg());
        view.setMaximumKg(line.maximum().kg());
        if (owner) view.setPriceCapFenPerTonne(line.priceCap().map(FenPerTonne::fen).orElse(null));
        view.setDeliveryPointId(line.place().id());
        view.setDeliveryPointName(line.place().name());
        view.setZone(line.place().zone());
        view.setDeliveryFromOn(line.window().fromOn());
        view.setDeliveryToOn(line.window().toOn());
        line.kilnType().ifPresent(kiln -> view.setKilnType(KilnType.valueOf(kiln.name())));
        view.setSize(GrainSize.valueOf(line.size().name()));
        view.setPacking(Packing.valueOf(line.packing().name()));
        view.setApprovedSources(line.approvedSources());
        view.setInvoices(Invoices.valueOf(line.invoices().name()));
        view.setPayment(Payment.valueOf(line.payment().name()));
        view.setSpecOverrides(line.specOverrides().stream().map(DemandViews::override).toList());
        view.setRemark(line.remark());
    }

    static SpecOverride override(DemandTerms.SpecOverride override) {
        SpecOverride view = new SpecOverride(override.property());
        view.setMinimumPpm(orNull(override.minimumPpm()));
        view.setMaximumPpm(orNull(override.maximumPpm()));
        return view;
    }

    private static @Nullable Long orNull(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    /** What was filled in for the member is said on confirmation. */
    private List<String> notes(DemandLine line, Reader reader) {
        List<String> notes = new ArrayList<>();
        if (line.minimum().equals(line.target())) notes.add(say("line.note.minimum-is-target", line.minimum(), reader.locale()));
        if (line.maximum().equals(line.target())) notes.add(say("line.note.maximum-is-target", line.maximum(), reader.locale()));
        if (line.enteredForMember() && line.status() == LineStatus.DRAFT) notes.add(words.say("line.note.waits-for-member", reader.locale(), Map.of()));
        return notes;
    }

    private String say(String key, Kilograms mass, Locale locale) {
        String tonnes = java.math.BigDecimal.valueOf(mass.kg(), 3).stripTrailingZeros().toPlainString();
        return words.say(key, locale, Map.of("tonnes", tonnes));
    }

    private static List<AllowedCommandsEnum> allowed(DemandLine line, Reader reader) {
        if (!reader.open()) return List.of();
        return switch (line.status()) {
            case DRAFT -> reader.owner()
                    ? List.of(AllowedCommandsEnum.CONFIRM, AllowedCommandsEnum.EDIT, AllowedCommandsEnum.WITHDRAW)
                    : List.of(AllowedCommandsEnum.EDIT, AllowedCommandsEnum.WITHDRAW);
            case SUBMITTED -> List.of(AllowedCommandsEnum.EDIT, AllowedCommandsEnum.WITHDRAW);
            case COMMITTED, POOLED -> reader.adding() ? List.of(AllowedCommandsEnum.ADD) : List.of();
            case ALLOCATED, FULFILLED, WITHDRAWN, REJECTED, LAPSED, DEFAULTED -> List.of();
        };
    }

    static Reader reader(DemandLine line, Round round, org.jucai.platform.kernel.Caller caller) {
        return new Reader(caller.actor().actsFor(line.enterpriseId()), round.takesDemandAt(caller.now()), round.fillsGapAt(caller.now()), caller.locale());
    }
}
