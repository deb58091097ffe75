package org.jucai.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jucai.platform.JucaiApplication;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.membership.Credential;
import org.jucai.platform.testing.Servers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import redis.embedded.RedisServer;

/** Two processes side by side, and what is left of them when Redis goes away. */
@ResourceLock(Servers.LOCK)
class RedisAwayTest {

    private final KnownPeople people = new KnownPeople();

    @Test
    void withoutRedisMachinesGoOnAndPeopleAreAskedToWaitUntilItIsBack() throws IOException {
        int port = freePort();
        RedisServer redis = redis(port);
        redis.start();
        try (ConfigurableApplicationContext node = node(port); ConfigurableApplicationContext other = node(port)) {
            Credential anna = people.add("anna-on-two-nodes", PartyKind.ENTERPRISE, Role.MEMBER_BUYER);
            Visitor visitor = Visitor.signedIn(client(node), Map.of("account", anna.account(), "password", KnownPeople.PASSWORD));
            String secret = Tokens.secret(visitor, "demand:write");
            who(client(other), "Cookie", "JUCAI_SESSION=" + visitor.cookie()).expectStatus().isOk();
            who(client(other), "Authorization", "Bearer " + secret).expectStatus().isOk();

            redis.stop();
            who(client(node), "Cookie", "JUCAI_SESSION=" + visitor.cookie()).expectStatus().isEqualTo(503)
                    .expectHeader().valueEquals("Retry-After", "5");
            signIn(client(node), anna).expectStatus().isEqualTo(503).expectHeader().exists("Retry-After");
            who(client(node), "Authorization", "Bearer " + secret).expectStatus().isOk();
            who(client(other), "Authorization", "Bearer " + secret).expectStatus().isOk();
            client(node).get().uri("/api/grades").header("Cookie", "JUCAI_SESSION=" + visitor.cookie()).exchange()
                    .expectStatus().value(status -> assertThat(status).isNotEqualTo(503));

            redis.start();
            Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> signIn(client(node), anna).expectStatus().isOk());
        } finally {
            redis.stop();
        }
    }

    @Test
    void aNodeStartsWithoutRedis() throws IOException {
        try (ConfigurableApplicationContext node = node(freePort())) {
            client(node).get().uri("/api/session").cookie("JUCAI_SESSION", "x".repeat(43)).exchange().expectStatus().isEqualTo(503);
            client(node).get().uri("/api/session").exchange().expectStatus().isUnauthorized();
        }
    }

    private static WebTestClient.ResponseSpec who(WebTestClient client, String header, String value) {
        return client.get().uri("/api/session").header(header, value).exchange();
    }

    private static WebTestClient.ResponseSpec signIn(WebTestClient client, Credential person) {
        return client.post().uri("/api/session").bodyValue(Map.of("account", person.account(), "password", KnownPeople.PASSWORD)).exchange();
    }

    private static WebTestClient client(ConfigurableApplicationContext node) {
        int port = ((ReactiveWebServerApplicationContext) node).getWebServer().getPort();
        return WebTestClient.bindToServer().baseUrl("http://localhost:" + port).responseTimeout(Duration.ofSeconds(30))
                .filter((request, next) -> next.exchange(request).flatMap(response -> response.bodyToMono(byte[].class)
                        .defaultIfEmpty(new byte[0])
                        .map(body -> response.mutate().body(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body))).build())))
                .build();
    }

    private ConfigurableApplicationContext node(int redisPort) {
        Map<String, Object> settings = new HashMap<>(Servers.settings("jucai"));
        settings.put("spring.data.redis.url", "redis://localhost:" + redisPort);
        settings.put("server.port", "0");
        settings.put("management.server.port", "0");
        String[] arguments = settings.entrySet().stream().map(one -> "--" + one.getKey() + "=" + one.getValue()).toArray(String[]::new);
        return new SpringApplicationBuilder(JucaiApplication.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("knownPeople", KnownPeople.class, () -> people, bean -> bean.setPrimary(true)))
                .run(arguments);
    }

    private static RedisServer redis(int port) throws IOException {
        return RedisServer.newRedisServer().port(port).setting("save \"\"").setting("bind 127.0.0.1").build();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
