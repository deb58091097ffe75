package org.jucai.platform.rounds.web;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.web.Words;
import org.jucai.platform.membership.PartyName;
import org.jucai.platform.rounds.demand.DemandLine;
import org.jucai.platform.rounds.disclosure.OwnLot;
import org.jucai.platform.rounds.lots.LotPlace;
import org.jucai.platform.rounds.lots.LotStatus;
import org.jucai.platform.rounds.lots.PooledLot;
import org.jucai.spec.model.Lot;
import org.jucai.spec.model.LotLine;
import org.jucai.spec.model.TruckPlan;
import org.jucai.spec.model.TruckPlanSharesInner;
import org.springframework.stereotype.Component;

/** A lot as its readers see it: sums and lines for the secretariat, its own lines for a member. */
@Component
class LotViews {

    /** Decided, and the order goes ahead. */
    private static final Set<LotStatus> STANDING = EnumSet.complementOf(EnumSet.of(LotStatus.FORMING, LotStatus.FAILED));

    private final Words words;

    LotViews(Words words) {
        this.words = words;
    }

    Lot exact(PooledLot lot) {
        Lot view = frame(lot);
        view.setViable(lot.isViable());
        view.setLineCount(lot.lineCount());
        view.setMemberCount(lot.members().size());
        view.setMemberMinimumKg(lot.minimum().kg());
        view.setTargetKg(lot.target().kg());
        view.setMassKg(lot.target().kg());
        view.setMaximumKg(lot.maximum().kg());
        view.setShortKg(Math.max(0, lot.viable().kg() - lot.target().kg()));
        lot.digest().ifPresent(view::setDigest);
        view.setTrucks(trucks(lot.loads()));
        return view;
    }

    /**
     * What a supplier must know to offer: the sums between which it is awarded, and the days of delivery. How many members and lines
     * make them, whose they are, how they load trucks and their digest stay where they are (notes/rounds.md).
     */
    Lot tendered(PooledLot lot) {
        Lot view = frame(lot);
        view.setMemberMinimumKg(lot.minimum().kg());
        view.setTargetKg(lot.target().kg());
        view.setMassKg(lot.target().kg());
        view.setMaximumKg(lot.maximum().kg());
        return view;
    }

    Lot withLines(PooledLot lot, List<LotPlace> places, Map<UUID, DemandLine> lines, Map<UUID, PartyName> names, Locale locale) {
        Lot view = exact(lot);
        view.setLines(places.stream().map(place -> line(place, lines.get(place.lineId()), names.get(place.enterpriseId()), locale)).toList());
        return view;
    }

    /**
     * A member's: what its own lines say, and whether the lot stands once that is decided. Whatever others' lines make is left out:
     * sums and bands, the days that all can meet, and the reasons, each of which compares others' mass with a threshold.
     */
    Lot own(PooledLot lot, List<LotPlace> places, Map<UUID, DemandLine> lines, Map<UUID, PartyName> names, Locale locale) {
        List<LotLine> own = places.stream()
                .map(place -> ownLine(place, lines.get(place.lineId()), names.get(place.enterpriseId()), locale)).toList();
        Lot view = frame(lot);
        view.setWindowFromOn(own.stream().map(LotLine::getDeliveryFromOn).max(Comparator.naturalOrder()).orElse(lot.window().fromOn()));
        view.setWindowToOn(own.stream().map(LotLine::getDeliveryToOn).min(Comparator.naturalOrder()).orElse(lot.window().toOn()));
        Kilograms mass = new Kilograms(own.stream().mapToLong(LotLine::getTargetKg).sum());
        OwnLot told = OwnLot.of(mass, lot.viable(), STANDING.contains(lot.status()));
        view.setOwnKg(mass.kg());
        view.setAtMostToViableKg(told.toViable().atMost().kg());
        told.toNextStep().ifPresent(step -> {
            view.setNextStepKg(step.goal().kg());
            view.setAtMostToNextStepKg(step.atMost().kg());
        });
        view.setOwn(own);
        return view;
    }

    private static Lot frame(PooledLot lot) {
        Lot view = new Lot();
        view.setId(lot.id());
        view.setCode(lot.code());
        view.setRoundId(lot.roundId());
        view.setStatus(Lot.StatusEnum.valueOf(lot.status().name()));
        view.setGrade(lot.grade());
        view.setSize(lot.size());
        view.setPacking(lot.packing());
        view.setZone(lot.zone());
        view.setWindowFromOn(lot.window().fromOn());
        view.setWindowToOn(lot.window().toOn());
        view.setViableKg(lot.viable().kg());
        view.setOwn(List.of());
        return view;
    }

    private LotLine ownLine(LotPlace place, @Nullable DemandLine line, @Nullable PartyName enterprise, Locale locale) {
        LotLine view = asked(place, line, enterprise);
        String why = place.rank() == 0 ? "FIRST_CHOICE" : "OTHER_CHOICE";
        view.setWhy(why);
        view.setWhyText(words.say("lot.own." + why, locale, Map.of("rank", place.rank() + 1)));
        return view;
    }

    private LotLine line(LotPlace place, @Nullable DemandLine line, @Nullable PartyName enterprise, Locale locale) {
        LotLine view = asked(place, line, enterprise);
        view.setWhy(place.reason());
        view.setWhyText(words.say("lot.why." + place.reason(), locale, Map.of("tonnes", tonnes(place.shortKg()), "rank", place.rank() + 1)));
        return view;
    }

    private static LotLine asked(LotPlace place, @Nullable DemandLine line, @Nullable PartyName enterprise) {
        if (line == null) throw new IllegalStateException("lot " + place.lotId() + " names a line that is not there");
        LotLine view = new LotLine();
        view.setLineId(line.id());
        view.setLineCode(line.code());
        view.setEnterpriseCode(enterprise == null ? "" : enterprise.code());
        view.setEnterpriseName(enterprise == null ? "" : enterprise.nameZh());
        view.setMinimumKg(line.minimum().kg());
        view.setTargetKg(line.target().kg());
        view.setMaximumKg(line.maximum().kg());
        view.setDeliveryFromOn(line.window().fromOn());
        view.setDeliveryToOn(line.window().toOn());
        return view;
    }

    private static String tonnes(long kg) {
        return java.math.BigDecimal.valueOf(kg, 3).stripTrailingZeros().toPlainString();
    }

    private static TruckPlan trucks(PooledLot.Loads loads) {
        TruckPlan plan = new TruckPlan(loads.truckKg(), Math.toIntExact(loads.fullTrucks()), loads.partLoads(), loads.partKg(), loads.trips(),
                loads.partLoads() - loads.trips());
        plan.setShares(loads.shared().stream().map(shared -> new TruckPlanSharesInner(shared.lineIds(), shared.massKg())).toList());
        return plan;
    }
}
