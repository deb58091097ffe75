package org.jucai.bench;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
 * {@code java -cp ... org.jucai.bench.EnvelopeBench}
 */
public final class EnvelopeBench {

    private static final int ENVELOPES = Integer.getInteger("bench.envelopes", 100);
    private static final int LOTS = Integer.getInteger("bench.lots", 120);
    private static final int TURNS = Integer.getInteger("bench.turns", 5);

    private final SecureRandom chance = new SecureRandom();
    private final List<TrusteeSecret> trustees = Stream.of("association", "bank", "supervisor").map(name -> TrusteeSecret.fresh(name, chance)).toList();
    private final List<String> lots = IntStream.rangeClosed(1, LOTS).mapToObj(lot -> "01931f00-0000-7000-8000-%012d".formatted(lot)).toList();
    private final SealingTerms terms = new SealingTerms(Suite.X25519, "R-2026-0042", lots, trustees.stream().map(TrusteeSecret::key).toList(), Shape.of(LOTS));

    /** An envelope as it is kept, and what the trustees released for it. */
    private record Kept(byte[] envelope, Sender sender, List<byte[]> releases) {}

    private EnvelopeBench() {}

    public static void main(String[] arguments) throws Exception {
        new EnvelopeBench().measure();
    }

    private void measure() throws Exception {
        long before = System.nanoTime();
        List<Kept> kept = IntStream.rangeClosed(1, ENVELOPES).parallel().mapToObj(this::kept).toList();
        int cores = Runtime.getRuntime().availableProcessors();
        System.out.printf("sealed and released %d envelopes of %d lots in %.1f s on %d cores; an envelope has %d bytes%n", ENVELOPES, LOTS, seconds(before), cores, kept.getFirst().envelope.length);
        for (int threads : List.of(1, cores)) {
            List<Double> turns = new ArrayList<>();
            double processor = processorSeconds();
            for (int turn = 0; turn < TURNS; turn++) turns.add(open(kept, threads));
            processor = (processorSeconds() - processor) / TURNS;
            System.out.printf("%d envelopes of %d lots opened on %d threads: median %.2f s, best %.2f s, worst %.2f s, processor time %.2f s (target 2 s on 2 cores)%n", ENVELOPES, LOTS, threads,
                    turns.stream().sorted().skip(TURNS / 2).findFirst().orElseThrow(), turns.stream().min(Double::compare).orElseThrow(), turns.stream().max(Double::compare).orElseThrow(), processor);
        }
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

    private double open(List<Kept> kept, int threads) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            long before = System.nanoTime();
            List<Future<?>> all = new ArrayList<>();
            for (Kept one : kept) all.add(pool.submit(() -> open(one)));
            for (Future<?> each : all) each.get();
            return seconds(before);
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

    private static double seconds(long before) {
        return (System.nanoTime() - before) / 1e9;
    }
}
