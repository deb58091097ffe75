package org.jucai.platform.recovery.web;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.contracts.LotSupply;
import org.jucai.platform.membership.PartyName;
import org.jucai.platform.recovery.shortfalls.Division;
import org.jucai.platform.recovery.shortfalls.Shortfall;
import org.jucai.platform.recovery.shortfalls.ShortfallBoard;
import org.jucai.spec.model.DivisionRow;
import org.jucai.spec.model.DivisionView;
import org.jucai.spec.model.LotSupplyView;
import org.jucai.spec.model.ShareHow;
import org.jucai.spec.model.ShortfallStatus;
import org.jucai.spec.model.ShortfallView;

/** Shortfalls as their readers see them. */
record ShortfallViews(Map<UUID, PartyName> names) {

    /** All whose names are shown. */
    static Set<UUID> parties(List<Shortfall> all, Optional<Division> division) {
        Set<UUID> parties = division.stream().flatMap(it -> it.rows().stream()).map(Division.Row::enterpriseId).collect(Collectors.toCollection(HashSet::new));
        all.forEach(it -> {
            parties.addAll(Set.copyOf(List.of(it.of().sellerId(), it.of().groupId(), it.stated().partyId())));
            it.ended().ifPresent(ended -> parties.add(ended.partyId()));
        });
        return parties;
    }

    ShortfallView show(Shortfall it, Optional<Division> division, UUID reader) {
        Shortfall.Of of = it.of();
        ShortfallView view = new ShortfallView(it.id(), it.code(), ShortfallStatus.valueOf(it.status().name()), of.roundId(), of.roundCode(), of.lotId(), of.lotCode(), of.grade(),
                of.sellerId(), of.groupId(), it.stated().partyId(), it.stated().at(), it.stated().reason(), it.entitled().kg(), it.comes().kg(), it.version(),
                ShortfallBoard.allowed(it, reader).stream().map(act -> ShortfallView.AllowedCommandsEnum.valueOf(act.name())).toList());
        view.sellerName(name(of.sellerId())).groupName(name(of.groupId())).statedByName(name(it.stated().partyId()));
        it.ended().ifPresent(ended -> view.endedAt(ended.at()).endedByName(name(ended.partyId())).endedWords(ended.words().isEmpty() ? null : ended.words()));
        division.map(this::division).ifPresent(view::setDivision);
        return view;
    }

    private DivisionView division(Division it) {
        return new DivisionView(DivisionView.ShareRuleEnum.valueOf(it.rule().name()), it.wholeTrucks(), it.claimsKg(), it.comesKg(), it.rows().stream().map(this::row).toList());
    }

    private DivisionRow row(Division.Row it) {
        return new DivisionRow(it.itemId(), it.contractCode(), it.lineId(), it.lineCode(), it.enterpriseId(), it.claimKg(), it.leastKg(), it.mostKg(), it.shareKg(), it.othersKg(),
                it.beforeKg(), it.afterKg(), ShareHow.valueOf(it.how().name()), it.level()).enterpriseName(name(it.enterpriseId()));
    }

    LotSupplyView supply(LotSupply.Line it, LocalDate today) {
        return new LotSupplyView(it.lotId(), it.lotCode(), it.roundId(), it.roundCode(), it.sellerId(), it.goods().grade(), it.goods().size(), it.goods().packing(), it.entitled().kg(),
                it.share().kg(), it.called().kg(), it.dueOn(), today.isAfter(it.dueOn()), it.ended(), it.held()).sellerName(name(it.sellerId()));
    }

    private @Nullable String name(UUID party) {
        PartyName known = names.get(party);
        return known == null ? null : known.nameZh();
    }
}
