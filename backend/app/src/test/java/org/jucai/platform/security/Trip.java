package org.jucai.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jucai.platform.testing.Platform;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser on its way to the provider. */
record Trip(String url, String cookie) {

    private static final JsonMapper JSON = new JsonMapper();

    /** What it is told when it comes back. */
    record Answer(int status, JsonNode body, Map<String, String> cookies) {
        String refusal() {
            return body.path("type").asString("").replace("/problems/", "");
        }
    }

    static Trip begun(Platform platform, Map<String, String> asked) {
        return of(platform.nobody().post().uri("/api/session/oidc/sign-ins").bodyValue(asked));
    }

    static Trip of(WebTestClient.RequestHeadersSpec<?> asked) {
        EntityExchangeResult<byte[]> answer = asked.exchange().expectStatus().isOk().expectBody().returnResult();
        ResponseCookie cookie = answer.getResponseCookies().getFirst("JUCAI_OIDC");
        assertThat(cookie).isNotNull();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        return new Trip(JSON.readTree(answer.getResponseBodyContent()).path("authorizationUrl").asString(), cookie.getValue());
    }

    static Answer completed(Platform platform, IdentityProvider.Back back, String cookie) {
        EntityExchangeResult<byte[]> answer = platform.nobody().post().uri("/api/session/oidc/complete").cookie("JUCAI_OIDC", cookie)
                .bodyValue(Map.of("code", back.code(), "state", back.state())).exchange().expectBody().returnResult();
        Map<String, String> cookies = new HashMap<>();
        answer.getResponseCookies().forEach((name, values) -> cookies.put(name, values.getFirst().getValue()));
        return new Answer(answer.getStatus().value(), JSON.readTree(answer.getResponseBodyContent()), cookies);
    }
}
