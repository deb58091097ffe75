package org.jucai.platform.rounds.web;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.rounds.DateWindow;
import org.jucai.platform.rounds.demand.DemandTerms;
import org.jucai.platform.rounds.demand.GrainSize;
import org.jucai.platform.rounds.demand.Invoices;
import org.jucai.platform.rounds.demand.KilnType;
import org.jucai.platform.rounds.demand.Packing;
import org.jucai.platform.rounds.demand.Payment;

/** What a member asks for, as it is sent. */
final class DemandForms {

    private DemandForms() {}

    static DemandTerms read(org.jucai.spec.model.DemandTerms form) {
        return new DemandTerms(
                form.getAcceptedGrades().stream().distinct().toList(),
                Boolean.TRUE.equals(form.getOrBetter()),
                Optional.ofNullable(form.getMinimumKg()).map(Kilograms::new),
                new Kilograms(form.getTargetKg()),
                Optional.ofNullable(form.getMaximumKg()).map(Kilograms::new),
                Optional.ofNullable(form.getPriceCapFenPerTonne()).map(FenPerTonne::new),
                Optional.ofNullable(form.getDeliveryPointId()),
                new DateWindow(form.getDeliveryFromOn(), form.getDeliveryToOn()),
                Optional.ofNullable(form.getKilnType()).map(kiln -> KilnType.valueOf(kiln.name())),
                GrainSize.valueOf(form.getSize().name()),
                Packing.valueOf(form.getPacking().name()),
                TermsForms.orEmpty(form.getApprovedSources()).stream().map(String::strip).distinct().toList(),
                Invoices.valueOf(form.getInvoices().name()),
                Payment.valueOf(form.getPayment().name()),
                TermsForms.orEmpty(form.getSpecOverrides()).stream().map(DemandForms::override).toList(),
                form.getRemark() == null ? "" : form.getRemark().strip());
    }

    /** Terms as they could be sent. */
    static org.jucai.spec.model.DemandTerms show(DemandTerms terms) {
        org.jucai.spec.model.DemandTerms form = new org.jucai.spec.model.DemandTerms();
        form.setAcceptedGrades(new LinkedHashSet<>(terms.acceptedGrades()));
        form.setOrBetter(terms.orBetter());
        terms.minimum().ifPresent(minimum -> form.setMinimumKg(minimum.kg()));
        form.setTargetKg(terms.target().kg());
        terms.maximum().ifPresent(maximum -> form.setMaximumKg(maximum.kg()));
        terms.priceCap().ifPresent(cap -> form.setPriceCapFenPerTonne(cap.fen()));
        terms.deliveryPointId().ifPresent(form::setDeliveryPointId);
        form.setDeliveryFromOn(terms.window().fromOn());
        form.setDeliveryToOn(terms.window().toOn());
        terms.kilnType().ifPresent(kiln -> form.setKilnType(org.jucai.spec.model.KilnType.valueOf(kiln.name())));
        form.setSize(org.jucai.spec.model.GrainSize.valueOf(terms.size().name()));
        form.setPacking(org.jucai.spec.model.Packing.valueOf(terms.packing().name()));
        form.setApprovedSources(terms.approvedSources());
        form.setInvoices(org.jucai.spec.model.Invoices.valueOf(terms.invoices().name()));
        form.setPayment(org.jucai.spec.model.Payment.valueOf(terms.payment().name()));
        form.setSpecOverrides(terms.specOverrides().stream().map(DemandViews::override).toList());
        form.setRemark(terms.remark());
        return form;
    }

    private static DemandTerms.SpecOverride override(org.jucai.spec.model.SpecOverride form) {
        return new DemandTerms.SpecOverride(form.getProperty(), optional(form.getMinimumPpm()), optional(form.getMaximumPpm()));
    }

    private static OptionalLong optional(@Nullable Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
