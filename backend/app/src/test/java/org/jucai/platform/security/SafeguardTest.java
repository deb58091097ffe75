package org.jucai.platform.security;

import java.util.Map;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@PlatformTest
class SafeguardTest {

    @Autowired
    Platform platform;

    @Test
    void everyAnswerForbidsFramesForeignScriptsAndGuessing() {
        anyone().get().uri("/api-docs/").accept(MediaType.TEXT_HTML).exchange()
                .expectStatus().isOk()
                .expectHeader().contentTypeCompatibleWith(MediaType.TEXT_HTML)
                .expectHeader().value("Content-Security-Policy", policy -> org.assertj.core.api.Assertions.assertThat(policy)
                        .contains("script-src 'self'", "frame-ancestors 'none'", "object-src 'none'").doesNotContain("unsafe-eval"))
                .expectHeader().valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader().valueEquals("X-Frame-Options", "DENY")
                .expectHeader().doesNotExist("Strict-Transport-Security")
                .expectBody().returnResult();
        anyone().get().uri("/api-docs").exchange().expectStatus().isEqualTo(308).expectBody().isEmpty();
        anyone().get().uri("/api-docs/openapi.json").exchange().expectStatus().isOk().expectBody().jsonPath("$.openapi").exists();
        anyone().get().uri("/api/session").exchange().expectHeader().valueEquals("Cache-Control", "no-store").expectBody().jsonPath("$.type").exists();
    }

    @Test
    void whatIsTooLargeOrOfAnotherKindIsAProblem() {
        expectProblem(anyone().post().uri("/api/session").contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"account\": \"" + "x".repeat(300_000) + "\"}").exchange(), 413);
        expectProblem(anyone().post().uri("/api/session").contentType(MediaType.TEXT_PLAIN).bodyValue("x").exchange(), 415);
        expectProblem(anyone().post().uri("/api/session").accept(MediaType.IMAGE_PNG).bodyValue(Map.of("account", "a")).exchange(), 406);
        expectProblem(anyone().put().uri("/api/session").exchange(), 405);
        expectProblem(anyone().get().uri("/api/nothing").exchange(), 404);
        expectProblem(anyone().post().uri("/anything").exchange(), 405);
        expectProblem(anyone().post().uri("/api/session").bodyValue(Map.of("account", "a", "surprise", 1)).exchange(), 400);
    }

    /** Not held against the specification: these answers belong to HTTP, not to one operation. */
    private WebTestClient anyone() {
        return WebTestClient.bindToServer().baseUrl("http://localhost:" + platform.port())
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(8 * 1024 * 1024)).build();
    }

    private static void expectProblem(WebTestClient.ResponseSpec answer, int status) {
        answer.expectStatus().isEqualTo(status)
                .expectHeader().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody().jsonPath("$.status").isEqualTo(status).jsonPath("$.detail").isNotEmpty().jsonPath("$.trace").doesNotExist();
    }
}
