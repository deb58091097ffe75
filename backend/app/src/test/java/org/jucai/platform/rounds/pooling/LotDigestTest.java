package org.jucai.platform.rounds.pooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jucai.platform.rounds.pooling.Demands.line;
import static org.jucai.platform.rounds.pooling.Demands.viableFrom;

import java.util.ArrayList;
import java.util.List;
import org.jucai.platform.kernel.Kilograms;
import org.junit.jupiter.api.Test;

class LotDigestTest {

    private static final List<PoolLine> LINES = List.of(line(2, List.of("GL-85A"), 70, 0, 5), line(1, List.of("GL-85A", "GL-80"), 40, 2, 9));

    private static Lot lot(List<PoolLine> lines) {
        return Pooling.group(lines, viableFrom(100)).lots().getFirst();
    }

    @Test
    void theTextIsAsDocumentedSoThatAnybodyCanComputeTheDigest() {
        assertThat(LotDigest.text(lot(LINES), LINES)).isEqualTo("""
                jucai-lot-1
                lot\tGL-85A\t0-1\tBULK\tZ1\t2026-03-03\t2026-03-06\t110000\t110000\t110000
                line\t00000000-0000-7000-8000-000000000001\t00000000-0000-7000-8000-0000000dbba1\t40000\t40000\t40000\t2026-03-03\t2026-03-10\tGL-85A,GL-80
                line\t00000000-0000-7000-8000-000000000002\t00000000-0000-7000-8000-0000000dbba2\t70000\t70000\t70000\t2026-03-01\t2026-03-06\tGL-85A
                """);
        assertThat(LotDigest.of(lot(LINES), LINES)).matches("[0-9a-f]{64}");
    }

    @Test
    void oneKilogramOrOneDayChangesTheDigestAndTheOrderDoesNot() {
        String digest = LotDigest.of(lot(LINES), LINES);
        assertThat(LotDigest.of(lot(LINES.reversed()), LINES.reversed())).isEqualTo(digest);
        List<PoolLine> heavier = List.of(line(2, List.of("GL-85A"), 71, 0, 5), LINES.get(1));
        List<PoolLine> later = List.of(line(2, List.of("GL-85A"), 70, 1, 5), LINES.get(1));
        assertThat(LotDigest.of(lot(heavier), heavier)).isNotEqualTo(digest);
        assertThat(LotDigest.of(lot(later), later)).isNotEqualTo(digest);
    }

    @Test
    void aKilogramThatMovesFromOneLineToAnotherChangesTheDigestThoughTheSumsStay() {
        String digest = digest(masses(0, 0, 0), masses(0, 0, 0));
        assertThat(digest(masses(1, 0, 0), masses(-1, 0, 0))).isNotEqualTo(digest);
        assertThat(digest(masses(0, 1, 0), masses(0, -1, 0))).isNotEqualTo(digest);
        assertThat(digest(masses(0, 0, 1), masses(0, 0, -1))).isNotEqualTo(digest);
    }

    private static Kilograms[] masses(long minimum, long target, long maximum) {
        return new Kilograms[] {new Kilograms(50_000 + minimum), new Kilograms(60_000 + target), new Kilograms(70_000 + maximum)};
    }

    private static String digest(Kilograms[]... masses) {
        List<PoolLine> lines = new ArrayList<>();
        for (Kilograms[] mass : masses) {
            PoolLine line = line(lines.size() + 1, "GL-85A", 1);
            lines.add(new PoolLine(line.id(), line.enterpriseId(), line.acceptedGrades(), line.size(), line.packing(), line.zone(), line.window(), mass[0], mass[1], mass[2]));
        }
        return LotDigest.of(lot(lines), lines);
    }

    @Test
    void aCodeThatCouldForgeARowIsRefused() {
        List<PoolLine> forged = List.of(LINES.get(0).sized("0-1\tBULK"));
        assertThatThrownBy(() -> LotDigest.of(lot(forged), forged)).hasMessageContaining("no tab");
    }
}
