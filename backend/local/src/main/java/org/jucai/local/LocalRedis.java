package org.jucai.local;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import redis.embedded.core.ExecutableProvider;

/**
 * A real Redis on the loopback address, with a password and an append-only file, which the system writes to the disk when it
 * sees fit: with a sync each second a busy disk holds up every answer for seconds, and no truth is kept here. It runs as a daemon in its own session, so
 * that Ctrl-C in the terminal reaches the application first and the servers stop after it, in order.
 */
final class LocalRedis {

    static final String SHUTDOWN = "TERM";

    private static final Duration TO_START = Duration.ofSeconds(20);

    private final DataDirectory data;
    private final int port;
    private final String password;

    private LocalRedis(DataDirectory data, int port, String password) {
        this.data = data;
        this.port = port;
        this.password = password;
    }

    static LocalRedis start(DataDirectory data, Notebook notebook) {
        LocalRedis redis = new LocalRedis(data, notebook.port("redis"), notebook.password("redis"));
        try {
            redis.launch();
        } catch (IOException e) {
            throw new LocalTrouble("redis.failed", data.resolve("redis.log"), e.getMessage());
        }
        return redis;
    }

    static Path pidFile(DataDirectory data) {
        return data.resolve("redis").resolve("redis.pid");
    }

    int port() {
        return port;
    }

    String password() {
        return password;
    }

    private void launch() throws IOException {
        Path home = Files.createDirectories(data.resolve("redis"));
        Path binaries = Files.createDirectories(data.resolve("bin").resolve("redis"));
        Path program = ExecutableProvider.newJarResourceProvider(binaries.toFile()).get().toPath().toRealPath();
        Path log = data.freshLog("redis.log");
        Path configuration = home.resolve("redis.conf");
        Files.deleteIfExists(configuration);
        Files.createFile(configuration, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(configuration, configuration(home, log));
        Process launcher = new ProcessBuilder(List.of(program.toString(), configuration.toString()))
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            launcher.waitFor(TO_START.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!Patience.until(TO_START, this::answers)) {
            throw new IOException("no answer on port " + port);
        }
    }

    private String configuration(Path home, Path log) {
        return """
                bind 127.0.0.1
                port %d
                requirepass %s
                dir "%s"
                daemonize yes
                pidfile "%s"
                logfile "%s"
                appendonly yes
                appendfsync no
                save ""
                maxmemory 128mb
                maxmemory-policy noeviction
                """.formatted(port, password, home, pidFile(data), log);
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(1000);
            socket.getOutputStream().write(("AUTH " + password + "\r\nPING\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.US_ASCII).contains("+PONG");
        } catch (IOException notYet) {
            return false;
        }
    }
}
