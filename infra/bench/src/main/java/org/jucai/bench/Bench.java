package org.jucai.bench;

import ch.qos.logback.classic.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs everything, interleaved, and writes the table. */
public final class Bench {

    private static final int TURNS = Integer.getInteger("bench.turns", 3);
    private static final int LINES = Integer.getInteger("bench.lines", 20_000);
    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 150_000);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 8);

    /** {@code intake} or {@code live} to measure that alone, and leave the table's other rows as they are. */
    private static final String PART = System.getProperty("bench.part", "");

    private final Results results = new Results();

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        if (!Pgbench.isThere()) {
            System.err.println("The baseline needs pgbench: install Debian's package postgresql-contrib (or PostgreSQL's client tools) and run again.");
            System.exit(1);
        }
        Files.createDirectories(Path.of("target"));
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) root.setLevel(Level.WARN);
        Bench bench = new Bench();
        if (!PART.equals("live")) bench.intake();
        if (!PART.equals("intake")) bench.live();
        bench.write();
    }

    private void intake() throws Exception {
        try (Place place = new Place(192); Connection database = place.database()) {
            measure(place, database);
        }
    }

    private void live() throws Exception {
        try (Place place = new Place(512); Connection database = place.database()) {
            new LiveBench(place, new Fixture(database), LINES, results::say).measure();
        }
    }

    private void measure(Place place, Connection database) throws Exception {
        Fixture fixture = new Fixture(database);
        Load load = new Load(place.port(), fixture);
        Pgbench pgbench = new Pgbench(place, fixture);
        load.run(256, WARM_UP, 1);
        List<Load.Outcome> wide = new ArrayList<>();
        List<Load.Outcome> narrow = new ArrayList<>();
        List<Load.Outcome> spread = new ArrayList<>();
        List<Load.Outcome> base = new ArrayList<>();
        List<Map<Processor.Part, Double>> costs = new ArrayList<>();
        List<Map<Processor.Part, Double>> baseCosts = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            Processor before = place.processor();
            wide.add(load.run(256, LINES, 1));
            Processor between = place.processor();
            base.add(pgbench.run(32, SECONDS));
            costs.add(between.since(before, wide.getLast().lines()));
            baseCosts.add(place.processor().since(between, base.getLast().lines()));
            narrow.add(load.run(32, LINES / 2, 1));
            spread.add(load.run(256, LINES, 100));
        }
        report(place, wide, narrow, spread, base);
        results.say("processor time of a line, 256 in flight (the cause of the first row)", "", "%.0f µs application, %.0f µs PostgreSQL serving it, %.0f µs PostgreSQL for the followers of the feed, %.0f µs load".formatted(
                cost(costs, Processor.Part.APPLICATION), cost(costs, Processor.Part.SERVING), cost(costs, Processor.Part.FOLLOWING), cost(costs, Processor.Part.LOAD)));
        results.say("processor time of a line of pgbench", "", "%.0f µs its server, %.0f µs itself; besides %.0f µs of the idle application and its followers".formatted(
                cost(baseCosts, Processor.Part.OTHER_POSTGRES), cost(baseCosts, Processor.Part.PGBENCH),
                cost(baseCosts, Processor.Part.APPLICATION) + cost(baseCosts, Processor.Part.SERVING) + cost(baseCosts, Processor.Part.FOLLOWING)));
        pool(place, database, fixture);
    }

    private void write() throws Exception {
        results.write("`mvn -q -Pbench -pl infra/bench -am test -DskipTests` on " + Runtime.getRuntime().availableProcessors()
                + " cores; the load, the application and PostgreSQL share them.");
    }

    private void report(Place place, List<Load.Outcome> wide, List<Load.Outcome> narrow, List<Load.Outcome> spread, List<Load.Outcome> base) throws Exception {
        double pg = median(base, Load.Outcome::perSecond);
        double app = median(wide, Load.Outcome::perSecond);
        results.say("intake, 256 in flight, against pgbench at 32 clients", "≥ 1.2 ×", "%.2f × (%.0f/s against %.0f/s; p50 %.1f ms, p99 %.1f ms)".formatted(app / pg, app, pg,
                median(wide, o -> o.milliseconds(.5)), median(wide, o -> o.milliseconds(.99))));
        double slow = median(narrow, o -> o.milliseconds(.99));
        double pgSlow = median(base, o -> o.milliseconds(.99));
        results.say("p99 at 32 in flight, against pgbench at 32 clients", "≤ 4 ×", "%.2f × (%.1f ms against %.1f ms; %.0f/s)".formatted(slow / pgSlow, slow, pgSlow, median(narrow, Load.Outcome::perSecond)));
        results.say("all lines into one pool, against over 100 pools", "≥ 0.9 ×", "%.2f ×".formatted(app / median(spread, Load.Outcome::perSecond)));
        results.say("resident memory of the application", "≤ 512 MB", place.residentMegabytes() + " MB at most");
    }

    /** The pool's running totals against the plain group-by over a million lines, and that both say the same. */
    private void pool(Place place, Connection database, Fixture fixture) throws Exception {
        try (Statement statement = database.createStatement()) {
            statement.execute(("insert into demand_line select uuidv7(), '%s', code, association_id, enterprise_id, status, version, accepted_grades, or_better, minimum_kg, target_kg, "
                    + "maximum_kg, price_cap_fen_per_tonne, delivery_point_id, delivery_point_name, zone, from_on, to_on, window_from_on, window_to_on, kiln_type, size, packing, "
                    + "approved_sources, invoices, payment, spec_overrides, remark, entered_for_member, lot_id, submitted_at "
                    + "from (select * from demand_line where round_id = '%s' limit 1000) d cross join generate_series(1, 1000)").formatted(fixture.rounds().get(100), fixture.rounds().getFirst()));
            statement.execute("vacuum analyze demand_line");
            statement.execute("vacuum analyze pool_cell");
            String grouped = "select accepted_grades[1], zone, window_from_on, count(*), sum(minimum_kg), sum(target_kg), sum(maximum_kg) from demand_line where round_id = '%s' and status in ('SUBMITTED','COMMITTED','POOLED') group by 1, 2, 3";
            String summed = "select grade, zone, window_from_on, lines, minimum_kg, target_kg, maximum_kg from pool_cell where round_id = '%s'";
            double plain = milliseconds(statement, grouped.formatted(fixture.rounds().get(100)));
            double kept = milliseconds(statement, summed.formatted(fixture.rounds().getFirst()));
            results.say("pool view against the plain group-by at 1 M lines (in the database)", "≤ 1/300", "1/%.0f (%.2f ms against %.0f ms)".formatted(plain / kept, kept, plain));
        }
    }

    private static double milliseconds(Statement statement, String sql) throws Exception {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            try (ResultSet rows = statement.executeQuery("explain (analyze, timing off, format text) " + sql)) {
                while (rows.next()) if (rows.getString(1).startsWith("Execution Time")) times.add(Double.parseDouble(rows.getString(1).replaceAll("[^0-9.]", "")));
            }
        }
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    private static double cost(List<Map<Processor.Part, Double>> turns, Processor.Part part) {
        return turns.stream().mapToDouble(turn -> turn.getOrDefault(part, 0.0)).sorted().skip(turns.size() / 2).findFirst().orElseThrow();
    }

    private static double median(List<Load.Outcome> outcomes, ToDoubleFunction<Load.Outcome> figure) {
        return outcomes.stream().mapToDouble(figure).sorted().skip(outcomes.size() / 2).findFirst().orElseThrow();
    }
}
