package org.jucai.platform.rounds.pooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jucai.platform.rounds.pooling.Demands.line;
import static org.jucai.platform.rounds.pooling.Demands.viableFrom;

import java.util.List;
import java.util.Set;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.rounds.pooling.Alternative.Kind;
import org.jucai.platform.rounds.pooling.Alternative.Trucks;
import org.jucai.platform.rounds.trucks.TruckLoads;
import org.jucai.platform.rounds.trucks.TruckRules;
import org.junit.jupiter.api.Test;

class AlternativesTest {

    private static List<Alternative> alternatives(List<PoolLine> lines, PoolRules rules) {
        return Pooling.alternatives(lines, rules, TruckLoads.counting(TruckRules.usual(Set.of("BAGS"))));
    }

    @Test
    void eachWayIsShownInNumbers() {
        List<PoolLine> lines = List.of(line(1, List.of("GL-88A", "GL-85A"), 40, 0, 5), line(2, List.of("GL-85A"), 70, 0, 5),
                line(3, List.of("GL-85A"), 50, 10, 15));
        assertThat(alternatives(lines, viableFrom(100))).containsExactly(
                new Alternative(Kind.AS_POOLED, 2, 1, Kilograms.tonnes(50), new Trucks(4, 2)),
                new Alternative(Kind.FIRST_CHOICE_ONLY, 3, 0, Kilograms.tonnes(160), new Trucks(4, 3)),
                new Alternative(Kind.ZONES_MERGED, 2, 1, Kilograms.tonnes(50), new Trucks(4, 2)),
                new Alternative(Kind.ONE_SIZE, 2, 1, Kilograms.tonnes(50), new Trucks(4, 2)),
                new Alternative(Kind.WINDOWS_IGNORED, 1, 1, Kilograms.ZERO, new Trucks(4, 1)),
                new Alternative(Kind.TWO_WEEKS_WIDER, 1, 1, Kilograms.ZERO, new Trucks(4, 1)));
    }

    @Test
    void firstChoicesOnlyNeverLeaveLessThanThePooling() {
        for (long seed = 1; seed <= 80; seed++) {
            List<Alternative> ways = alternatives(Demands.round(Demands.random(seed), 120, 2, 40), viableFrom(300));
            assertThat(ways.get(0).leftover()).as("seed " + seed).isLessThanOrEqualTo(ways.get(1).leftover());
        }
    }
}
