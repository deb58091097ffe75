package org.jucai.platform.contracts.web;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.contracts.CalledItem;
import org.jucai.platform.membership.PartyName;
import org.jucai.spec.model.ContractGuarantee;
import org.jucai.spec.model.ContractItem;
import org.jucai.spec.model.ContractPriced;

/** Goods of a contract as they leave by HTTP. */
final class ItemViews {

    private ItemViews() {}

    /** @param called of it so far; null where it is no supply contract's */
    static ContractItem show(org.jucai.platform.contracts.ContractItem item, @Nullable CalledItem called, Map<UUID, PartyName> names) {
        ContractItem shown = new ContractItem().id(item.id()).upstreamItemId(item.upstreamItemId().orElse(null)).lotId(item.lotId()).lotCode(item.lotCode()).lineId(item.lineId())
                .lineCode(item.lineCode()).allocationId(item.allocationId()).enterpriseId(item.enterpriseId()).enterpriseName(name(names, item.enterpriseId()))
                .supplierId(item.supplierId()).supplierName(name(names, item.supplierId())).massKg(item.mass().kg())
                .priced(item.priced().stream().map(each -> new ContractPriced(each.massKg(), each.priceFenPerTonne())).toList())
                .means(ContractItem.MeansEnum.valueOf(item.means().kind().name())).billTenorDays(item.means().billTenorDays());
        goods(shown, item.goods());
        money(shown, item.money());
        org.jucai.platform.contracts.ContractItem.Destination to = item.destination();
        shown.delivered(to.delivered()).zone(to.zone()).place(to.place()).address(to.address()).fromOn(to.fromOn()).toOn(to.toOn());
        return called == null ? shown : shown.calledKg(called.called().kg()).shareKg(called.share().kg()).mostKg(called.most().kg());
    }

    private static void goods(ContractItem shown, org.jucai.platform.contracts.ContractItem.Goods goods) {
        shown.grade(goods.grade()).size(goods.size()).packing(goods.packing()).moistureMaximumPpm(goods.moistureMaximumPpm()).source(goods.source())
                .guarantees(goods.guarantees().stream().map(each -> new ContractGuarantee(each.property()).minimumPpm(each.minimumPpm()).maximumPpm(each.maximumPpm())).toList());
    }

    private static void money(ContractItem shown, org.jucai.platform.contracts.ContractItem.Money money) {
        shown.vatRateBp(money.vatRateBp()).goodsFen(money.goodsFen()).freightVatRateBp(money.freightVatRateBp()).freightFenPerTonne(money.freightFenPerTonne())
                .freightFen(money.freightFen()).equalisationFen(money.equalisationFen()).feeFen(money.feeFen()).feeVatRateBp(money.feeVatRateBp()).totalFen(money.totalFen());
    }

    static @Nullable String name(Map<UUID, PartyName> names, UUID party) {
        PartyName known = names.get(party);
        return known == null ? null : known.nameZh();
    }
}
