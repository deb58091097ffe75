package org.jucai.platform.bidding.envelope;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A round with seven lots and three trustees, for tests: all chance comes from a seed. */
final class Round {

    static final List<String> LOTS = IntStream.rangeClosed(1, 7).mapToObj(lot -> "lot-" + lot).toList();

    final SecureRandom chance;
    final List<TrusteeSecret> trustees;
    final SealingTerms terms;

    Round(String name, long seed) {
        chance = seeded(seed);
        trustees = Stream.of("association", "bank", "supervisor").map(trustee -> TrusteeSecret.fresh(trustee, chance)).toList();
        terms = new SealingTerms(Suite.X25519, name, LOTS, trustees.stream().map(TrusteeSecret::key).toList(), Shape.of(LOTS.size()));
    }

    static SecureRandom seeded(long seed) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(seed);
            return random;
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    static Map<String, Object> content(String lot, long price) {
        return Map.of("format", "jucai-lot-offer/1", "lot", lot, "price", price);
    }

    static List<Map<String, Object>> offer(long price, int lots) {
        List<Map<String, Object>> contents = new ArrayList<>();
        contents.add(Map.of("format", "jucai-offer-header/1", "lots", LOTS.subList(0, lots)));
        for (int i = 0; i < lots; i++) contents.add(content(LOTS.get(i), price + i));
        return contents;
    }

    Sealer.Sealed seal(String supplier) {
        return new Sealer(chance).seal(terms, new Sender(supplier, 1), offer(180_000, 3));
    }

    TrusteeSecret trustee(int number) {
        return trustees.get(number - 1);
    }

    /** Honest releases of one section. */
    List<Release> release(Envelope envelope, int section, int... numbers) {
        return IntStream.of(numbers).mapToObj(number -> trustee(number).release(envelope, List.of(section))).toList();
    }

    /** A trustee that says this instead of what was sealed to it. */
    Release lie(Envelope envelope, int number, ReleasedShare said) {
        return trustee(number).say(envelope, List.of(said));
    }
}
