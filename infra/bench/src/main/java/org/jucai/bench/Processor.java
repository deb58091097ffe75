package org.jucai.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who used the processor: read from the operating system's account of each process, before and after. */
final class Processor {

    /** Ticks of the account in a second; Linux shows them so whatever the kernel counts in. */
    private static final double TICKS = 100;

    /** The parts that share the machine. */
    enum Part { APPLICATION, LOAD, PGBENCH, SERVING, FOLLOWING, OTHER_POSTGRES }

    private final Map<Part, Double> seconds = new EnumMap<>(Part.class);

    private Processor() {}

    /**
     * Now.
     *
     * @param application its process
     * @param postmaster the PostgreSQL server's first process
     */
    static Processor now(long application, long postmaster) throws IOException {
        Processor now = new Processor();
        now.add(Part.APPLICATION, account(application).own());
        Account self = account(ProcessHandle.current().pid());
        now.add(Part.LOAD, self.own());
        now.add(Part.PGBENCH, self.children());
        now.add(Part.OTHER_POSTGRES, account(postmaster).children());
        try (Stream<ProcessHandle> backends = ProcessHandle.of(postmaster).orElseThrow().children()) {
            for (ProcessHandle backend : backends.toList()) now.add(part(backend.pid()), account(backend.pid()).own());
        }
        return now;
    }

    /** Microseconds used since {@code before} for each of {@code lines}. */
    Map<Part, Double> since(Processor before, long lines) {
        return seconds.keySet().stream().collect(Collectors.toMap(part -> part,
                part -> (seconds.get(part) - before.seconds.getOrDefault(part, 0.0)) / lines * 1e6, (one, other) -> one, () -> new EnumMap<>(Part.class)));
    }

    private void add(Part part, double more) {
        seconds.merge(part, more, Double::sum);
    }

    private record Account(double own, double children) {}

    /** A process that ended in between has no account; what it used is its parent's by then. */
    private static Account account(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return new Account((Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS, (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS);
        } catch (java.nio.file.NoSuchFileException ended) {
            return new Account(0, 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** PostgreSQL writes into a connection's title which role it serves. */
    private static Part part(long pid) {
        try {
            String title = Files.readString(Path.of("/proc", String.valueOf(pid), "cmdline"));
            if (title.startsWith("postgres: jucai_app")) return Part.SERVING;
            return title.startsWith("postgres: jucai_worker") ? Part.FOLLOWING : Part.OTHER_POSTGRES;
        } catch (IOException ended) {
            return Part.OTHER_POSTGRES;
        }
    }
}
