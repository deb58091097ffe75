package org.jucai.platform.bidding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.zip.Deflater;

/**
 * Learns from half of its trials which of two offers lay in an envelope, and guesses the other half. What it looks at, of whatever it got
 * hold of: length, compressibility, how often each byte occurs, the nearest neighbour by that, each bit at each place, each word. It does not
 * know what the words mean: whatever differs with the offer gives it away.
 */
final class Spy {

    private static final int PLACES = 6_000;
    private static final int BYTES = 256;
    private static final String SHORT_WORDS = "[^A-Za-z0-9.]+";

    private final List<byte[]> seen;
    private final boolean[] truth;
    private final int half;

    /** @param seen what was got hold of, trial by trial; {@code truth} which of the two offers it was */
    Spy(List<byte[]> seen, boolean[] truth) {
        this.seen = List.copyOf(seen);
        this.truth = truth.clone();
        this.half = seen.size() / 2;
    }

    /** How many of the second half each way of guessing gets right. */
    Map<String, Integer> right() {
        Map<String, Integer> right = new TreeMap<>();
        right.put("length", threshold(i -> seen.get(i).length));
        right.put("compressibility", threshold(i -> deflated(seen.get(i))));
        double[][] often = seen.stream().map(Spy::often).toArray(double[][]::new);
        double[][] centre = {centre(often, false), centre(often, true)};
        right.put("centre", count(i -> distance(often[i], centre[1]) < distance(often[i], centre[0])));
        right.put("neighbour", count(i -> truth[nearest(often, i)]));
        right.put("bit", bit());
        right.put("word", word());
        return right;
    }

    private int count(IntPredicate guess) {
        int right = 0;
        for (int i = half; i < seen.size(); i++) if (guess.test(i) == truth[i]) right++;
        return right;
    }

    /** Above which value it is the second offer, or below: whatever serves the first half best. */
    private int threshold(IntToDoubleFunction value) {
        double[] values = new double[seen.size()];
        for (int i = 0; i < values.length; i++) values[i] = value.applyAsDouble(i);
        double best = 0;
        int most = -1;
        boolean above = true;
        for (double cut : Arrays.copyOf(values, half)) {
            int agreeing = 0;
            for (int i = 0; i < half; i++) if (values[i] > cut == truth[i]) agreeing++;
            if (Math.max(agreeing, half - agreeing) <= most) continue;
            most = Math.max(agreeing, half - agreeing);
            above = agreeing * 2 >= half;
            best = cut;
        }
        double cut = best;
        boolean up = above;
        return count(i -> values[i] > cut == up);
    }

    private static int deflated(byte[] what) {
        Deflater deflater = new Deflater(6);
        deflater.setInput(what);
        deflater.finish();
        byte[] sink = new byte[8_192];
        int length = 0;
        while (!deflater.finished()) length += deflater.deflate(sink);
        deflater.end();
        return length;
    }

    private static double[] often(byte[] what) {
        double[] often = new double[BYTES];
        for (byte one : what) often[one & 0xff] += 1.0 / Math.max(1, what.length);
        return often;
    }

    private double[] centre(double[][] often, boolean which) {
        double[] centre = new double[BYTES];
        int of = 0;
        for (int i = 0; i < half; i++) if (truth[i] == which) of++;
        for (int i = 0; i < half; i++) {
            for (int b = 0; b < BYTES && truth[i] == which; b++) centre[b] += often[i][b] / of;
        }
        return centre;
    }

    private static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int b = 0; b < BYTES; b++) sum += (one[b] - other[b]) * (one[b] - other[b]);
        return sum;
    }

    private int nearest(double[][] often, int of) {
        int nearest = 0;
        for (int i = 1; i < half; i++) if (distance(often[i], often[of]) < distance(often[nearest], often[of])) nearest = i;
        return nearest;
    }

    private static boolean bitAt(byte[] what, int place) {
        return place / 8 < what.length && (what[place / 8] >> place % 8 & 1) == 1;
    }

    private int bit() {
        int best = 0;
        int most = 0;
        int strength = -1;
        int longest = seen.stream().mapToInt(one -> one.length).max().orElse(0);
        for (int place = 0; place < Math.min(longest, PLACES) * 8; place++) {
            int set = 0;
            for (int i = 0; i < half; i++) if (bitAt(seen.get(i), place) == truth[i]) set++;
            if (Math.max(set, half - set) > strength) {
                strength = Math.max(set, half - set);
                most = set;
                best = place;
            }
        }
        int place = best;
        boolean same = most * 2 >= half;
        return count(i -> bitAt(seen.get(i), place) == same);
    }

    private int word() {
        List<Set<String>> words = seen.stream().map(Spy::words).toList();
        Map<String, Integer> agreeing = new HashMap<>();
        for (int i = 0; i < half; i++) for (String word : words.get(i)) agreeing.merge(word, truth[i] ? 1 : -1, Integer::sum);
        String best = "";
        for (Map.Entry<String, Integer> word : agreeing.entrySet()) {
            if (Math.abs(word.getValue()) > Math.abs(agreeing.getOrDefault(best, 0))) best = word.getKey();
        }
        String told = best;
        boolean of = agreeing.getOrDefault(best, 0) > 0;
        return count(i -> words.get(i).contains(told) == of);
    }

    private static Set<String> words(byte[] what) {
        Set<String> words = new HashSet<>();
        for (String word : new String(what, StandardCharsets.ISO_8859_1).split(SHORT_WORDS)) if (word.length() > 1 && word.length() <= 24) words.add(word);
        return words;
    }
}
