package org.jucai.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jucai.platform.bidding.envelope.Envelope;
import org.jucai.platform.bidding.envelope.Opening;
import org.jucai.platform.bidding.envelope.Outcome;
import org.jucai.platform.bidding.envelope.Release;
import org.jucai.platform.bidding.envelope.Sender;

/**
 * Opens a round of 100 envelopes of 120 lots by the real server with its database: two trustees hand in their signed releases by HTTP as their
 * pages do, twenty envelopes at a time, and the clock runs from the second trustee's first request about the lots until the round is opened, its
 * record complete and its offers in the book. Beside it, in the same run and on the same envelopes, the cryptography alone.
 * {@code mvn -q -Pbench -Dbench.main=org.jucai.bench.OpeningBench -Dbench.memory=1g -pl infra/bench -am test -DskipTests}
 */
public final class OpeningBench {

    private static final int ENVELOPES = Integer.getInteger("bench.envelopes", 100);
    private static final int LOTS = Integer.getInteger("bench.lots", 120);
    private static final int TURNS = Integer.getInteger("bench.turns", 3);
    private static final int TOGETHER = 20;
    private static final long PATIENCE_SECONDS = 120;

    private final int cores = Runtime.getRuntime().availableProcessors();
    private final List<Double> opened = new ArrayList<>();
    private final List<Double> headers = new ArrayList<>();
    private final List<Double> alone = new ArrayList<>();
    private final List<Map<Processor.Part, Double>> costs = new ArrayList<>();

    private OpeningBench() {}

    public static void main(String[] arguments) throws Exception {
        Files.createDirectories(Path.of("target"));
        new OpeningBench().measure();
    }

    private void measure() throws Exception {
        try (Place place = new Place(512); Connection database = place.database()) {
            UUID bank = UUID.randomUUID();
            UUID supervisor = UUID.randomUUID();
            SealedRound.Keepers keepers = SealedRound.Keepers.of(UUID.randomUUID(), bank, supervisor);
            List<Keeper> two = List.of(Keeper.of(database, place, bank, "BANK", "BANK_RISK_OFFICER"), Keeper.of(database, place, supervisor, "SUPERVISOR", "SUPERVISOR"));
            // The first turn is a server that has just started, and told apart.
            for (int turn = 0; turn <= TURNS; turn++) turn(place, database, keepers, two);
        }
        report();
    }

    private void turn(Place place, Connection database, SealedRound.Keepers keepers, List<Keeper> two) throws Exception {
        SealedRound round = new SealedRound(keepers, ENVELOPES, LOTS);
        round.write(database);
        alone.add(seconds(() -> open(round)));
        await(database, round, "HEADERS");
        release(two.getFirst(), round, "HEADERS", kept -> kept.headers().getFirst());
        headers.add(seconds(() -> {
            release(two.getLast(), round, "HEADERS", kept -> kept.headers().getLast());
            await(database, round, "SECTIONS");
        }));
        release(two.getFirst(), round, "SECTIONS", kept -> kept.sections().getFirst());
        Processor before = place.processor();
        opened.add(seconds(() -> {
            release(two.getLast(), round, "SECTIONS", kept -> kept.sections().getLast());
            await(database, round, "OPENED");
        }));
        costs.add(place.processor().since(before, 1));
        check(database, round);
        System.out.printf("turn: %.2f s, headers %.2f s, cryptography alone %.2f s, %s%n", opened.getLast(), headers.getLast(), alone.getLast(), costs.getLast());
    }

    private static void release(Keeper keeper, SealedRound round, String phase, Function<SealedRound.Kept, byte[]> said) throws Exception {
        for (int from = 0; from < ENVELOPES; from += TOGETHER) {
            keeper.releases(round.id(), phase, round.kept().subList(from, Math.min(ENVELOPES, from + TOGETHER)).stream().map(said).toList());
        }
    }

    /** Asked of the database, so that asking costs the application nothing. */
    private static void await(Connection database, SealedRound round, String phase) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try (PreparedStatement reached = database.prepareStatement("select 1 from opening where round_id = ? and phase = ?")) {
            reached.setObject(1, round.id());
            reached.setString(2, phase);
            for (boolean there = false; !there; ) {
                try (ResultSet row = reached.executeQuery()) {
                    there = row.next();
                }
                if (System.nanoTime() > end) throw new IllegalStateException("the opening never came to " + phase);
                if (!there) TimeUnit.MILLISECONDS.sleep(5);
            }
        }
    }

    /** Every lot of every envelope lies open in the book. */
    private static void check(Connection database, SealedRound round) throws Exception {
        try (var statement = database.createStatement(); var rows = statement.executeQuery("""
                select (select count(*) from bid where round_id = '%1$s' and status = 'OPENED'),
                       (select string_agg(distinct state || faults::text, ' ') from opening_section where round_id = '%1$s')""".formatted(round.id()))) {
            rows.next();
            if (rows.getLong(1) != (long) ENVELOPES * LOTS) throw new IllegalStateException("only " + rows.getLong(1) + " offers are open: " + rows.getString(2));
        }
    }

    private interface Act {
        void run() throws Exception;
    }

    private static double seconds(Act act) throws Exception {
        long began = System.nanoTime();
        act.run();
        return (System.nanoTime() - began) / 1e9;
    }

    /** What any opening must do at least: reads, unseals, checks and seals again each section, on as many threads as there are cores. */
    private void open(SealedRound round) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(cores)) {
            List<Future<?>> all = new ArrayList<>();
            for (SealedRound.Kept one : round.kept()) all.add(pool.submit(() -> open(round, one)));
            for (Future<?> each : all) each.get();
        }
    }

    private static void open(SealedRound round, SealedRound.Kept one) {
        Envelope envelope = Envelope.read(one.envelope(), round.terms(), new Sender(one.supplier().toString(), 1));
        List<Release> releases = one.sections().stream().map(release -> Release.read(release, envelope)).toList();
        for (int section = 1; section <= LOTS; section++) {
            if (!(Opening.of(envelope, section, releases) instanceof Outcome.Opened)) throw new IllegalStateException("section " + section + " did not open");
        }
    }

    private void report() throws Exception {
        Results results = new Results();
        String what = "opening %d envelopes of %d lots on the server, from the second trustee's shares to the opened round".formatted(ENVELOPES, LOTS);
        double server = median(opened, each -> each);
        double least = median(alone, each -> each);
        results.say(what, "≤ 2 s", "%.2f s (%.2f to %.2f s in %d turns; %.2f s on a server just started), %.2f × the cryptography alone on %d cores (%.2f s)".formatted(server,
                counted(opened).stream().min(Double::compare).orElseThrow(), counted(opened).stream().max(Double::compare).orElseThrow(), TURNS, opened.getFirst(), server / least, cores, least));
        results.say("the headers before that, from the second trustee's shares until the lots are asked for", "", "%.2f s".formatted(median(headers, each -> each)));
        results.say("processor time of that opening", "", "%.2f s application, %.2f s PostgreSQL, %.2f s trustees' pages".formatted(part(Processor.Part.APPLICATION),
                part(Processor.Part.SERVING) + part(Processor.Part.FOLLOWING), part(Processor.Part.LOAD)));
        results.write("");
    }

    private double part(Processor.Part part) {
        return median(costs, each -> each.getOrDefault(part, 0.0) / 1e6);
    }

    private static <T> List<T> counted(List<T> turns) {
        return turns.subList(1, turns.size());
    }

    private static <T> double median(List<T> turns, ToDoubleFunction<T> figure) {
        List<T> counted = counted(turns);
        return counted.stream().mapToDouble(figure).sorted().skip(counted.size() / 2).findFirst().orElseThrow();
    }
}
