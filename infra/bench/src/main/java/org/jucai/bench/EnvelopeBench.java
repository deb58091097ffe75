package org.jucai.bench;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jucai.platform.bidding.envelope.Envelope;
import org.jucai.platform.bidding.envelope.Opening;
import org.jucai.platform.bidding.envelope.Outcome;
import org.jucai.platform.bidding.envelope.Release;
import org.jucai.platform.bidding.envelope.Sealer;
import org.jucai.platform.bidding.envelope.SealingTerms;
import org.jucai.platform.bidding.envelope.Sender;
import org.jucai.platform.bidding.envelope.Shape;
import org.jucai.platform.bidding.envelope.Suite;
import org.jucai.platform.bidding.envelope.TrusteeSecret;

/**
 * Opens a realistic round: 100 envelopes of 120 lots, every section of every lot, with all that names a liar. Needs no server.
 * {@code mvn -q -Pbench -Dbench.main=org.jucai.bench.EnvelopeBench -pl infra/bench -am test -DskipTests}
 */
public final class EnvelopeBench {

    private static final int ENVELOPES = Integer.getInteger("bench.envelopes", 100);
    private static final int LOTS = Integer.getInteger("bench.lots", 120);
    private static final int TURNS = Integer.getInteger("bench.turns", 5);

    private final SecureRandom chance = new SecureRandom();
    private final List<TrusteeSecret> trustees = Stream.of("association", "bank", "supervisor").map(name -> TrusteeSecret.fresh(name, chance)).toList();
    private final List<String> lots = IntStream.rangeClosed(1, LOTS).mapToObj(lot -> "01931f00-0000-7000-8000-%012d".formatted(lot)).toList();
    private final SealingTerms terms = new SealingTerms(Suite.X25519, "R-2026-0042", lots, trustees.stream().map(TrusteeSecret::key).toList(), Shape.of(LOTS));

    private List<Kept> kept = List.of();

    /** An envelope as it is kept, and what the trustees released for it. */
    private record Kept(byte[] envelope, Sender sender, List<byte[]> releases) {}

    private EnvelopeBench() {}

    public static void main(String[] arguments) throws Exception {
        new EnvelopeBench().measure();
    }

    private void measure() throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();
        Took sealing = took(() -> kept = IntStream.rangeClosed(1, ENVELOPES).parallel().mapToObj(this::kept).toList());
        Results results = new Results();
        results.say("sealing %d envelopes of %d lots".formatted(ENVELOPES, LOTS), "", "%.1f s on %d cores, %.1f s of processor time; %d bytes each"
                .formatted(sealing.wall, cores, sealing.processor, kept.getFirst().envelope.length));
        for (int threads : List.of(1, cores)) {
            List<Took> turns = new ArrayList<>();
            for (int turn = 0; turn <= TURNS; turn++) turns.add(took(() -> open(threads)));
            // The first turn is the compiler's.
            List<Took> counted = turns.subList(1, turns.size());
            results.say("opening %d envelopes of %d lots on %d thread%s".formatted(ENVELOPES, LOTS, threads, threads == 1 ? "" : "s"), threads == cores ? "≤ 2 s" : "",
                    "%.2f s (%.2f to %.2f s in %d turns; processor time %.2f s)".formatted(median(counted, Took::wall), counted.stream().mapToDouble(Took::wall).min().orElseThrow(),
                            counted.stream().mapToDouble(Took::wall).max().orElseThrow(), counted.size(), median(counted, Took::processor)));
        }
        results.write("");
    }

    private record Took(double wall, double processor) {}

    private interface Act {
        Object run() throws Exception;
    }

    private static Took took(Act act) throws Exception {
        long wall = System.nanoTime();
        double processor = processorSeconds();
        act.run();
        return new Took((System.nanoTime() - wall) / 1e9, processorSeconds() - processor);
    }

    private static double median(List<Took> turns, ToDoubleFunction<Took> figure) {
        return turns.stream().mapToDouble(figure).sorted().skip(turns.size() / 2).findFirst().orElseThrow();
    }

    private Kept kept(int number) {
        Sender sender = new Sender("supplier-" + number, 1);
        List<Map<String, Object>> contents = new ArrayList<>();
        contents.add(Map.of("format", "jucai-offer-header/1", "lots", lots));
        for (String lot : lots) contents.add(lotOffer(lot, number));
        Envelope envelope = new Sealer(chance).seal(terms, sender, contents).envelope();
        List<Integer> sections = IntStream.rangeClosed(0, LOTS).boxed().toList();
        return new Kept(envelope.bytes(), sender, trustees.stream().limit(2).map(trustee -> trustee.release(envelope, sections).bytes()).toList());
    }

    private static Map<String, Object> lotOffer(String lot, int number) {
        Map<String, Object> offer = new HashMap<>();
        offer.put("format", "jucai-lot-offer/1");
        offer.put("lot", lot);
        offer.put("tiers", IntStream.range(0, 5).mapToObj(tier -> Map.of("fromKg", tier * 100_000, "priceFenPerTonne", 180_000 - number - tier * 1_000)).toList());
        offer.put("minimumKg", 32_000);
        offer.put("maximumKg", 1_000_000);
        return offer;
    }

    private int open(int threads) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> all = new ArrayList<>();
            for (Kept one : kept) all.add(pool.submit(() -> open(one)));
            for (Future<?> each : all) each.get();
            return all.size();
        }
    }

    private void open(Kept kept) {
        Envelope envelope = Envelope.read(kept.envelope, terms, kept.sender);
        List<Release> releases = kept.releases.stream().map(release -> Release.read(release, envelope)).toList();
        for (int section = 0; section <= LOTS; section++) {
            if (!(Opening.of(envelope, section, releases) instanceof Outcome.Opened)) throw new IllegalStateException("section " + section + " did not open");
        }
    }

    private static double processorSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }
}
