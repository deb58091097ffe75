package org.jucai.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redis.embedded.RedisServer;

/** One durable PostgreSQL, one Redis and the application in a process of its own. */
final class Place implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final RedisServer redis;
    private final Process app;
    private final int port;

    private final int heapMegabytes;

    /** @param heapMegabytes how much heap the application may use */
    Place(int heapMegabytes) throws Exception {
        this.heapMegabytes = heapMegabytes;
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on").setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "256MB").setServerConfig("max_wal_size", "4GB").setServerConfig("max_connections", "120")
                .start();
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute("create role jucai_owner login password 'owner'");
            statement.execute("create role jucai_app login password 'app'");
            statement.execute("create role jucai_worker login password 'worker'");
            statement.execute("create database jucai owner jucai_owner");
        }
        int redisPort = freePort();
        redis = RedisServer.newRedisServer().port(redisPort).setting("save \"\"").setting("bind 127.0.0.1").build();
        redis.start();
        port = freePort();
        app = start(redisPort);
        awaitReady();
    }

    private Process start(int redisPort) throws IOException {
        String database = "localhost:" + postgres.getPort() + "/jucai";
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:MaxDirectMemorySize=96m", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path")));
        command.addAll(Stream.of(System.getProperty("bench.jvm", "").split(" ")).filter(option -> !option.isEmpty()).toList());
        command.add("org.jucai.platform.JucaiApplication");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Path.of("target/app.log").toFile());
        builder.environment().putAll(Map.of(
                "JUCAI_DATABASE_URL", "r2dbc:postgresql://" + database, "JUCAI_DATABASE_APP_PASSWORD", "app",
                "JUCAI_DATABASE_WORKER_PASSWORD", "worker", "JUCAI_DATABASE_OWNER_URL", "jdbc:postgresql://" + database,
                "JUCAI_DATABASE_OWNER_PASSWORD", "owner", "JUCAI_REDIS_URL", "redis://localhost:" + redisPort,
                "JUCAI_PORT", String.valueOf(port), "JUCAI_MANAGEMENT_PORT", String.valueOf(freePort()),
                "JUCAI_LIVE_PERADDRESS", "20000", "JUCAI_SEALING_KEY", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="));
        // The bench's trustees have no authenticator; whoever has one is still asked for it.
        builder.environment().put("JUCAI_SECOND_FACTOR", "when_enrolled");
        return builder.start();
    }

    private void awaitReady() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest ask = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/readyz")).timeout(Duration.ofSeconds(2)).build();
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90); System.nanoTime() < end; ) {
            try {
                if (client.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) return;
            } catch (IOException notYet) {
                // It is still starting.
            }
            if (!app.isAlive()) throw new IllegalStateException("the application ended: " + Files.readString(Path.of("target/app.log")));
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new IllegalStateException("the application was not ready within 90 seconds: see target/app.log");
    }

    int port() {
        return port;
    }

    int postgresPort() {
        return postgres.getPort();
    }

    /** As superuser, to the maintenance database. */
    private Connection connect() throws Exception {
        return postgres.getPostgresDatabase().getConnection();
    }

    /** As superuser, to the application's database: fixtures and baselines only. */
    Connection database() throws Exception {
        return postgres.getDatabase("postgres", "jucai").getConnection();
    }

    /** Largest resident memory of the application so far, in megabytes; read from the operating system. */
    long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(app.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst().orElse(-1);
    }

    /** What is alive on the application's heap after a full collection: bytes by class. */
    Map<String, Long> liveBytes() throws Exception {
        Process histogram = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), String.valueOf(app.pid()), "GC.class_histogram")
                .redirectErrorStream(true).start();
        return new String(histogram.getInputStream().readAllBytes()).lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length >= 4 && fields[0].matches("\\d+:"))
                .collect(Collectors.toMap(fields -> fields[3], fields -> Long.parseLong(fields[2]), Long::sum));
    }

    /** Who has used the processor so far. */
    Processor processor() throws Exception {
        try (Connection connection = connect(); Statement statement = connection.createStatement();
                ResultSet directory = statement.executeQuery("show data_directory")) {
            directory.next();
            long postmaster = Long.parseLong(Files.readAllLines(Path.of(directory.getString(1), "postmaster.pid")).getFirst());
            return Processor.now(app.pid(), postmaster);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws Exception {
        app.destroy();
        app.waitFor(20, TimeUnit.SECONDS);
        redis.stop();
        postgres.close();
    }
}
