package org.jucai.platform.settlement.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.membership.PartyName;
import org.jucai.platform.settlement.Invoice;
import org.jucai.platform.settlement.Line;
import org.jucai.platform.settlement.Payment;
import org.jucai.platform.settlement.Statement;
import org.jucai.platform.settlement.StatementBoard;
import org.jucai.platform.settlement.reckoning.Amounts;
import org.jucai.platform.settlement.reckoning.Debt;
import org.jucai.platform.settlement.reckoning.Step;
import org.jucai.platform.settlement.reckoning.TaxLine;
import org.jucai.spec.model.ContractKind;
import org.jucai.spec.model.DebtPart;
import org.jucai.spec.model.FourFlows;
import org.jucai.spec.model.Payable;
import org.jucai.spec.model.PaymentTrigger;
import org.jucai.spec.model.Settlement;
import org.jucai.spec.model.SettlementAct;
import org.jucai.spec.model.SettlementDebt;
import org.jucai.spec.model.SettlementDispute;
import org.jucai.spec.model.SettlementInvoice;
import org.jucai.spec.model.SettlementLine;
import org.jucai.spec.model.SettlementPayment;
import org.jucai.spec.model.SettlementPeriod;
import org.jucai.spec.model.SettlementProposal;
import org.jucai.spec.model.SettlementSheet;
import org.jucai.spec.model.SettlementSides;
import org.jucai.spec.model.SettlementStatus;
import org.jucai.spec.model.SettlementStep;
import org.jucai.spec.model.SettlementTax;
import org.jucai.spec.model.SettlementTicket;

/** Statements as they leave by HTTP. @param today in Beijing */
record SettlementViews(Map<UUID, PartyName> names, LocalDate today) {

    /** Whose names are said. */
    static Set<UUID> parties(Collection<Statement> statements) {
        Set<UUID> parties = new HashSet<>();
        statements.forEach(each -> parties.addAll(List.of(each.of().sellerId(), each.of().buyerId())));
        return parties;
    }

    static Set<UUID> partiesOf(Collection<StatementBoard.Shown> all) {
        Set<UUID> parties = parties(all.stream().map(StatementBoard.Shown::statement).toList());
        all.forEach(shown -> shown.lines().forEach(line -> parties.add(line.said().enterpriseId())));
        all.forEach(shown -> shown.invoices().forEach(invoice -> parties.add(invoice.recordedBy())));
        return parties;
    }

    private @Nullable String name(UUID party) {
        return Optional.ofNullable(names.get(party)).map(PartyName::nameZh).orElse(null);
    }

    Settlement row(Statement it) {
        Statement.Of of = it.of();
        Statement.Money money = it.money();
        Amounts amounts = money.amounts();
        Settlement row = new Settlement().id(it.id()).code(it.code()).contractId(of.contractId()).contractCode(of.contractCode()).kind(ContractKind.valueOf(of.kind().name()))
                .roundId(of.roundId()).roundCode(of.roundCode()).groupId(of.groupId()).sellerId(of.sellerId()).sellerName(name(of.sellerId())).buyerId(of.buyerId())
                .buyerName(name(of.buyerId())).period(SettlementPeriod.valueOf(it.period().name())).month(YearMonth.from(it.monthOn()).toString())
                .status(SettlementStatus.valueOf(it.status().name())).statusSince(it.statusSince()).version(it.version()).number(it.number()).lineCount(money.lines()).massKg(money.massKg());
        row.goodsFen(amounts.goodsFen()).qualityFen(amounts.qualityFen()).freightFen(amounts.freightFen()).equalisationFen(amounts.equalisationFen()).feeFen(amounts.feeFen())
                .agreedFen(money.agreedFen()).agreedWords(money.agreedWords().orElse(null)).totalFen(money.totalFen()).takenBackFen(money.takenBackFen()).paidFen(money.paidFen())
                .interestPaidFen(money.interestPaidFen()).outstandingFen(it.reverses().isPresent() ? 0 : money.owedFen() - money.paidFen()).payerId(it.payerId()).invoiced(money.invoiced())
                .nextDueOn(money.nextDueOn().orElse(null)).silenceAt(it.terms().silenceAt()).drawnAt(it.drawnAt());
        it.reverses().ifPresent(row::setReversesId);
        return row;
    }

    SettlementSheet sheet(StatementBoard.Shown shown, UUID reader) {
        Statement it = shown.statement();
        SettlementSheet sheet = new SettlementSheet().settlement(row(it)).lines(shown.lines().stream().map(this::line).toList()).taxes(taxes(shown.whole()))
                .toInvoice(taxes(shown.toInvoice())).invoices(shown.invoices().stream().map(this::invoice).toList()).payments(shown.payments().stream().map(this::payment).toList())
                .debt(debt(shown)).trigger(PaymentTrigger.valueOf(it.terms().trigger().name())).days(it.terms().days()).lateInterestPpmPerDay(it.terms().lateInterestPpmPerDay())
                .bySilence(it.talk().bySilence()).flows(flows(shown)).recordedByHand(true)
                .allowedCommands(shown.offered(reader).stream().map(act -> SettlementAct.valueOf(act.name())).toList());
        it.talk().sellerAt().ifPresent(sheet::setSellerAgreedAt);
        it.talk().buyerAt().ifPresent(sheet::setBuyerAgreedAt);
        it.talk().dispute().ifPresent(said -> sheet.setDispute(new SettlementDispute().byId(said.by()).byName(name(said.by())).grounds(said.grounds()).disputedFen(said.fen()).at(said.at())));
        it.talk().proposal().ifPresent(said -> sheet.setProposal(new SettlementProposal().byId(said.by()).byName(name(said.by())).agreedFen(said.agreedFen()).words(said.words()).at(said.at())));
        shown.sides().ifPresent(sides -> sheet.setSides(sides(sides)));
        return sheet;
    }

    static SettlementSides sides(StatementBoard.Sides it) {
        return new SettlementSides().upstreamFen(it.upstreamFen()).downstreamFen(it.downstreamFen()).equalisationFen(it.equalisationFen()).feeFen(it.feeFen())
                .differenceFen(it.differenceFen()).complete(it.complete());
    }

    /** 四流合一. A statement is drawn of a contract that both signed; goods agree where each standing truck has its tickets. */
    private static FourFlows flows(StatementBoard.Shown shown) {
        boolean goods = shown.lines().stream().filter(Line::stands).allMatch(line -> line.deliveryId().isEmpty() || !line.said().tickets().isEmpty());
        return new FourFlows().contract(true).goods(goods).money(shown.statement().reverses().isPresent() || shown.debt().outstandingFen() == 0 && shown.statement().money().interestLeftFen() == 0).invoice(shown.toInvoice().isEmpty());
    }

    private SettlementLine line(Line it) {
        Amounts amounts = it.amounts();
        SettlementLine view = new SettlementLine().deliveryCode(it.said().code()).itemId(it.said().itemId()).grade(it.said().grade()).lotCode(it.said().lotCode()).lineCode(it.said().lineCode())
                .enterpriseId(it.said().enterpriseId()).enterpriseName(name(it.said().enterpriseId())).cameOn(it.said().on()).massKg(it.mass().kg()).goodsFen(amounts.goodsFen())
                .qualityFen(amounts.qualityFen()).freightFen(amounts.freightFen()).equalisationFen(amounts.equalisationFen()).feeFen(amounts.feeFen()).totalFen(amounts.totalFen())
                .stands(it.stands()).dueOn(it.dueOn().orElse(null)).tickets(it.said().tickets().stream().map(SettlementViews::ticket).toList())
                .steps(it.said().steps().stream().map(SettlementViews::step).toList());
        it.deliveryId().ifPresent(view::setDeliveryId);
        return view;
    }

    private static SettlementTicket ticket(Line.Ticket it) {
        return new SettlementTicket().side(SettlementTicket.SideEnum.valueOf(it.side())).weighbridge(it.weighbridge()).number(it.number()).netKg(it.netKg());
    }

    private static SettlementStep step(Step it) {
        return new SettlementStep().about(SettlementStep.AboutEnum.valueOf(it.about().name())).arithmetic(it.arithmetic()).fen(it.fen());
    }

    private static List<SettlementTax> taxes(List<TaxLine> lines) {
        return lines.stream().map(line -> new SettlementTax().rateBp(line.rateBp()).netFen(line.netFen()).vatFen(line.vatFen()).grossFen(line.grossFen())).toList();
    }

    private SettlementInvoice invoice(Invoice it) {
        List<SettlementTax> lines = it.lines().stream().map(line -> new SettlementTax().rateBp(line.rateBp()).netFen(line.netFen()).vatFen(line.vatFen()).grossFen(line.grossFen())).toList();
        return new SettlementInvoice().id(it.id()).number(it.number()).issuedOn(it.issuedOn()).lines(lines).reverses(it.reverses().orElse(null)).recordedById(it.recordedBy())
                .recordedByName(name(it.recordedBy())).recordedAt(it.recordedAt());
    }

    private SettlementPayment payment(Payment it) {
        Payment.Transfer of = it.transfer();
        SettlementPayment view = new SettlementPayment().id(it.id()).reference(of.reference()).payerId(of.payerId()).payerName(name(of.payerId())).paidOn(of.paidOn()).amountFen(it.amountFen())
                .interestFen(it.interestFen()).recordedById(of.recordedBy()).recordedAt(of.recordedAt());
        if (of.wholeFen() != Math.abs(it.amountFen()) + it.interestFen()) view.setTransferFen(of.wholeFen());
        return view;
    }

    private SettlementDebt debt(StatementBoard.Shown shown) {
        boolean red = shown.statement().reverses().isPresent();
        Debt.Overdue overdue = red ? new Debt.Overdue(0, 0, List.of()) : shown.debt().overdue(today);
        return new SettlementDebt().outstandingFen(red ? 0 : shown.debt().outstandingFen()).overdueFen(overdue.fen()).interestFen(overdue.interestFen())
                .interestArithmetic(overdue.arithmetic()).parts(red ? List.of() : shown.debt().parts().stream().map(part -> new DebtPart().dueOn(part.dueOn().orElse(null)).fen(part.fen())).toList());
    }

    Payable payable(StatementBoard.Shown shown) {
        Statement it = shown.statement();
        return new Payable().settlement(row(it)).payeeId(it.payeeId()).payeeName(name(it.payeeId())).payerName(name(it.payerId())).debt(debt(shown))
                .trigger(PaymentTrigger.valueOf(it.terms().trigger().name())).days(it.terms().days()).recordedByHand(true);
    }
}
