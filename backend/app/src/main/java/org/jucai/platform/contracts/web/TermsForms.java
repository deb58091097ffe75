package org.jucai.platform.contracts.web;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.contracts.ContractTerms;
import org.jucai.platform.contracts.DeliveryTerms;
import org.jucai.platform.contracts.FormulaStamps;
import org.jucai.spec.model.ContractFormulaChoice;
import org.jucai.spec.model.ContractPayment;
import org.jucai.spec.model.ContractTermsForm;
import org.jucai.spec.model.FeeBasis;
import org.jucai.spec.model.MoistureRule;
import org.jucai.spec.model.PaymentTrigger;
import org.jucai.spec.model.SettlingTicket;

/** Terms between the specification's words and the module's. */
final class TermsForms {

    private TermsForms() {}

    static ContractTerms.Payment payment(ContractPayment form) {
        return new ContractTerms.Payment(ContractTerms.Trigger.valueOf(form.getTrigger().name()), form.getDays());
    }

    /** The fee's rate is the award's. */
    static ContractTerms terms(ContractPayment payment, ContractTermsForm form) {
        DeliveryTerms delivery = new DeliveryTerms(form.getToleranceBp(), DeliveryTerms.Ticket.valueOf(form.getSettlingTicket().name()), form.getWeighingDifferencePermille(),
                new DeliveryTerms.Moisture(DeliveryTerms.MoistureRule.valueOf(form.getMoistureRule().name()), form.getMoistureLimitPpm()));
        return new ContractTerms(payment(payment), form.getLateInterestPpmPerDay(), new ContractTerms.Fee(ContractTerms.FeeBasis.valueOf(form.getFeeBasis().name()), 0), delivery,
                List.of(), form.getDisputeDays(), Optional.ofNullable(form.getApprovalReference()), List.copyOf(form.getSupplementaryClauses()));
    }

    static List<FormulaStamps.Choice> formulas(@Nullable List<ContractFormulaChoice> forms) {
        return forms == null ? List.of() : forms.stream().map(TermsForms::choice).toList();
    }

    private static FormulaStamps.Choice choice(ContractFormulaChoice form) {
        Long version = form.getVersion();
        return new FormulaStamps.Choice(form.getGrade(), Optional.ofNullable(form.getFormulaId()), version == null ? OptionalLong.empty() : OptionalLong.of(version));
    }

    /** Without its formulas, which are read apart. */
    static org.jucai.spec.model.ContractTerms shown(ContractTerms terms) {
        DeliveryTerms delivery = terms.delivery();
        return new org.jucai.spec.model.ContractTerms(
                new ContractPayment(PaymentTrigger.valueOf(terms.payment().trigger().name()), terms.payment().days()), terms.lateInterestPpmPerDay(),
                FeeBasis.valueOf(terms.fee().basis().name()), terms.fee().rateBp(), delivery.toleranceBp(), SettlingTicket.valueOf(delivery.ticket().name()),
                delivery.weighingDifferencePermille(), MoistureRule.valueOf(delivery.moisture().rule().name()), delivery.moisture().limitPpm(), terms.disputeDays(),
                terms.supplementary()).approvalReference(terms.approvalReference().orElse(null));
    }
}
