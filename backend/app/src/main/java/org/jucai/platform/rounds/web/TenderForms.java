package org.jucai.platform.rounds.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.rounds.AwardRule;
import org.jucai.platform.rounds.RoundCommand;
import org.jucai.platform.rounds.RoundEvent;
import org.jucai.platform.rounds.RoundRefusal;
import org.jucai.platform.rounds.TenderTerms;
import org.jucai.spec.model.Assessor;
import org.jucai.spec.model.CallSecondQuote;
import org.jucai.spec.model.OwnFreight;
import org.jucai.spec.model.ResumeRound;

/** What offers are asked for with, as it is sent, and as it is shown. */
final class TenderForms {

    private TenderForms() {}

    static TenderTerms read(org.jucai.spec.model.TenderTerms form) {
        org.jucai.spec.model.TenderTerms usual = new org.jucai.spec.model.TenderTerms();
        return new TenderTerms(form.getOffersDueAt(), form.getOpensAt(), or(form.getOffersValidDays(), usual.getOffersValidDays()),
                or(form.getSecondQuote(), usual.getSecondQuote()), form.getBillRateBp(),
                or(form.getSilenceConfirmsAfterWorkingDays(), usual.getSilenceConfirmsAfterWorkingDays()),
                TermsForms.orEmpty(form.getRules()).stream().map(TenderForms::rule).toList(),
                TenderTerms.ShareRule.valueOf(or(form.getShareRule(), usual.getShareRule()).name()),
                TenderTerms.CostRule.valueOf(or(form.getCostRule(), usual.getCostRule()).name()), or(form.getTieRuleVersion(), usual.getTieRuleVersion()),
                TermsForms.orEmpty(form.getOwnFreight()).stream().map(each -> new TenderTerms.OwnFreight(each.getZone(), each.getFenPerTonne())).toList(),
                or(form.getFeeRateBp(), usual.getFeeRateBp()), Optional.ofNullable(form.getQuestionsUntilAt()));
    }

    private static AwardRule rule(org.jucai.spec.model.AwardRule form) {
        String id = form.getId();
        Optional<UUID> lot = Optional.ofNullable(form.getLotId());
        return switch (form.getKind()) {
            case MAX_SUPPLIERS -> new AwardRule.MaxSuppliers(id, said(form.getCount(), id));
            case MIN_SUPPLIERS -> new AwardRule.MinSuppliers(id, said(form.getCount(), id));
            case MAX_SUPPLIERS_PER_LOT -> new AwardRule.MaxSuppliersPerLot(id, said(form.getCount(), id), lot);
            case MIN_SUPPLIERS_PER_LOT -> new AwardRule.MinSuppliersPerLot(id, said(form.getCount(), id), lot);
            case MAX_SUPPLIER_SHARE -> new AwardRule.MaxSupplierShare(id, said(form.getShareBp(), id), of(form));
            case MAX_GROUP_SHARE -> new AwardRule.MaxGroupShare(id, said(form.getShareBp(), id), of(form));
            case MIN_SMALL_SHARE -> new AwardRule.MinSmallShare(id, said(form.getShareBp(), id));
            case EXCLUDED_PAIR -> new AwardRule.ExcludedPair(id, said(form.getSupplierId(), id), said(form.getLotId(), id), said(form.getReason(), id));
            case QUALITY -> new AwardRule.Quality(id, said(form.getAttribute(), id), maybe(form.getAtLeastPpm()), maybe(form.getAtMostPpm()), lot);
            case WHOLE_TRUCKS -> new AwardRule.WholeTrucks(id, new Kilograms(said(form.getTruckKg(), id)));
        };
    }

    private static AwardRule.ShareOf of(org.jucai.spec.model.AwardRule form) {
        return AwardRule.ShareOf.valueOf(said(form.getOf(), form.getId()).name());
    }

    private static <T> T said(@Nullable T value, String rule) {
        if (value == null) throw new RefusedException(RoundRefusal.AWARD_RULE_UNSOUND, Map.of("rule", rule));
        return value;
    }

    private static OptionalInt maybe(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    static org.jucai.spec.model.TenderTerms show(TenderTerms terms) {
        org.jucai.spec.model.TenderTerms form = new org.jucai.spec.model.TenderTerms();
        form.setOffersDueAt(terms.offersDueAt());
        form.setOpensAt(terms.opensAt());
        form.setOffersValidDays(terms.offersValidDays());
        form.setSecondQuote(terms.secondQuote());
        form.setBillRateBp(terms.billRateBp());
        form.setSilenceConfirmsAfterWorkingDays(terms.silenceConfirmsAfterWorkingDays());
        form.setRules(terms.rules().stream().map(TenderForms::show).toList());
        form.setShareRule(org.jucai.spec.model.TenderTerms.ShareRuleEnum.valueOf(terms.shareRule().name()));
        form.setCostRule(org.jucai.spec.model.TenderTerms.CostRuleEnum.valueOf(terms.costRule().name()));
        form.setTieRuleVersion(terms.tieRuleVersion());
        form.setOwnFreight(terms.ownFreight().stream().map(each -> new OwnFreight(each.zone(), each.fenPerTonne())).toList());
        form.setFeeRateBp(terms.feeRateBp());
        form.setQuestionsUntilAt(terms.questionsUntil());
        return form;
    }

    private static org.jucai.spec.model.AwardRule show(AwardRule rule) {
        org.jucai.spec.model.AwardRule form = new org.jucai.spec.model.AwardRule(rule.id(), kind(rule));
        rule.lot().ifPresent(form::setLotId);
        switch (rule) {
            case AwardRule.MaxSuppliers(_, var count) -> form.setCount(count);
            case AwardRule.MinSuppliers(_, var count) -> form.setCount(count);
            case AwardRule.MaxSuppliersPerLot(_, var count, _) -> form.setCount(count);
            case AwardRule.MinSuppliersPerLot(_, var count, _) -> form.setCount(count);
            case AwardRule.MaxSupplierShare(_, var share, var of) -> form.shareBp(share).of(org.jucai.spec.model.AwardRule.OfEnum.valueOf(of.name()));
            case AwardRule.MaxGroupShare(_, var share, var of) -> form.shareBp(share).of(org.jucai.spec.model.AwardRule.OfEnum.valueOf(of.name()));
            case AwardRule.MinSmallShare(_, var share) -> form.setShareBp(share);
            case AwardRule.ExcludedPair(_, var supplier, _, var reason) -> form.supplierId(supplier).reason(reason);
            case AwardRule.Quality(_, var attribute, var atLeast, var atMost, _) -> {
                form.setAttribute(attribute);
                atLeast.ifPresent(form::setAtLeastPpm);
                atMost.ifPresent(form::setAtMostPpm);
            }
            case AwardRule.WholeTrucks(_, var truck) -> form.setTruckKg(truck.kg());
        }
        return form;
    }

    private static org.jucai.spec.model.AwardRuleKind kind(AwardRule rule) {
        return switch (rule) {
            case AwardRule.MaxSuppliers _ -> org.jucai.spec.model.AwardRuleKind.MAX_SUPPLIERS;
            case AwardRule.MinSuppliers _ -> org.jucai.spec.model.AwardRuleKind.MIN_SUPPLIERS;
            case AwardRule.MaxSuppliersPerLot _ -> org.jucai.spec.model.AwardRuleKind.MAX_SUPPLIERS_PER_LOT;
            case AwardRule.MinSuppliersPerLot _ -> org.jucai.spec.model.AwardRuleKind.MIN_SUPPLIERS_PER_LOT;
            case AwardRule.MaxSupplierShare _ -> org.jucai.spec.model.AwardRuleKind.MAX_SUPPLIER_SHARE;
            case AwardRule.MaxGroupShare _ -> org.jucai.spec.model.AwardRuleKind.MAX_GROUP_SHARE;
            case AwardRule.MinSmallShare _ -> org.jucai.spec.model.AwardRuleKind.MIN_SMALL_SHARE;
            case AwardRule.ExcludedPair _ -> org.jucai.spec.model.AwardRuleKind.EXCLUDED_PAIR;
            case AwardRule.Quality _ -> org.jucai.spec.model.AwardRuleKind.QUALITY;
            case AwardRule.WholeTrucks _ -> org.jucai.spec.model.AwardRuleKind.WHOLE_TRUCKS;
        };
    }

    /** What is said to be nothing is what the specification takes for it. */
    private static <T> T or(@Nullable T said, T usual) {
        return said == null ? usual : said;
    }

    static List<RoundEvent.Assessor> panel(List<Assessor> panel) {
        return panel.stream().map(one -> new RoundEvent.Assessor(one.getName().strip(), one.getOrganisation().strip(),
                Boolean.TRUE.equals(one.getExpert()))).toList();
    }

    static RoundCommand secondQuote(CallSecondQuote form) {
        return new RoundCommand.CallSecondQuote(form.getOffersDueAt(), Optional.ofNullable(form.getOpensAt()), form.getReason());
    }

    static RoundCommand resume(ResumeRound form) {
        return new RoundCommand.Resume(new RoundCommand.NewDates(Optional.ofNullable(form.getCollectingEndsAt()),
                Optional.ofNullable(form.getOffersDueAt()), Optional.ofNullable(form.getOpensAt())), form.getReason());
    }
}
