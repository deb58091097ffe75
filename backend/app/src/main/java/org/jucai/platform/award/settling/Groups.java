package org.jucai.platform.award.settling;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jucai.platform.award.shares.Core;

/** Whether a group of a lot's members would pay less by buying its shares together of one supplier: a knapsack over groups of each mass. */
final class Groups {

    private static final long MILLI = 1_000;

    /** Goods, freight and own freight are each rounded to the fen: so much less is no gain. */
    private static final long ROUNDED = 3;

    private Groups() {}

    static SettledLot.Core of(List<SettledLot.Got> got, AloneOffers offers) {
        Map<String, Core.Member> members = new TreeMap<>();
        for (SettledLot.Got each : got) {
            BigInteger charge = BigInteger.valueOf(each.total().minus(each.fee()).fen()).multiply(BigInteger.valueOf(MILLI));
            members.merge(each.member(), new Core.Member(each.member(), each.mass().kg(), charge),
                    (one, other) -> new Core.Member(one.id(), one.kg() + other.kg(), one.chargeMilliFen().add(other.chargeMilliFen())));
        }
        BigInteger nothing = BigInteger.valueOf(ROUNDED * MILLI * (got.size() + 1L));
        return new Core(List.copyOf(members.values()), offers).answer()
                .map(answer -> answer.savingMilliFen().compareTo(nothing) <= 0 ? SettledLot.Core.NOBODY_GAINS : SettledLot.Core.SOME_WOULD_GAIN)
                .orElse(SettledLot.Core.NOT_COMPUTED);
    }
}
