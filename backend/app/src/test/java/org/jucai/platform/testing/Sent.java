package org.jucai.platform.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was sent, most often a demand line, and what its sender was told.
 *
 * @param status of the answer; 0 where the line broke before one came
 */
public record Sent(Client buyer, String key, int status, JsonNode body, String retryAfter) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10)).build();

    /** Where the line is to go. */
    public record To(int port, UUID round) {}

    public boolean taken() {
        return status == 201;
    }

    public boolean unanswered() {
        return status == 0;
    }

    /** The id of the line; fails where it was not taken. */
    public UUID id() {
        if (!taken()) throw new AssertionError("not taken: " + status + " " + body);
        return UUID.fromString(body.path("id").asString());
    }

    /** The name of the problem, empty where there was none. */
    public String problem() {
        return body.path("type").asString("").replace("/problems/", "");
    }

    public static Sent line(To to, Client buyer, Map<String, ?> line, String key) {
        return command(to.port(), "/api/rounds/" + to.round() + "/demand-lines", buyer, new Body(line, key));
    }

    /** What is sent, and under which key. */
    public record Body(Map<String, ?> form, String key) {}

    /** Any command, to the process that listens at {@code port}. */
    public static Sent command(int port, String path, Client who, Body body) {
        String key = body.key();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + who.token()).header("Content-Type", "application/json").header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body.form()))).build();
        try {
            HttpResponse<byte[]> response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Sent(who, key, response.statusCode(), JSON.readTree(response.body()), response.headers().firstValue("Retry-After").orElse(""));
        } catch (IOException | JacksonException broken) {
            return new Sent(who, key, 0, JSON.createObjectNode(), "");
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
