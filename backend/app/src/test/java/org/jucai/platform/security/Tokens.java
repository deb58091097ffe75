package org.jucai.platform.security;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes API tokens as a signed-in person does. */
final class Tokens {

    private Tokens() {}

    static String secret(Visitor owner, String... scopes) {
        return made(owner, UUID.randomUUID().toString(), scopes).path("secret").asString();
    }

    static JsonNode made(Visitor owner, String key, String... scopes) {
        EntityExchangeResult<byte[]> answer = owner.asks(HttpMethod.POST, "/api/api-tokens")
                .header("Idempotency-Key", key)
                .bodyValue(Map.of("name", "a machine", "scopes", List.of(scopes), "expiresAt", owner.serverTime().plus(Duration.ofDays(30)).toString()))
                .exchange().expectStatus().isCreated().expectBody().returnResult();
        return new JsonMapper().readTree(answer.getResponseBodyContent());
    }
}
