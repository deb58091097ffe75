package org.jucai.platform.recovery.shortfalls;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.award.shares.ShareRule;
import org.jucai.platform.award.shares.ShortShares;
import org.jucai.platform.contracts.LotSupply;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.Kilograms;

/**
 * How what comes is divided among the lines that the supplier serves. Each claims what it was to get of the whole lot; what other suppliers bring it
 * counts, so that who is served by two is not served twice as well. Pure.
 *
 * @param claimsKg all that these lines were to get, {@code comesKg} all that they get, of all suppliers
 * @param rows by line
 */
public record Division(ShareRule rule, boolean wholeTrucks, long claimsKg, long comesKg, List<Row> rows) {

    public Division {
        rows = List.copyOf(rows);
    }

    /**
     * A line's.
     *
     * @param othersKg of other suppliers
     * @param claimKg what it was to get in all, at least {@code leastKg} for so much came or is on its way, at most {@code mostKg}
     * @param shareKg in all; of this supplier {@code beforeKg} until now and {@code afterKg} from now on
     * @param level of the rule, see {@link ShortShares.Got}
     */
    public record Row(UUID itemId, String contractCode, UUID allocationId, UUID lineId, String lineCode, UUID enterpriseId, long claimKg, long leastKg, long mostKg, long shareKg,
            long othersKg, long beforeKg, long afterKg, ShortShares.How how, long level) {}

    /** By which a lot is shared. @param truckKg 1 where kilograms are; {@code committedAt} by line */
    record Terms(ShareRule rule, long truckKg, Map<UUID, Instant> committedAt) {}

    /** Refused where more is on its way, or less may still come, than was stated. */
    static Decision<Division> of(LotSupply supply, UUID seller, Kilograms comes, Terms terms) {
        List<LotSupply.Part> own = supply.of(seller);
        long least = own.stream().mapToLong(part -> part.least().kg()).sum();
        long most = own.stream().mapToLong(part -> part.most().kg()).sum();
        if (comes.kg() < least) return Decision.refuse(ShortfallRefusal.SHORTFALL_BELOW_WHAT_COMES, Map.of("leastKg", least));
        return comes.kg() > most ? Decision.refuse(ShortfallRefusal.SHORTFALL_ABOVE_WHAT_MAY_COME, Map.of("mostKg", most)) : Decision.accept(divided(supply, own, comes, terms));
    }

    private static Division divided(LotSupply supply, List<LotSupply.Part> own, Kilograms comes, Terms terms) {
        List<ShortShares.Claimed> claims = own.stream().map(part -> claimed(supply, part, terms)).toList();
        long others = own.stream().mapToLong(part -> others(supply, part)).sum();
        ShortShares shares = ShortShares.of(new Kilograms(comes.kg() + others), claims, terms.rule, terms.truckKg);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) rows.add(row(own.get(i), others(supply, own.get(i)), claims.get(i), shares.of(claims.get(i).id())));
        return new Division(terms.rule, shares.wholeTrucks(), claims.stream().mapToLong(claim -> claim.claim().kg()).sum(), comes.kg() + others, rows);
    }

    private static ShortShares.Claimed claimed(LotSupply supply, LotSupply.Part part, Terms terms) {
        Kilograms others = new Kilograms(others(supply, part));
        Instant committed = terms.committedAt.getOrDefault(part.item().lineId(), Instant.EPOCH);
        return new ShortShares.Claimed(part.item().lineId().toString(), others.plus(part.figures().entitled()), others.plus(part.least()), others.plus(part.most()), committed);
    }

    /** What other suppliers bring the same line by now. */
    private static long others(LotSupply supply, LotSupply.Part part) {
        return supply.parts().stream().filter(each -> each.item().lineId().equals(part.item().lineId()) && !each.sellerId().equals(part.sellerId()))
                .mapToLong(each -> each.figures().share().kg()).sum();
    }

    private static Row row(LotSupply.Part part, long others, ShortShares.Claimed claim, ShortShares.Got got) {
        return new Row(part.item().id(), part.contractCode(), part.item().allocationId(), part.item().lineId(), part.item().lineCode(), part.item().enterpriseId(), claim.claim().kg(),
                claim.least().kg(), claim.most().kg(), got.share().kg(), others, part.figures().share().kg(), got.share().kg() - others, got.how(), got.level());
    }
}
