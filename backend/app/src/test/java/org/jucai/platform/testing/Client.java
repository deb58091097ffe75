package org.jucai.platform.testing;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A machine with a bearer token, speaking for one party; every answer is held against the specification. */
public final class Client {

    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicLong KEY = new AtomicLong();

    private final WebTestClient http;
    private final UUID party;
    private final UUID person;
    private final String token;

    Client(WebTestClient http, UUID party, UUID person, String token) {
        this.http = http;
        this.party = party;
        this.person = person;
        this.token = token;
    }

    /** What was answered. */
    public record Answer(int status, JsonNode body, @Nullable String etag) {

        public boolean isOk() {
            return status < 300;
        }

        /** The body; fails where the answer was a refusal. */
        public JsonNode ok() {
            if (!isOk()) throw new AssertionError(status + " " + body);
            return body;
        }

        /** The name of the problem; fails where there was none. */
        public String refusal() {
            if (isOk()) throw new AssertionError("not refused: " + body);
            return body.path("type").asString("").replace("/problems/", "");
        }

        public UUID id() {
            return UUID.fromString(ok().path("id").asString());
        }
    }

    public UUID party() {
        return party;
    }

    public UUID person() {
        return person;
    }

    public String token() {
        return token;
    }

    /** The same machine, asking the process that listens at {@code port}. */
    public Client at(int port) {
        return new Client(http.mutate().baseUrl("http://localhost:" + port).build(), party, person, token);
    }

    public static String newKey() {
        return "key-%08d".formatted(KEY.incrementAndGet());
    }

    public Answer get(String path) {
        return answer(asks(HttpMethod.GET, path));
    }

    /** A command under a new key. */
    public Answer does(String path, @Nullable Object body) {
        return does(newKey(), path, body);
    }

    public Answer does(String key, String path, @Nullable Object body) {
        WebTestClient.RequestBodySpec asked = asks(HttpMethod.POST, path).header("Idempotency-Key", key);
        return answer(body == null ? asked : asked.bodyValue(body));
    }

    /** A command under a new key, to what was read in this version. */
    public Answer does(String path, long version, Object body) {
        return answer(asks(HttpMethod.POST, path).header("Idempotency-Key", newKey()).header("If-Match", "\"" + version + "\"").bodyValue(body));
    }

    /** Asks what needs a body and changes nothing. */
    public Answer asks(String path, Object body) {
        return answer(asks(HttpMethod.POST, path).bodyValue(body));
    }

    /** Sends a file in the field named {@code file}. */
    public Answer uploads(String path, String fileName, byte[] content) {
        MultipartBodyBuilder form = new MultipartBodyBuilder();
        form.part("file", new ByteArrayResource(content)).filename(fileName);
        return answer(asks(HttpMethod.POST, path).header("Idempotency-Key", newKey()).body(BodyInserters.fromMultipartData(form.build())));
    }

    public Answer edits(String path, long version, Object body) {
        return answer(asks(HttpMethod.PUT, path).header("If-Match", "\"" + version + "\"").bodyValue(body));
    }

    /** Sends a document as it stands. */
    public Answer sends(HttpMethod method, String path, byte[] json) {
        return answer(asks(method, path).contentType(MediaType.APPLICATION_JSON).bodyValue(json));
    }

    public Answer deletes(String path) {
        return answer(asks(HttpMethod.DELETE, path));
    }

    public Answer submits(UUID round, Map<String, ?> line) {
        return does("/api/rounds/" + round + "/demand-lines", line);
    }

    public Answer withdraws(UUID line) {
        return does("/api/demand-lines/" + line + "/withdraw", null);
    }

    private WebTestClient.RequestBodySpec asks(HttpMethod method, String path) {
        WebTestClient.RequestBodySpec asked = http.method(method).uri(path);
        return token.isEmpty() ? asked : asked.header("Authorization", "Bearer " + token);
    }

    private static Answer answer(WebTestClient.RequestHeadersSpec<?> asked) {
        EntityExchangeResult<byte[]> got = asked.exchange().expectBody().returnResult();
        byte[] body = got.getResponseBodyContent();
        return new Answer(got.getStatus().value(), JSON.readTree(body == null || body.length == 0 ? "null".getBytes(java.nio.charset.StandardCharsets.UTF_8) : body),
                got.getResponseHeaders().getETag());
    }
}
