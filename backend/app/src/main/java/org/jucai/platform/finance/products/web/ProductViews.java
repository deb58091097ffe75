package org.jucai.platform.finance.products.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.finance.products.DayCount;
import org.jucai.platform.finance.products.Figure;
import org.jucai.platform.finance.products.ProductTerms;
import org.jucai.platform.finance.products.ProductVersion;
import org.jucai.platform.finance.products.Simulation;
import org.jucai.platform.finance.products.Waterfall;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.membership.PartyName;
import org.jucai.spec.model.DepositUse;
import org.jucai.spec.model.FinanceProductDetail;
import org.jucai.spec.model.FinanceProductTerms;
import org.jucai.spec.model.FinanceProductVersion;
import org.jucai.spec.model.FinanceProductView;
import org.jucai.spec.model.FinancedAgainst;
import org.jucai.spec.model.InterestDayCount;
import org.jucai.spec.model.LossTranche;
import org.jucai.spec.model.ProductFigure;
import org.jucai.spec.model.ProductGuarantor;
import org.jucai.spec.model.SimulatedBeginning;
import org.jucai.spec.model.SimulatedOutcome;

/** Products as the specification writes them, and back. */
final class ProductViews {

    private ProductViews() {}

    static ProductTerms terms(FinanceProductTerms form) {
        return new ProductTerms(form.getNameZh().strip(), form.getNameEn().strip(), form.getOffered(),
                new ProductTerms.Security(form.getDepositShareBp(), ProductTerms.DepositUse.valueOf(form.getDepositUse().name()), form.getAdvanceRatioBp(),
                        ProductTerms.Against.valueOf(form.getAgainst().name())),
                new ProductTerms.Pledge(form.getCeilingBp(), form.getWatchBp(), form.getCallBp(), form.getDisposeBp(), form.getCureDays()),
                new ProductTerms.Pricing(form.getRatePpm(), form.getOverdueRatePpm(), form.getFeePpm(), DayCount.valueOf(form.getDayCount().name())),
                new ProductTerms.Tenor(form.getUsualTenorDays(), form.getMostTenorDays()),
                new ProductTerms.Conversion(form.getCommitted(), form.getCancellableFactorBp(), form.getCommittedFactorBp()),
                new ProductTerms.Fund(form.getFundShareBp(), form.getFundMultiplier()),
                Optional.ofNullable(form.getGuarantor()).map(one -> new ProductTerms.Guarantor(one.getName().strip(), one.getLicence().strip(), one.getShareBp(), one.getFeePpm())),
                form.getToBeVerified().stream().map(one -> Figure.valueOf(one.name())).collect(Collectors.toSet()));
    }

    static FinanceProductTerms form(ProductTerms it) {
        FinanceProductTerms form = new FinanceProductTerms().nameZh(it.nameZh()).nameEn(it.nameEn()).offered(it.offered())
                .depositShareBp(it.security().depositShareBp()).depositUse(DepositUse.valueOf(it.security().depositUse().name()))
                .advanceRatioBp(it.security().advanceRatioBp()).against(FinancedAgainst.valueOf(it.security().against().name()))
                .ceilingBp(it.pledge().ceilingBp()).watchBp(it.pledge().watchBp()).callBp(it.pledge().callBp()).disposeBp(it.pledge().disposeBp()).cureDays(it.pledge().cureDays())
                .ratePpm(it.pricing().ratePpm()).overdueRatePpm(it.pricing().overdueRatePpm()).feePpm(it.pricing().feePpm())
                .dayCount(InterestDayCount.valueOf(it.pricing().dayCount().name()))
                .usualTenorDays(it.tenor().usualDays()).mostTenorDays(it.tenor().mostDays())
                .committed(it.conversion().committed()).cancellableFactorBp(it.conversion().cancellableBp()).committedFactorBp(it.conversion().committedBp())
                .fundShareBp(it.fund().shareBp()).fundMultiplier(it.fund().multiplier())
                .toBeVerified(it.toBeVerified().stream().sorted().map(one -> ProductFigure.valueOf(one.name())).collect(Collectors.toCollection(java.util.LinkedHashSet::new)));
        it.guarantor().ifPresent(one -> form.setGuarantor(new ProductGuarantor(one.name(), one.licence(), one.shareBp(), one.feePpm())));
        return form;
    }

    static FinanceProductView show(ProductVersion it, Map<UUID, PartyName> names, Actor reader) {
        FinanceProductView view = new FinanceProductView().id(it.id()).version(it.version()).newestVersion(it.newest()).bankId(it.bankId()).terms(form(it.terms()))
                .enteredAt(it.enteredAt())
                .allowedCommands(revises(it, reader) ? List.of(FinanceProductView.AllowedCommandsEnum.REVISE) : List.of());
        it.note().ifPresent(view::setNote);
        Optional.ofNullable(names.get(it.bankId())).ifPresent(name -> view.setBankName(name.nameZh()));
        return view;
    }

    static FinanceProductDetail detail(ProductVersion it, List<ProductVersion> versions, Map<UUID, PartyName> names, Actor reader) {
        FinanceProductDetail view = new FinanceProductDetail().id(it.id()).version(it.version()).newestVersion(it.newest()).bankId(it.bankId()).terms(form(it.terms()))
                .enteredAt(it.enteredAt())
                .allowedCommands(revises(it, reader) ? List.of(FinanceProductDetail.AllowedCommandsEnum.REVISE) : List.of())
                .versions(versions.stream().map(ProductViews::version).toList());
        it.note().ifPresent(view::setNote);
        Optional.ofNullable(names.get(it.bankId())).ifPresent(name -> view.setBankName(name.nameZh()));
        return view;
    }

    private static boolean revises(ProductVersion it, Actor reader) {
        return it.version() == it.newest() && reader.actsFor(it.bankId());
    }

    private static FinanceProductVersion version(ProductVersion it) {
        FinanceProductVersion view = new FinanceProductVersion(it.version(), it.enteredAt());
        it.note().ifPresent(view::setNote);
        return view;
    }

    static SimulatedBeginning begin(Simulation.Begin it) {
        return new SimulatedBeginning(it.worth().fen(), it.loan().fen(), it.deposit().fen(), it.ownMoney().fen(), it.interest().fen(), it.fees().fen(), it.callAt().fen());
    }

    static SimulatedOutcome outcome(Simulation.Outcome it) {
        List<LossTranche> tranches = it.waterfall().map(Waterfall::tranches).orElse(List.of()).stream()
                .map(one -> new LossTranche(LossTranche.SourceEnum.valueOf(one.source().name()), one.most().fen(), one.pays().fen())).toList();
        return new SimulatedOutcome().priceChangeBp(it.scenario().priceChangeBp()).defaults(it.scenario().defaults()).debtFen(it.debt().fen())
                .goodsWorthFen(it.goodsWorth().fen()).pledgeRateBp(it.pledgeRateBp()).state(SimulatedOutcome.StateEnum.valueOf(it.state().name()))
                .memberFen(it.payoff().member().fen()).bankFen(it.payoff().bank().fen()).fundFen(it.payoff().fund().fen()).guarantorFen(it.payoff().guarantor().fen())
                .tranches(tranches);
    }
}
