package org.jucai.platform.rounds.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jucai.platform.kernel.Kilograms;

/** Seeded rounds of competitors, from a handful to some dozens, with giants among them. */
final class Competitors {

    private Competitors() {}

    static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.<RandomGenerator>of("L64X128MixRandom").create(seed);
    }

    static UUID member(int number) {
        return new UUID(2, number);
    }

    static List<Share> round(long seed) {
        RandomGenerator random = random(seed);
        int members = random.nextInt(3, 50);
        int grades = random.nextInt(1, 5);
        int zones = random.nextInt(1, 5);
        int windows = random.nextInt(1, 4);
        List<Share> shares = new ArrayList<>();
        for (int member = 0; member < members; member++) {
            for (int line = random.nextInt(1, 4); line > 0; line--) {
                shares.add(new Share(member(member), "G" + skewed(random, grades), "Z" + skewed(random, zones),
                        "W" + random.nextInt(windows), mass(random)));
            }
        }
        return shares;
    }

    /** About a third of the members stand in circles of two to four. */
    static Map<UUID, UUID> circles(List<Share> world, long seed) {
        RandomGenerator random = random(-seed);
        List<UUID> members = world.stream().map(Share::party).distinct().sorted().toList();
        Map<UUID, UUID> circles = new HashMap<>();
        for (int first = 0; first + 1 < members.size(); first += random.nextInt(3, 9)) {
            int after = Math.min(members.size(), first + random.nextInt(2, 5));
            for (int i = first; i < after; i++) circles.putIfAbsent(members.get(i), members.get(first));
        }
        return circles;
    }

    /** Fill-the-gap: some masses rise, some lines are new. */
    static List<Share> grown(List<Share> shares, long seed) {
        RandomGenerator random = random(seed);
        int one = random.nextInt(1, 12);
        List<Share> grown = new ArrayList<>();
        for (Share share : shares) {
            long more = random.nextInt(one) == 0 ? mass(random).kg() / 4 : 0;
            grown.add(new Share(share.party(), share.grade(), share.zone(), share.window(), new Kilograms(share.mass().kg() + more)));
            if (random.nextInt(one * 3) == 0) grown.add(new Share(share.party(), share.grade(), "Z0", share.window(), mass(random)));
        }
        return grown;
    }

    static Kilograms mass(RandomGenerator random) {
        return new Kilograms(1 + Math.round(Math.exp(3.5 + 1.2 * random.nextGaussian()) * 1_000));
    }

    private static int skewed(RandomGenerator random, int of) {
        return Math.min(random.nextInt(of), random.nextInt(of));
    }
}
