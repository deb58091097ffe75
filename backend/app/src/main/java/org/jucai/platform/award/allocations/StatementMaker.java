package org.jucai.platform.award.allocations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.settling.SettledLot;
import org.jucai.platform.award.shares.CostRule;
import org.jucai.platform.award.shares.ShareRule;
import org.jucai.platform.award.trucks.Parcel;
import org.jucai.platform.award.trucks.Trucks;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.rounds.AwardRule;
import org.jucai.platform.rounds.TenderTerms;
import org.jucai.platform.rounds.demand.DemandLine;

/** Makes the statements of an award that was made final. Pure. */
final class StatementMaker {

    private final AllocationDesk.Finished finished;
    private final Map<UUID, AllocationDesk.Lot> lots;
    private final Map<UUID, DemandLine> lines;
    private final Map<String, Parcel> parcels = new HashMap<>();
    private final Trips trips;

    StatementMaker(AllocationDesk.Finished finished, List<DemandLine> lines) {
        this.finished = finished;
        this.lots = finished.lots().stream().collect(Collectors.toMap(AllocationDesk.Lot::id, Function.identity()));
        this.lines = lines.stream().collect(Collectors.toMap(DemandLine::id, Function.identity()));
        for (SettledLot lot : finished.settlement().lots()) lot.got().forEach(got -> got.parts().forEach(part -> parcel(lot, got, part)));
        this.trips = new Trips(Trucks.plan(List.copyOf(parcels.values()), capacities()));
    }

    /** A line's statement, with what its row is keyed by. */
    record Made(DemandLine line, UUID lotId, Statement statement) {}

    List<Made> made() {
        return finished.settlement().lots().stream().flatMap(lot -> lot.got().stream().map(got -> {
            DemandLine line = line(got.line());
            return new Made(line, UUID.fromString(lot.lot()), statement(lot, got, line));
        })).toList();
    }

    private DemandLine line(String id) {
        DemandLine line = lines.get(UUID.fromString(id));
        if (line == null) throw new IllegalStateException("line " + id + " got something and is not there");
        return line;
    }

    private AllocationDesk.Lot lot(SettledLot settled) {
        AllocationDesk.Lot lot = lots.get(UUID.fromString(settled.lot()));
        if (lot == null) throw new IllegalStateException("lot " + settled.lot() + " was settled and is not there");
        return lot;
    }

    private void parcel(SettledLot settled, SettledLot.Got got, SettledLot.Part part) {
        AllocationDesk.Lot lot = lot(settled);
        DemandLine line = line(got.line());
        String id = key(got, part);
        parcels.put(id, new Parcel(id, got.member(), part.supplier(), lot.zone(), lot.onOneTruck(), line.window().fromOn(), line.window().toOn(), part.mass()));
    }

    private static String key(SettledLot.Got got, SettledLot.Part part) {
        return got.line() + "/" + part.supplier();
    }

    /** Where the round awards whole trucks, their mass is the supplier's truck too. */
    private Map<String, Kilograms> capacities() {
        Map<String, Kilograms> capacities = new HashMap<>();
        for (AwardRule rule : terms().rules()) {
            if (rule instanceof AwardRule.WholeTrucks(_, var truck)) parcels.values().forEach(parcel -> capacities.put(parcel.supplier(), truck));
        }
        return capacities;
    }

    private TenderTerms terms() {
        return finished.round().tender().orElseThrow();
    }

    private Statement statement(SettledLot settled, SettledLot.Got got, DemandLine line) {
        AllocationDesk.Lot lot = lot(settled);
        long kg = settled.sold().stream().mapToLong(sold -> sold.mass().kg()).sum();
        long goods = settled.sold().stream().mapToLong(sold -> sold.goods().fen()).sum();
        List<Statement.From> from = got.parts().stream().map(part -> from(settled, part)).toList();
        List<Statement.Trip> travels = got.parts().stream().map(part -> parcels.get(key(got, part))).map(trips::of).toList();
        SettledLot.@Nullable AloneCost alone = got.alone();
        return new Statement(line.code(), lot.code(), lot.grade(), lot.size(), lot.packing(), lot.zone(), kg, goods, line.minimum().kg(), line.target().kg(),
                line.maximum().kg(), got.mass().kg(), from, got.goods().fen(), got.freight().fen(), got.ownFreight().fen(), got.fee().fen(), terms().feeRateBp(),
                got.equalisation().fen(), got.total().fen(), alone == null ? null : (Long) alone.landed().fen(), settled.core(),
                ShareRule.valueOf(terms().shareRule().name()), CostRule.valueOf(terms().costRule().name()), settled.wholeTrucks(), travels);
    }

    private static Statement.From from(SettledLot settled, SettledLot.Part part) {
        SettledLot.Sold sold = settled.sold().stream().filter(each -> each.supplier().equals(part.supplier())).findFirst().orElseThrow();
        return new Statement.From(UUID.fromString(part.supplier()), part.mass().kg(), part.goods().fen(), part.freight().fen(), sold.mass().kg(), sold.totalKg(),
                sold.discountBp(), sold.priced().stream().map(priced -> new Statement.Priced(priced.fromKg(), priced.mass().kg(), priced.price().fen())).toList(),
                sold.vatRateBp(), sold.delivered(), sold.freightPrice().fen(), sold.ownFreightPrice().fen(), part.approved());
    }
}
