package org.jucai.platform.membership.texting;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway on this machine that answers what a test tells it to, for each phone, and remembers what it was asked. */
public final class Gateway implements AutoCloseable {

    static final int HANGS = 0;

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Post> posts = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    /** What was posted. */
    public record Post(Map<String, String> headers, byte[] raw, JsonNode body) {
        public String phone() {
            return body.path("phone").asString();
        }

        String id() {
            return body.path("messageId").asString();
        }
    }

    public Gateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/send", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/send";
    }

    void answers(String phone, int status) {
        answers.put(phone, status);
    }

    public List<Post> to(String phone) {
        return posts.stream().filter(post -> post.phone().equals(phone)).toList();
    }

    List<Post> all() {
        return List.copyOf(posts);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] raw = exchange.getRequestBody().readAllBytes();
        Map<String, String> headers = new ConcurrentHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
        Post post = new Post(headers, raw, JSON.readTree(raw));
        posts.add(post);
        int status = answers.getOrDefault(post.phone(), 202);
        if (status == HANGS) {
            await();
            exchange.close();
            return;
        }
        byte[] repeated = ("you said " + new String(raw, java.nio.charset.StandardCharsets.UTF_8)).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, repeated.length);
        exchange.getResponseBody().write(repeated);
        exchange.close();
    }

    private void await() {
        try {
            closing.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
