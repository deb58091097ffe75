package org.jucai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The baseline: pgbench writing the same three rows (line, event, record of the key) with the same indexes, one statement
 * and one commit per line, prepared, without security, validation or HTTP.
 */
final class Pgbench {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without");

    private final Place place;
    private final Path script;

    Pgbench(Place place, Fixture fixture) throws IOException {
        this.place = place;
        script = Path.of("target/pgbench.sql");
        String statement = Files.readString(Path.of("src/main/resources/line.sql")).replace("\n", " ")
                .replace("{round}", fixture.rounds().getFirst().toString())
                .replace("{association}", fixture.association().toString())
                .replace("{enterprise}", fixture.enterprise(0).toString());
        Files.writeString(script, "\\set kg random(60000, 120000)\n" + statement + "\n");
    }

    static boolean isThere() {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, "pgbench")));
    }

    /** Runs for some seconds with some clients. */
    Load.Outcome run(int clients, int seconds) throws Exception {
        Path logs = Files.createTempDirectory(Path.of("target"), "pgbench");
        Process process = new ProcessBuilder(List.of("pgbench", "-n", "-M", "prepared", "-c", String.valueOf(clients), "-j", "2", "-T",
                String.valueOf(seconds), "-l", "--log-prefix=" + logs.resolve("t"), "-f", script.toString(), "-h", "localhost", "-p",
                String.valueOf(place.postgresPort()), "-U", "postgres", "jucai")).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (!process.waitFor(seconds + 60L, TimeUnit.SECONDS) || process.exitValue() != 0) throw new IllegalStateException(said);
        Matcher rate = RATE.matcher(said);
        if (!rate.find()) throw new IllegalStateException(said);
        long[] times = times(logs);
        return new Load.Outcome(Math.round(Double.parseDouble(rate.group(1)) * seconds), seconds, times);
    }

    private static long[] times(Path logs) throws IOException {
        try (Stream<Path> files = Files.list(logs)) {
            long[] times = files.flatMap(file -> {
                try {
                    return Files.readAllLines(file).stream();
                } catch (IOException failure) {
                    throw new java.io.UncheckedIOException(failure);
                }
            }).mapToLong(line -> Long.parseLong(line.split(" ")[2])).toArray();
            Arrays.sort(times);
            return times;
        }
    }
}
