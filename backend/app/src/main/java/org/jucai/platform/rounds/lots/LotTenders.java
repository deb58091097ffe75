package org.jucai.platform.rounds.lots;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.rounds.AwardRule;
import org.jucai.platform.rounds.RoundEvent;
import org.jucai.platform.rounds.RoundRefusal;
import org.jucai.platform.rounds.RoundStatus;

/** Where lots go when their round asks for offers, opens them and awards. Pure. */
final class LotTenders {

    private LotTenders() {}

    /** Lots as they are after the event; only those that moved. */
    static List<PooledLot> after(RoundEvent.Tendered event, List<PooledLot> lots) {
        return switch (event) {
            case RoundEvent.RoundTendered(_, var terms) -> tendered(terms.rules(), lots);
            case RoundEvent.TenderFailed _ -> from(LotStatus.TENDERED, LotStatus.FROZEN, lots);
            case RoundEvent.OffersOpened(var unopened) -> opened(Set.copyOf(unopened), lots);
            case RoundEvent.AwardFinalised(_, var whole, var inPart) -> awarded(Set.copyOf(whole), Set.copyOf(inPart), lots);
            case RoundEvent.AwardRevoked _ -> lots.stream()
                    .filter(lot -> lot.status() == LotStatus.AWARDED || lot.status() == LotStatus.PARTLY_AWARDED)
                    .map(lot -> lot.ended(LotStatus.TENDERED, lot.digest())).toList();
            case RoundEvent.ExecutionBegan() -> lots.stream()
                    .filter(lot -> lot.status() == LotStatus.AWARDED || lot.status() == LotStatus.PARTLY_AWARDED)
                    .map(lot -> lot.ended(LotStatus.EXECUTING, lot.digest())).toList();
            case RoundEvent.LotsCompleted(var done) -> from(LotStatus.EXECUTING, LotStatus.COMPLETED, lots.stream().filter(lot -> done.contains(lot.id())).toList());
            case RoundEvent.RoundSettled() -> terminal(lots);
            case RoundEvent.RoundFailed _ -> failed(lots);
            case RoundEvent.SecondQuoteCalled _, RoundEvent.OffersDueMoved _, RoundEvent.TenderClosed _, RoundEvent.OffersEvaluated _, RoundEvent.AwardPublicised _ -> List.of();
        };
    }

    /** A round is settled only when every lot is terminal; nothing moves. */
    private static List<PooledLot> terminal(List<PooledLot> lots) {
        if (lots.stream().allMatch(lot -> lot.status() == LotStatus.COMPLETED || lot.status() == LotStatus.FAILED)) return List.of();
        throw new RefusedException(RoundRefusal.ROUND_STATE_DOES_NOT_ALLOW, Map.of("status", RoundStatus.EXECUTING.name()));
    }

    /** Lots that had not ended fail. */
    static List<PooledLot> failed(List<PooledLot> lots) {
        return lots.stream().filter(lot -> lot.status().compareTo(LotStatus.TENDERED) <= 0).map(lot -> lot.ended(LotStatus.FAILED, lot.digest())).toList();
    }

    private static List<PooledLot> tendered(List<AwardRule> rules, List<PooledLot> lots) {
        Set<UUID> offered = lots.stream().filter(lot -> lot.status() == LotStatus.FROZEN).map(PooledLot::id).collect(Collectors.toSet());
        if (offered.isEmpty()) throw new RefusedException(RoundRefusal.ROUND_HAS_NO_LOTS);
        for (AwardRule rule : rules) {
            Optional<UUID> strange = rule.lot().filter(lot -> !offered.contains(lot));
            if (strange.isPresent()) throw new RefusedException(RoundRefusal.AWARD_RULE_LOT_UNKNOWN, Map.of("rule", rule.id()));
        }
        return from(LotStatus.FROZEN, LotStatus.TENDERED, lots);
    }

    private static List<PooledLot> opened(Set<UUID> unopened, List<PooledLot> lots) {
        return lots.stream().filter(lot -> lot.status() == LotStatus.TENDERED && unopened.contains(lot.id()))
                .map(lot -> lot.ended(LotStatus.FAILED, lot.digest())).toList();
    }

    private static List<PooledLot> awarded(Set<UUID> whole, Set<UUID> inPart, List<PooledLot> lots) {
        List<PooledLot> tendered = lots.stream().filter(lot -> lot.status() == LotStatus.TENDERED).toList();
        Set<UUID> strange = new HashSet<>(whole);
        strange.addAll(inPart);
        tendered.forEach(lot -> strange.remove(lot.id()));
        if (!strange.isEmpty()) throw new IllegalStateException("the award serves lots that were not opened: " + strange);
        return tendered.stream().map(lot -> lot.ended(
                whole.contains(lot.id()) ? LotStatus.AWARDED : inPart.contains(lot.id()) ? LotStatus.PARTLY_AWARDED : LotStatus.FAILED, lot.digest())).toList();
    }

    private static List<PooledLot> from(LotStatus from, LotStatus to, List<PooledLot> lots) {
        return lots.stream().filter(lot -> lot.status() == from).map(lot -> lot.ended(to, lot.digest())).toList();
    }
}
