package org.jucai.platform.recovery.web;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.contracts.CalledItem;
import org.jucai.platform.contracts.ContractItem;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.membership.PartyName;
import org.jucai.platform.recovery.swaps.Swap;
import org.jucai.platform.recovery.swaps.SwapBoard;
import org.jucai.spec.model.OwnShareView;
import org.jucai.spec.model.SwapStatus;
import org.jucai.spec.model.SwapView;

/** Swaps as their readers see them: who offers is among what was read only where the reader may know. */
record SwapViews(Map<UUID, PartyName> names) {

    /** All whose names are shown. */
    static Set<UUID> parties(List<Swap> all) {
        Set<UUID> parties = new HashSet<>();
        all.forEach(it -> {
            parties.add(it.of().sellerId());
            it.to().ifPresent(parties::add);
            it.giver().ifPresent(side -> parties.add(side.partyId()));
            it.taker().ifPresent(side -> parties.add(side.partyId()));
            it.state().ended().ifPresent(end -> parties.add(end.partyId()));
        });
        return parties;
    }

    SwapView show(Swap it, Actor reader) {
        Swap.Of of = it.of();
        boolean ours = it.giver().filter(side -> reader.actsFor(side.partyId())).isPresent();
        SwapView view = new SwapView(it.id(), it.code(), SwapStatus.valueOf(it.state().status().name()), of.roundId(), of.lotId(), of.lotCode(), of.grade(), of.sellerId(), it.mass().kg(),
                it.to().isEmpty(), ours, it.offeredAt(), it.state().confirmed(), of.sellerAgrees(), it.state().agreed(), it.version(),
                SwapBoard.allowed(it, reader).stream().map(act -> SwapView.AllowedCommandsEnum.valueOf(act.name())).toList());
        view.sellerName(name(of.sellerId()));
        it.to().ifPresent(to -> view.setToName(name(to)));
        it.giver().ifPresent(side -> view.giverName(name(side.partyId())).giverLineCode(side.lineCode()));
        it.taker().ifPresent(side -> view.takerName(name(side.partyId())).takerLineCode(side.lineCode()));
        it.state().ended().ifPresent(end -> view.endedAt(end.at()).endedByName(name(end.partyId())).endedWords(end.words().isEmpty() ? null : end.words()));
        return view;
    }

    OwnShareView share(CalledItem it) {
        ContractItem item = it.item();
        long free = it.held() ? 0 : Math.max(0, it.share().kg() - it.called().kg());
        return new OwnShareView(item.id(), item.lotId(), item.lotCode(), item.lineCode(), it.roundId(), it.sellerId(), item.goods().grade(), item.goods().size(), item.goods().packing(),
                it.share().kg(), it.called().kg(), free, item.destination().toOn()).sellerName(name(it.sellerId()));
    }

    private @Nullable String name(UUID party) {
        PartyName known = names.get(party);
        return known == null ? null : known.nameZh();
    }
}
