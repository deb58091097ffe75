package org.jucai.platform.award.web;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.award.runs.OfferComparison;
import org.jucai.platform.membership.CountedSize;
import org.jucai.platform.membership.PartyName;
import org.jucai.spec.model.ComparedLot;
import org.jucai.spec.model.ComparedOffer;
import org.jucai.spec.model.ComparedSize;
import org.jucai.spec.model.ComparedSupplier;
import org.jucai.spec.model.SizeClass;

/** Offers side by side, in the specification's words. */
final class ComparisonViews {

    private ComparisonViews() {}

    static org.jucai.spec.model.OfferComparison show(OfferComparison.Table table, Map<UUID, PartyName> names) {
        return new org.jucai.spec.model.OfferComparison(
                table.suppliers().stream().map(supplier -> show(supplier, Optional.ofNullable(names.get(supplier.id())))).toList(),
                table.rows().items().stream().map(ComparisonViews::show).toList()).nextCursor(table.rows().nextCursor());
    }

    private static ComparedSupplier show(OfferComparison.Supplier supplier, Optional<PartyName> name) {
        ComparedSupplier view = new ComparedSupplier(supplier.id(), name.map(PartyName::nameZh).orElse(""), supplier.small());
        supplier.size().ifPresent(size -> view.setSize(show(size)));
        supplier.group().ifPresent(group -> view.setGroup(group.toString()));
        return view;
    }

    private static ComparedSize show(CountedSize size) {
        ComparedSize view = new ComparedSize(SizeClass.valueOf(size.size().name()), ComparedSize.StandingEnum.valueOf(size.standing().name()),
                size.statedAt());
        size.judgedAt().ifPresent(at -> view.setJudgedAt(at));
        return view;
    }

    private static ComparedLot show(OfferComparison.Row row) {
        return new ComparedLot(row.lot().id(), row.lot().code(), row.lot().grade(), row.lot().zone(), row.lot().minimum().kg(), row.lot().target().kg(),
                row.lot().maximum().kg(), row.cells().stream().map(ComparisonViews::show).toList());
    }

    private static ComparedOffer show(OfferComparison.Cell cell) {
        ComparedOffer view = new ComparedOffer(cell.supplier(), ComparedOffer.StatusEnum.valueOf(cell.status().name()), cell.price().isPresent());
        cell.price().ifPresent(price -> view.minimumKg(price.minimumKg()).capacityKg(price.capacityKg()).atKg(price.atKg()).landedFenPerTonne(price.landed())
                .lowestFenPerTonne(price.lowest()).freightFenPerTonne(price.freight()));
        cell.rank().ifPresent(view::setRank);
        return view;
    }
}
