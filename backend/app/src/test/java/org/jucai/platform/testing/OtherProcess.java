package org.jucai.platform.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jucai.platform.JucaiApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * The application in a process of its own, on the database of a test. Its clock runs, from {@link #NOW} on when the first
 * such process of the test run is started, and is the same in all of them.
 */
public final class OtherProcess implements AutoCloseable {

    /** An hour after the tests' clock starts: rounds that open in an hour may end from here on. */
    public static final Instant NOW = TestClock.START.plus(Duration.ofHours(1));

    private static final String AHEAD = "jucai.test.ahead";
    private static final Duration OFFSET = Duration.between(Instant.now(), NOW);
    private static final Duration TO_START = Duration.ofSeconds(120);
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;
    private final Path output;
    private final int port;

    private OtherProcess(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    /** What such a process does; its arguments are the settings. */
    public static void main(String[] arguments) {
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.parse(System.getProperty(AHEAD)));
        new SpringApplicationBuilder(JucaiApplication.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("clock", clock))
                .run(arguments);
    }

    /** The time it is in these processes. */
    public static Instant time() {
        return Instant.now().plus(OFFSET);
    }

    /** @param more settings beyond those of every test, as the command line says them */
    public static OtherProcess start(String database, String... more) {
        try {
            int port = freePort();
            Path output = Files.createTempFile("jucai-process", ".out");
            List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx320m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                    "-Duser.timezone=UTC", "-D" + AHEAD + "=" + OFFSET, "-cp", classPath(), OtherProcess.class.getName(),
                    "--server.port=" + port, "--management.server.port=0"));
            for (Map.Entry<String, Object> one : Servers.settings(database).entrySet()) command.add("--" + one.getKey() + "=" + one.getValue());
            command.addAll(List.of(more));
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
            return new OtherProcess(process, output, port);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Waits until it answers. */
    public OtherProcess ready() {
        Awaitility.await().atMost(TO_START).until(() -> answers() || !process.isAlive());
        if (!process.isAlive()) throw new AssertionError("the process ended:\n" + said());
        return this;
    }

    private boolean answers() {
        try {
            HttpRequest asked = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/readyz")).timeout(Duration.ofSeconds(5)).build();
            return HTTP.send(asked, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    public int port() {
        return port;
    }

    public String said() {
        try {
            return Files.readString(output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether one of these local ports is a connection of this process, as the system lists them. */
    public boolean holds(List<String> localPorts) {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            Set<String> sockets = open.map(OtherProcess::target).collect(Collectors.toSet());
            return Stream.concat(Files.readAllLines(Path.of("/proc/net/tcp")).stream(), Files.readAllLines(Path.of("/proc/net/tcp6")).stream()).map(line -> line.trim().split("\\s+", -1))
                    .filter(line -> line.length > 9 && sockets.contains("socket:[" + line[9] + "]"))
                    .map(line -> Integer.toString(Integer.parseInt(line[1].substring(line[1].lastIndexOf(':') + 1), 16)))
                    .anyMatch(localPorts::contains);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedSince) {
            return "";
        }
    }

    /** SIGKILL: no hook runs, nothing is flushed. */
    public void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) throw new AssertionError("still there after SIGKILL");
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) kill();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Surefire hides the real class path behind a jar of its own. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator);
    }
}
