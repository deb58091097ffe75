package org.jucai.platform.notifications.wecom;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server where robots listen, by their keys: answers as a test says and remembers what came. */
final class Robots implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ConcurrentLinkedQueue<Post> posts = new ConcurrentLinkedQueue<>();
    private final Map<String, String> ways = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    /** What was posted. */
    record Post(String method, String key, String contentType, String body) {}

    Robots() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/cgi-bin/webhook/send", this::answer);
        server.createContext("/elsewhere", exchange -> {
            posts.add(new Post(exchange.getRequestMethod(), "elsewhere", "", ""));
            says(exchange, 200, "{\"errcode\":0}");
        });
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/cgi-bin/webhook/send";
    }

    /** A body to answer with; or a status, SLOW, HUGE, REDIRECT, CLOSING. */
    void behaves(String key, String way) {
        ways.put(key, way);
    }

    List<Post> to(String key) {
        return posts.stream().filter(post -> post.key().equals(key)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String key = exchange.getRequestURI().getQuery().replace("key=", "");
        posts.add(new Post(exchange.getRequestMethod(), key, exchange.getRequestHeaders().getFirst("Content-Type"), new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        switch (ways.getOrDefault(key, "{\"errcode\":0,\"errmsg\":\"ok\"}")) {
            case "SLOW" -> hang(exchange);
            case "CLOSING" -> exchange.close();
            case "HUGE" -> says(exchange, 200, "{\"errcode\":0,\"errmsg\":\"" + "x".repeat(100_000) + "\"}");
            case "REDIRECT" -> {
                exchange.getResponseHeaders().set("Location", url().replace("/cgi-bin/webhook/send", "/elsewhere"));
                says(exchange, 307, "");
            }
            case String status when status.length() == 3 -> says(exchange, Integer.parseInt(status), "busy");
            case String body -> says(exchange, 200, body);
        }
    }

    private static void says(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void hang(HttpExchange exchange) {
        try {
            closing.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
