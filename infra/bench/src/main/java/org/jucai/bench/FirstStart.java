package org.jucai.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * How long a newcomer waits: from starting the process on an empty data directory until it says that it is ready, the demo world
 * in it; then once more on the data that are there. Everything is built before: compiling is not in these times.
 */
public final class FirstStart {

    private static final int STARTS = Integer.getInteger("bench.starts", 3);
    private static final long PATIENCE_SECONDS = 240;

    private FirstStart() {}

    /** @param processor of the process and all that it started: PostgreSQL and Redis */
    private record Took(double wall, double processor) {}

    public static void main(String[] arguments) throws Exception {
        Files.createDirectories(Path.of("target"));
        List<Took> first = new ArrayList<>();
        List<Took> again = new ArrayList<>();
        for (int start = 0; start < STARTS; start++) {
            Path data = Files.createTempDirectory("jucai-first-start");
            try {
                first.add(start(data));
                again.add(start(data));
            } finally {
                remove(data);
            }
        }
        Results results = new Results();
        results.say("first start, to ready with the demo world in it", "≤ 15 s", told(first));
        results.say("start on data that are there, to ready", "", told(again));
        results.write("");
    }

    private static String told(List<Took> starts) {
        return "%.1f s (%.1f to %.1f s in %d starts; processor time %.1f s on %d cores)".formatted(median(starts, Took::wall),
                starts.stream().mapToDouble(Took::wall).min().orElseThrow(), starts.stream().mapToDouble(Took::wall).max().orElseThrow(),
                starts.size(), median(starts, Took::processor), Runtime.getRuntime().availableProcessors());
    }

    private static double median(List<Took> starts, ToDoubleFunction<Took> figure) {
        return starts.stream().mapToDouble(figure).sorted().skip(starts.size() / 2).findFirst().orElseThrow();
    }

    /** With the options of the README's command. */
    private static Took start(Path data) throws Exception {
        Path said = Path.of("target/first-start.log");
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-Xmx512m", "-XX:+UseCompactObjectHeaders", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-Djucai.data=" + data, "-Djucai.port=" + freePort(),
                "-cp", System.getProperty("java.class.path"), "org.jucai.local.LocalJucai").redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("JUCAI_"));
        long began = System.nanoTime();
        Process process = builder.start();
        try {
            while (!Files.readString(said).contains("Jucai is ready")) {
                boolean late = System.nanoTime() - began > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
                if (late || !process.isAlive()) throw new IllegalStateException("not ready: " + Files.readString(said));
                TimeUnit.MILLISECONDS.sleep(20);
            }
            return new Took((System.nanoTime() - began) / 1e9, processorSeconds(process.toHandle()));
        } finally {
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS)) process.destroyForcibly();
        }
    }

    private static double processorSeconds(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants()).mapToDouble(FirstStart::ownAndEnded).sum();
    }

    /** Of the process itself and of those it started that have ended, as the operating system counts it, in hundredths of a second. */
    private static double ownAndEnded(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Stream.of(fields[11], fields[12], fields[13], fields[14]).mapToLong(Long::parseLong).sum() / 100.0;
        } catch (IOException ended) {
            return 0;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(one -> {
                try {
                    Files.delete(one);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
    }
}
