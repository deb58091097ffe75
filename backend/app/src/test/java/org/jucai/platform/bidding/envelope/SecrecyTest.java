package org.jucai.platform.bidding.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/** What those see who hold the envelope and fewer than two trustees' keys. */
class SecrecyTest {

    private static final int TRIALS = 1_000;
    /** Of 500 fair guesses more than this many are right less than once in 100,000 times. */
    private static final int MOST_BY_CHANCE = 298;

    private final Round round = new Round("R-2026-0042", 7);

    /** One lot, one price. */
    private static List<Map<String, Object>> small() {
        return Round.offer(100_000, 1);
    }

    /** Seven lots with a ladder each. */
    private static List<Map<String, Object>> large() {
        List<Map<String, Object>> contents = new ArrayList<>(Round.offer(900_000, 7));
        for (int i = 1; i < contents.size(); i++) {
            Map<String, Object> lot = new HashMap<>(contents.get(i));
            lot.put("tiers", IntStream.range(0, 20).mapToObj(tier -> Map.of("fromKg", tier * 50_000, "priceFenPerTonne", 900_000 - tier * 7)).toList());
            contents.set(i, lot);
        }
        return contents;
    }

    @Test
    void everyEnvelopeOfARoundHasTheSameLengths() {
        Sealer sealer = new Sealer(round.chance);
        Set<String> shapes = new HashSet<>();
        for (List<Map<String, Object>> offer : List.of(small(), large(), Round.offer(5, 4))) {
            Envelope envelope = sealer.seal(round.terms, new Sender("supplier-1", 1), offer).envelope();
            shapes.add(envelope.bytes().length + " " + IntStream.range(0, 8).mapToObj(i -> new String(CanonicalJson.bytes(envelope.section(i).tree())).length() + "").toList());
        }
        assertThat(shapes).hasSize(1);
    }

    @Test
    void whoeverHoldsOneTrusteesKeyCannotTellTwoOffersApart() {
        Map<String, double[]> seen = observe(false);
        assertThat(seen).hasSizeGreaterThan(30);
        seen.forEach((statistic, values) -> assertThat(rightGuesses(values)).as("guesses by %s, seed 7", statistic).isLessThanOrEqualTo(MOST_BY_CHANCE));
    }

    @Test
    void theSameObserverTellsThemApartWherePaddingIsLeftOut() {
        Map<String, double[]> seen = observe(true);
        assertThat(rightGuesses(Objects.requireNonNull(seen.get("compressed length of section 1")))).isGreaterThan(490);
    }

    /** Statistic to its value in each trial; the even trials hold the small offer and the odd ones the large. */
    private Map<String, double[]> observe(boolean leaky) {
        Sealer sealer = new Sealer(round.chance);
        Map<String, double[]> seen = new TreeMap<>();
        for (int trial = 0; trial < TRIALS; trial++) {
            List<Map<String, Object>> offer = trial % 2 == 0 ? small() : large();
            Envelope envelope = leaky ? null : sealer.seal(round.terms, new Sender("supplier-1", 1), offer).envelope();
            Map<String, Double> figures = envelope == null ? inClear(offer) : figures(envelope);
            int at = trial;
            figures.forEach((name, value) -> seen.computeIfAbsent(name, _ -> new double[TRIALS])[at] = value);
        }
        return seen;
    }

    private static Map<String, Double> inClear(List<Map<String, Object>> offer) {
        return Map.of("compressed length of section 1", compressed(Padding.fill(CanonicalJson.bytes(offer.get(1)), 4_096)));
    }

    private Map<String, Double> figures(Envelope envelope) {
        Map<String, Double> figures = new HashMap<>();
        byte[] all = envelope.bytes();
        figures.put("length", (double) all.length);
        figures.put("compressed length", compressed(all));
        for (int i = 0; i < envelope.shape().sections(); i++) {
            Section section = envelope.section(i);
            figures.put("mean of section " + i, mean(section.ciphertext().raw()));
            figures.put("compressed length of section " + i, compressed(section.ciphertext().raw()));
            figures.put("first commitment bytes of section " + i, mean(section.keyCommitment().raw()));
            figures.put("encapsulated key of section " + i, mean(section.encapsulated().raw()));
            figures.put("rank of section " + i, (double) rank(envelope, i));
            Bytes share = Objects.requireNonNull(round.trustee(1).release(envelope, List.of(i)).shares().getFirst().share());
            figures.put("the known trustee's share of section " + i, mean(share.raw()));
            figures.put("the known share against the ciphertext of section " + i, (double) ((share.raw()[0] ^ section.ciphertext().raw()[0]) & 0xFF));
        }
        return figures;
    }

    private static long rank(Envelope envelope, int section) {
        String own = envelope.section(section).keyCommitment().hex();
        return IntStream.range(0, envelope.shape().sections()).filter(i -> envelope.section(i).keyCommitment().hex().compareTo(own) < 0).count();
    }

    private static double mean(byte[] bytes) {
        long sum = 0;
        for (byte each : bytes) sum += each & 0xFF;
        return (double) sum / bytes.length;
    }

    private static double compressed(byte[] bytes) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        int length = deflater.deflate(new byte[bytes.length + 1_000]);
        deflater.end();
        return length;
    }

    /** Learns the better side of the better threshold on one half of the trials, and counts right guesses on the other. */
    private static int rightGuesses(double[] values) {
        int half = TRIALS / 2;
        double[] known = java.util.Arrays.copyOf(values, half);
        double best = 0;
        double threshold = 0;
        boolean largeAbove = true;
        for (double candidate : known) {
            int above = 0;
            for (int i = 0; i < half; i++) if (known[i] >= candidate == (i % 2 == 1)) above++;
            if (Math.abs(above - half / 2.0) > best) {
                best = Math.abs(above - half / 2.0);
                threshold = candidate;
                largeAbove = above > half / 2;
            }
        }
        int right = 0;
        for (int i = half; i < TRIALS; i++) if ((values[i] >= threshold == largeAbove) == (i % 2 == 1)) right++;
        return right;
    }

    @Test
    void oneShareLeavesEveryValueOfEveryByteOfTheKeyPossible() {
        Random random = new Random(8);
        for (int trial = 0; trial < 20; trial++) {
            byte[] own = {(byte) random.nextInt(256), (byte) (1 + random.nextInt(255))};
            int otherPlace = own[1] == 1 ? 2 : 1;
            Set<Byte> secrets = new HashSet<>();
            for (int value = 0; value < 256; value++) secrets.add(Shamir.secret(own, new byte[] {(byte) value, (byte) otherPlace})[0]);
            assertThat(secrets).as("each value of the other share gives another secret").hasSize(256);
        }
    }

    @Test
    void thePartsOfASplitAreEvenlySpread() {
        int[] first = new int[256];
        for (int trial = 0; trial < 25_600; trial++) first[Shamir.split(new byte[] {42}, round.chance).getFirst()[0] & 0xFF]++;
        double chiSquare = 0;
        for (int count : first) chiSquare += (count - 100.0) * (count - 100.0) / 100.0;
        assertThat(chiSquare).as("255 degrees of freedom, one in 100,000 is above 357").isLessThan(357);
    }
}
