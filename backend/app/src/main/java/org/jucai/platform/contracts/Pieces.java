package org.jucai.platform.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.award.settling.SettledLot;
import org.jucai.platform.bidding.offer.Freight;
import org.jucai.platform.bidding.offer.LotOffer;
import org.jucai.platform.kernel.Split;

/**
 * An award taken apart into what one supplier sends for one line, with its money: each amount of the settlement is split by mass, to
 * the fen, so that nothing is lost and nothing is made.
 */
record Pieces(DrawnFrom from) {

    /** 6 %: services. */
    private static final int SERVICE_VAT_BP = 600;

    /** @param equalisation and {@code fee}: the piece's part of its line's */
    record Piece(DrawnFrom.Lot lot, DrawnFrom.Line line, SettledLot.Sold sold, SettledLot.Part part, long equalisation, long fee, LotOffer offer) {

        UUID supplier() {
            return UUID.fromString(sold.supplier());
        }

        /** @param upstream the supply contract's item for the same goods; empty for that item itself */
        ContractItem item(UUID id, ContractKind kind, Optional<UUID> upstream) {
            return new ContractItem(id, upstream, lot.id(), lot.code(), line.id(), line.code(), line.allocationId(), line.enterpriseId(), supplier(), goods(),
                    part.mass(), kind.sellsGoods() ? priced() : List.of(), money(kind), kind == ContractKind.SUPPLY ? means() : CASH, destination());
        }

        private static final ContractItem.Means CASH = new ContractItem.Means(ContractItem.MeansKind.CASH, 0);

        private ContractItem.Goods goods() {
            return new ContractItem.Goods(lot.grade(), lot.size(), lot.packing(),
                    offer.guarantees().stream().map(each -> new ContractItem.Guarantee(each.property(), each.minimumPpm(), each.maximumPpm())).toList(),
                    offer.moistureMaximumPpm(), offer.source());
        }

        /** Whether it is brought is the supplier's to say, where to the line's. */
        private ContractItem.Destination destination() {
            ContractItem.Destination to = line.destination();
            return new ContractItem.Destination(sold.delivered(), to.zone(), to.placeId(), to.place(), to.address(), to.fromOn(), to.toOn());
        }

        private ContractItem.Means means() {
            return new ContractItem.Means(ContractItem.MeansKind.valueOf(offer.payment().kind().name()), offer.payment().tenorDays());
        }

        /** The lot's mass by prices, in the piece's proportion. */
        private List<ContractItem.Priced> priced() {
            List<Long> masses = Split.byLargestRemainder(part.mass().kg(), sold.priced().stream().map(each -> each.mass().kg()).toList());
            List<ContractItem.Priced> priced = new ArrayList<>();
            for (int i = 0; i < masses.size(); i++) {
                if (masses.get(i) > 0) priced.add(new ContractItem.Priced(masses.get(i), sold.priced().get(i).price().fen()));
            }
            return priced;
        }

        private ContractItem.Money money(ContractKind kind) {
            Freight freight = offer.freight();
            int freightRate = freight == null ? sold.vatRateBp() : freight.vatRateBp();
            boolean sells = kind.sellsGoods();
            boolean covers = kind.coversSupply();
            return new ContractItem.Money(sold.vatRateBp(), sells ? part.goods().fen() : 0, freightRate, sells ? sold.freightPrice().fen() : 0,
                    sells ? part.freight().fen() : 0, covers ? equalisation : 0, kind == ContractKind.SERVICE ? SERVICE_VAT_BP : sold.vatRateBp(), covers ? fee : 0);
        }
    }

    /** In the order of lots, lines and suppliers. */
    List<Piece> all() {
        return from.settlement().lots().stream().flatMap(lot -> lot.got().stream().flatMap(got -> pieces(lot, got).stream())).toList();
    }

    private List<Piece> pieces(SettledLot lot, SettledLot.Got got) {
        List<Long> masses = got.parts().stream().map(part -> part.mass().kg()).toList();
        List<Long> equalisation = signed(got.equalisation().fen(), masses);
        List<Long> fee = Split.byLargestRemainder(got.fee().fen(), masses);
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < masses.size(); i++) {
            SettledLot.Part part = got.parts().get(i);
            SettledLot.Sold sold = lot.sold().stream().filter(each -> each.supplier().equals(part.supplier())).findFirst().orElseThrow();
            pieces.add(new Piece(from.lot(lot.lot()), from.line(got.line()), sold, part, equalisation.get(i), fee.get(i), from.offer(part.supplier(), lot.lot())));
        }
        return pieces;
    }

    private static List<Long> signed(long whole, List<Long> weights) {
        return Split.byLargestRemainder(Math.abs(whole), weights).stream().map(part -> whole < 0 ? -part : part).toList();
    }
}
