package org.jucai.platform.notifications.webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody's machine that is posted to: behaves as a test says, by path, and remembers what came. */
public final class Receiver implements AutoCloseable {

    private static final int CHUNKS = 100_000;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ConcurrentLinkedQueue<Post> posts = new ConcurrentLinkedQueue<>();
    private final Map<String, String> ways = new ConcurrentHashMap<>();
    private final Map<String, Runnable> meanwhile = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    /** What was posted. */
    public record Post(String path, Map<String, String> headers, String body) {

        String id() {
            return headers.get("webhook-id");
        }

        /** Whether a body is the one that was signed, as the notes tell receivers to check it: nothing of the application's own code. */
        boolean verifies(String secret, String claimed) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replace("whsec_", "")), "HmacSHA256"));
                String signed = id() + "." + headers.get("webhook-timestamp") + "." + claimed;
                String expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
                return List.of(headers.get("webhook-signature").split(" ", -1)).contains(expected);
            } catch (GeneralSecurityException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url(String path) {
        return "http://localhost:" + port() + path;
    }

    /** A status; or SLOW, CLOSING, HUGE, REDIRECT. */
    void behaves(String path, String way) {
        ways.put(path, way);
    }

    /** What happens once, after a post to this path came in and before it is answered. */
    void onceBeforeAnswering(String path, Runnable what) {
        meanwhile.put(path, what);
    }

    public List<Post> at(String path) {
        return posts.stream().filter(post -> post.path().equals(path)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new ConcurrentHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        String path = exchange.getRequestURI().getPath();
        posts.add(new Post(path, headers, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        java.util.Optional.ofNullable(meanwhile.remove(path)).ifPresent(Runnable::run);
        switch (ways.getOrDefault(path, "204")) {
            case "SLOW" -> hang(exchange);
            case "CLOSING" -> exchange.close();
            case "HUGE" -> pour(exchange);
            case "REDIRECT" -> {
                exchange.getResponseHeaders().set("Location", url("/elsewhere"));
                exchange.sendResponseHeaders(307, -1);
                exchange.close();
            }
            case String status -> {
                exchange.sendResponseHeaders(Integer.parseInt(status), -1);
                exchange.close();
            }
        }
    }

    private void hang(HttpExchange exchange) {
        try {
            closing.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private static void pour(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] chunk = new byte[64 * 1024];
        for (int i = 0; i < CHUNKS; i++) exchange.getResponseBody().write(chunk);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
