package org.jucai.platform.security;

import java.time.Instant;
import java.util.Map;
import org.jucai.platform.membership.Credential;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.Platform;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser that signed in: keeps its cookie and its CSRF token. */
public final class Visitor {

    private static final JsonMapper JSON = new JsonMapper();

    private final WebTestClient client;
    private String cookie = "";
    private String csrf = "";
    private Instant serverTime = Instant.EPOCH;

    private Visitor(WebTestClient client) {
        this.client = client;
    }

    public static Visitor signedIn(Platform platform, Credential person) {
        return signedIn(platform.nobody(), Map.of("account", person.account(), "password", KnownPeople.PASSWORD));
    }

    public static Visitor signedIn(WebTestClient client, Map<String, ?> how) {
        Visitor visitor = new Visitor(client);
        visitor.take(client.post().uri("/api/session").bodyValue(how).exchange().expectStatus().isOk().expectBody().returnResult());
        return visitor;
    }

    /** The same browser, once it has set up an authenticator and shown its code. */
    public Visitor showsSecondFactor() {
        take(asks(HttpMethod.GET, "/api/session").exchange().expectStatus().isOk().expectBody().returnResult());
        String secret = answered(asks(HttpMethod.POST, "/api/session/second-factor/enrolment").header("Idempotency-Key", Client.newKey()))
                .path("secret").asString();
        take(asks(HttpMethod.POST, "/api/session/second-factor/enrolment/confirm").header("Idempotency-Key", Client.newKey())
                .bodyValue(Map.of("code", Totp.code(secret, serverTime))).exchange().expectStatus().isOk().expectBody().returnResult());
        return this;
    }

    JsonNode take(EntityExchangeResult<byte[]> answer) {
        ResponseCookie given = answer.getResponseCookies().getFirst("JUCAI_SESSION");
        if (given != null) cookie = given.getValue();
        JsonNode body = JSON.readTree(answer.getResponseBodyContent());
        csrf = body.path("csrfToken").asString();
        serverTime = Instant.parse(body.path("serverTime").asString());
        return body;
    }

    /** A request as the page would send it. */
    public WebTestClient.RequestBodySpec asks(HttpMethod method, String path) {
        return asksWithoutCsrf(method, path).header("X-CSRF-Token", csrf);
    }

    WebTestClient.RequestBodySpec asksWithoutCsrf(HttpMethod method, String path) {
        return client.method(method).uri(path).cookie("JUCAI_SESSION", cookie).header("Accept-Language", "en");
    }

    /** What was answered; fails where it was a refusal. */
    public static JsonNode answered(WebTestClient.RequestHeadersSpec<?> asked) {
        EntityExchangeResult<byte[]> got = asked.exchange().expectBody().returnResult();
        byte[] body = got.getResponseBodyContent();
        JsonNode answer = JSON.readTree(body == null || body.length == 0 ? new byte[] {'{', '}'} : body);
        if (got.getStatus().value() >= 300) throw new AssertionError("%s %s: %s %s".formatted(got.getMethod(), got.getUrl(), got.getStatus(), answer));
        return answer;
    }

    public WebTestClient.ResponseSpec get(String path) {
        return asks(HttpMethod.GET, path).exchange();
    }

    String csrf() {
        return csrf;
    }

    String cookie() {
        return cookie;
    }

    /** The server's clock at sign-in. */
    Instant serverTime() {
        return serverTime;
    }
}
