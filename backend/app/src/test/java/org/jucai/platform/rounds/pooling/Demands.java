package org.jucai.platform.rounds.pooling;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.jucai.platform.kernel.Kilograms;

/** Seeded demand to make claims over. */
final class Demands {

    static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    static final List<String> GRADES = List.of("GL-88A", "GL-85A", "GL-80", "GL-70", "GL-60", "YNS-45", "RN", "GSN98");

    private Demands() {}

    static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.<RandomGenerator>of("L64X128MixRandom").create(seed);
    }

    static UUID id(long number) {
        return new UUID(0x7000L, 0x8000000000000000L | number);
    }

    static PoolLine line(int number, List<String> grades, long tonnes, int from, int to) {
        Kilograms mass = Kilograms.tonnes(tonnes);
        return new PoolLine(id(number), id(900_000 + number), grades, "0-1", "BULK", "Z1",
                new Window(DAY.plusDays(from), DAY.plusDays(to)), mass, mass, mass);
    }

    static PoolLine line(int number, String grade, long tonnes) {
        return line(number, List.of(grade), tonnes, 0, 30);
    }

    static PoolRules viableFrom(long tonnes) {
        return rules(tonnes, PoolRules.Priority.FEWER_LOTS);
    }

    static PoolRules rules(long tonnes, PoolRules.Priority priority) {
        Map<String, Kilograms> viable = new java.util.HashMap<>();
        for (String grade : GRADES) viable.put(grade, Kilograms.tonnes(tonnes));
        return new PoolRules(viable, PoolRules.USUAL_WORK, priority);
    }

    /** Few lines in tight quarters: all kinds of collisions. */
    static List<PoolLine> tiny(RandomGenerator random) {
        int count = random.nextInt(1, 9);
        List<PoolLine> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int from = random.nextInt(6);
            lines.add(line(i, some(random, 3), random.nextInt(1, 60), from, from + random.nextInt(5)));
        }
        return lines;
    }

    /** A round like the real ones: many small lines, few large. */
    static List<PoolLine> round(RandomGenerator random, int count, int zones, int days) {
        return IntStream.range(0, count).mapToObj(i -> {
            long kg = Math.round(Math.exp(3.55 + 1.2 * random.nextGaussian()) * 1000) + 1;
            int from = random.nextInt(days);
            return new PoolLine(id(i), id(900_000 + random.nextInt(305)), some(random, GRADES.size()),
                    "S" + random.nextInt(2), random.nextInt(4) == 0 ? "BAGS" : "BULK", "Z" + random.nextInt(zones),
                    new Window(DAY.plusDays(from), DAY.plusDays(from + 5 + random.nextInt(25))),
                    new Kilograms(kg / 2), new Kilograms(kg), new Kilograms(kg * 2));
        }).toList();
    }

    private static List<String> some(RandomGenerator random, int of) {
        List<String> grades = new ArrayList<>();
        int first = random.nextInt(of);
        for (int k = 0; k < 3 && first + k < of; k++) {
            if (k == 0 || random.nextInt(2) == 0) grades.add(GRADES.get(first + k));
        }
        if (random.nextInt(4) == 0) Collections.reverse(grades);
        return grades;
    }

    static <T> List<T> shuffled(List<T> items, RandomGenerator random) {
        List<T> copy = new ArrayList<>(items);
        Collections.shuffle(copy, java.util.Random.from(random));
        return copy;
    }
}
