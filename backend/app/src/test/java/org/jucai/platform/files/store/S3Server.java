package org.jucai.platform.files.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** S3Proxy in a process of its own: a server that others wrote, which speaks S3 and checks signatures and the hash of what it is sent. The build fetches it. */
final class S3Server implements AutoCloseable {

    static final String KEY_ID = "jucai-test";
    static final String SECRET = "a-secret-of-the-tests";

    private static final Path JAR = Path.of("target", "s3", "s3proxy.jar");

    private final Process process;
    private final int port;

    private S3Server(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static S3Server start() {
        try {
            int port = freePort();
            Path settings = Files.createTempFile("s3proxy", ".properties");
            Files.write(settings, List.of("s3proxy.authorization=aws-v4", "s3proxy.endpoint=http://127.0.0.1:" + port, "s3proxy.identity=" + KEY_ID,
                    "s3proxy.credential=" + SECRET, "jclouds.provider=transient-nio2"));
            Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx160m", "-jar", JAR.toAbsolutePath().toString(),
                    "--properties", settings.toString()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            S3Server server = new S3Server(process, port);
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(server::answers);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private boolean answers() throws InterruptedException {
        if (!process.isAlive()) throw new AssertionError("the server ended: is " + JAR + " there?");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(endpoint())).build(), HttpResponse.BodyHandlers.discarding()).statusCode() > 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
