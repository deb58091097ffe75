package org.jucai.platform.award.web;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.award.allocations.Adjustment;
import org.jucai.platform.award.allocations.Allocation;
import org.jucai.platform.award.allocations.Statement;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.membership.PartyName;
import org.jucai.spec.model.AllocationObjection;
import org.jucai.spec.model.AllocationStatus;
import org.jucai.spec.model.PricedMass;
import org.jucai.spec.model.StatementAdjustment;
import org.jucai.spec.model.StatementAsked;
import org.jucai.spec.model.StatementLot;
import org.jucai.spec.model.StatementSupplier;
import org.jucai.spec.model.StatementTrucks;
import org.springframework.stereotype.Component;

/** Allocations and statements as their readers see them. */
@Component
class StatementViews {

    private final StatementWords words;

    StatementViews(StatementWords words) {
        this.words = words;
    }

    /** An allocation with what its statement's view needs. */
    record Seen(String roundCode, Allocation allocation, Map<UUID, PartyName> names) {

        String name(UUID party) {
            return StatementViews.name(names, party);
        }
    }

    private static String name(Map<UUID, PartyName> names, UUID party) {
        PartyName name = names.get(party);
        return name == null ? "" : name.nameZh();
    }

    static org.jucai.spec.model.Allocation show(Allocation allocation, Map<UUID, PartyName> names, Caller caller) {
        Statement statement = allocation.statement();
        org.jucai.spec.model.Allocation view = new org.jucai.spec.model.Allocation(allocation.id(), allocation.roundId(), allocation.number(), allocation.lineId(),
                statement.lineCode(), allocation.lotId(), statement.lotCode(), statement.grade(), allocation.enterpriseId(),
                AllocationStatus.valueOf(allocation.status().name()), statement.targetKg(), allocation.share().kg(), allocation.costs().fen(), allocation.silenceConfirmsAt(),
                allocation.computedAt(), allocation.version(), commands(allocation, caller));
        view.setEnterpriseName(name(names, allocation.enterpriseId()));
        allocation.confirmedAt().ifPresent(at -> {
            view.setConfirmedAt(at);
            view.setBySilence(allocation.bySilence());
        });
        allocation.objection().ifPresent(said -> view.setObjection(objection(said)));
        return view;
    }

    private static AllocationObjection objection(Allocation.Objection said) {
        AllocationObjection view = new AllocationObjection(said.grounds(), said.at());
        said.answer().ifPresent(view::setAnswer);
        said.upheld().ifPresent(view::setUpheld);
        said.answeredAt().ifPresent(view::setAnsweredAt);
        return view;
    }

    private static List<org.jucai.spec.model.Allocation.AllowedCommandsEnum> commands(Allocation allocation, Caller caller) {
        boolean own = caller.actor().actsFor(allocation.enterpriseId()) && (caller.actor().has(Role.MEMBER_BUYER) || caller.actor().has(Role.MEMBER_ADMIN));
        boolean ours = caller.actor().actsFor(allocation.associationId()) && caller.actor().has(Role.SECRETARIAT);
        boolean unanswered = allocation.objection().filter(said -> said.answer().isEmpty()).isPresent();
        return switch (allocation.status()) {
            case COMPUTED -> own ? caller.now().isBefore(allocation.silenceConfirmsAt())
                    ? List.of(org.jucai.spec.model.Allocation.AllowedCommandsEnum.CONFIRM, org.jucai.spec.model.Allocation.AllowedCommandsEnum.OBJECT)
                    : List.of(org.jucai.spec.model.Allocation.AllowedCommandsEnum.CONFIRM) : List.of();
            case OBJECTED -> own ? List.of(org.jucai.spec.model.Allocation.AllowedCommandsEnum.CONFIRM)
                    : ours && unanswered ? List.of(org.jucai.spec.model.Allocation.AllowedCommandsEnum.ANSWER) : List.of();
            case CONFIRMED, ADJUSTED, REVOKED -> List.of();
        };
    }

    org.jucai.spec.model.Statement statement(Seen seen, Caller caller) {
        Statement figures = seen.allocation().statement();
        StatementLot lot = new StatementLot(figures.lotCode(), figures.grade(), figures.zone(), figures.lotAwardedKg());
        lot.setSize(figures.size());
        lot.setPacking(figures.packing());
        org.jucai.spec.model.Statement view = new org.jucai.spec.model.Statement(show(seen.allocation(), seen.names(), caller), seen.roundCode(), lot,
                new StatementAsked(figures.minimumKg(), figures.targetKg(), figures.maximumKg()), figures.gotKg(),
                figures.from().stream().map(from -> supplier(seen, from)).toList(), figures.goodsFen(), figures.freightFen(), figures.ownFreightFen(), figures.feeFen(),
                figures.feeRateBp(), figures.equalisationFen(), figures.totalFen(), perTonne(figures), org.jucai.spec.model.Statement.CoreEnum.valueOf(figures.core().name()),
                words.steps(seen, caller.locale()), figures.trips().stream().map(trip -> trucks(seen, trip)).toList(), caller.now());
        view.setAdjustments(seen.allocation().adjustments().stream().map(each -> adjustment(seen, each, caller)).toList());
        Long alone = figures.aloneFen();
        if (alone != null) {
            view.setAloneFen(alone);
            view.setSavingFen(alone - figures.totalFen());
        }
        return view;
    }

    private StatementAdjustment adjustment(Seen seen, Adjustment it, Caller caller) {
        StatementAdjustment view = new StatementAdjustment(StatementAdjustment.CauseEnum.valueOf(it.cause().name()), it.causeCode(), it.at(), it.beforeKg(), it.afterKg(), it.beforeFen(),
                it.afterFen(), words.adjusted(seen, it, caller.locale()));
        view.setSupplierName(seen.name(it.supplierId()));
        return view;
    }

    /** Rounded half up; for reading only, what is paid is the total. */
    static long perTonne(Statement figures) {
        BigInteger twice = BigInteger.valueOf(figures.totalFen()).multiply(BigInteger.valueOf(2_000));
        BigInteger kg = BigInteger.valueOf(figures.gotKg());
        return twice.add(kg).divide(kg.shiftLeft(1)).longValueExact();
    }

    private static StatementSupplier supplier(Seen seen, Statement.From from) {
        StatementSupplier view = new StatementSupplier(from.massKg(), from.goodsFen(), from.freightFen(), from.soldKg(), from.soldInRoundKg(), from.discountBp(),
                from.priced().stream().map(each -> new PricedMass(each.fromKg(), each.massKg(), each.priceFenPerTonne())).toList(), from.vatRateBp(), from.delivered(),
                from.freightFenPerTonne(), from.ownFreightFenPerTonne(), from.approved());
        view.setSupplierName(seen.name(from.supplierId()));
        return view;
    }

    private static StatementTrucks trucks(Seen seen, Statement.Trip trip) {
        StatementTrucks view = new StatementTrucks(trip.massKg(), trip.fullTrucks(), trip.fromOn(), trip.toOn(),
                trip.sharedWith().stream().limit(50).map(seen::name).toList());
        view.setSupplierName(seen.name(trip.supplierId()));
        view.setPartKg(trip.partKg());
        return view;
    }
}
