package org.jucai.platform.membership.texting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.membership.Founded;
import org.jucai.platform.membership.Texts;
import org.jucai.platform.security.Visitor;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.Servers;
import org.jucai.platform.testing.TestClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Over real HTTP to a real gateway; the sender beats by itself, as in production. */
@PlatformTest
@Import(Founded.class)
class TextSenderTest {

    private static final String KEY = "a key that only the two know";
    private static final Gateway GATEWAY = new Gateway();
    private static final AtomicInteger PHONES = new AtomicInteger();

    @Autowired Platform platform;
    @Autowired Founded founded;
    @Autowired Texts texts;
    @Autowired TextBoard board;
    @Autowired SqlSending outbox;
    @Autowired Database database;
    @Autowired Environment settings;
    @Autowired Clock clock;

    @DynamicPropertySource
    static void gateway(DynamicPropertyRegistry registry) {
        settings().forEach((name, value) -> registry.add(name, () -> value));
    }

    private static Map<String, Object> settings() {
        return Map.of("jucai.sms.url", GATEWAY.url(), "jucai.sms.key", KEY, "jucai.sms.key-id", "xinmi",
                "jucai.sms.templates", "sign-in-code=SMS_17, invitation=SMS_18", "jucai.sms.timeout", "400ms");
    }

    @AfterAll
    static void close() {
        GATEWAY.close();
    }

    @Test
    void aTextIsPostedOnceSignedAndItsWordsAreRemoved() throws GeneralSecurityException {
        String phone = phone();
        queue(phone, Duration.ofMinutes(5));
        await(() -> of(phone).state() == SentText.State.SENT);
        time(Duration.ofMinutes(2));
        assertThat(GATEWAY.to(phone)).hasSize(1);
        Gateway.Post post = GATEWAY.to(phone).getFirst();
        assertThat(post.body().path("template").asString()).isEqualTo("SMS_17");
        assertThat(post.body().path("parameters").path("code").asString()).isEqualTo("123456");
        assertThat(post.body().path("text").asString()).contains("123456");
        assertThat(post.headers()).containsEntry("x-jucai-key", "xinmi").containsEntry("idempotency-key", post.id());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update((post.headers().get("x-jucai-timestamp") + ".").getBytes(StandardCharsets.UTF_8));
        assertThat(post.headers()).containsEntry("x-jucai-signature", "v1=" + HexFormat.of().formatHex(mac.doFinal(post.raw())));
        assertThat(wordsOf(phone)).isEmpty();
    }

    @Test
    void whatIsNotTakenNowIsTriedAgainUnderTheSameIdUntilItIs() {
        String phone = phone();
        GATEWAY.answers(phone, 503);
        queue(phone, Duration.ofHours(2));
        await(() -> "the gateway answered 503".equals(of(phone).lastError()));
        assertThat(of(phone).state()).isEqualTo(SentText.State.WAITING);
        GATEWAY.answers(phone, Gateway.HANGS);
        time(Duration.ofSeconds(6));
        await(() -> of(phone).attempts() == 2 && !"the gateway answered 503".equals(of(phone).lastError()));
        assertThat(of(phone).lastError()).containsAnyOf("too slow", "no answer within");
        GATEWAY.answers(phone, 302);
        time(Duration.ofSeconds(11));
        await(() -> "the gateway answered 302".equals(of(phone).lastError()));
        GATEWAY.answers(phone, 200);
        time(Duration.ofSeconds(21));
        await(() -> of(phone).state() == SentText.State.SENT);
        assertThat(GATEWAY.to(phone)).hasSize(4).extracting(Gateway.Post::id).containsOnly(of(phone).id().toString());
        assertThat(of(phone).lastError()).isNull();
    }

    @Test
    void whatTheGatewayWillNeverTakeIsGivenUpAndWhoKeepsTheInstallationSeesItWithoutItsWords() {
        String phone = phone();
        GATEWAY.answers(phone, 422);
        queue(phone, Duration.ofHours(2));
        await(() -> of(phone).state() == SentText.State.GIVEN_UP);
        time(Duration.ofHours(1));
        assertThat(GATEWAY.to(phone)).hasSize(1);
        assertThat(wordsOf(phone)).isEmpty();
        founded.platform();
        Visitor keeper = Visitor.signedIn(platform.nobody(), Map.of("account", "founder", "password", "a long pass phrase"));
        byte[] body = keeper.get("/api/text-messages?state=GIVEN_UP&limit=1").expectStatus().isOk().expectBody().returnResult().getResponseBody();
        JsonNode told = new JsonMapper().readTree(body).path("items").path(0);
        assertThat(told.path("lastError").asString()).isEqualTo("the gateway answered 422");
        assertThat(told.path("phone").asString()).isEqualTo(phone.substring(0, 3) + "****" + phone.substring(7));
        assertThat(new String(body, StandardCharsets.UTF_8)).doesNotContain("123456").doesNotContain(phone);
    }

    @Test
    void aCodeThatCouldNotBeSentIsForgottenWhenItsLifeIsOver() {
        String phone = phone();
        GATEWAY.answers(phone, 500);
        queue(phone, Duration.ofMinutes(5));
        await(() -> "the gateway answered 500".equals(of(phone).lastError()));
        assertThat(wordsOf(phone)).contains("123456");
        time(Duration.ofMinutes(6));
        await(() -> wordsOf(phone).isEmpty());
        GATEWAY.answers(phone, 200);
        int tried = GATEWAY.to(phone).size();
        time(Duration.ofHours(1));
        queueAndAwaitAnother();
        assertThat(of(phone).state()).isEqualTo(SentText.State.EXPIRED);
        assertThat(GATEWAY.to(phone)).hasSize(tried);
    }

    @Test
    void whatAProcessTookBeforeItDiedIsSentByAnother() {
        String phone = phone();
        List<SqlSending.Taken> taken = Founded.now(database.write(Scope.background(), tx -> texts
                .queue(tx, telling(phone, Duration.ofHours(2)), clock.instant())
                .then(outbox.take(tx, clock.instant(), clock.instant().plusSeconds(30), 100))));
        assertThat(taken).extracting(text -> text.message().phone()).contains(phone);
        queueAndAwaitAnother();
        assertThat(GATEWAY.to(phone)).as("it is not taken twice meanwhile").isEmpty();
        time(Duration.ofSeconds(31));
        await(() -> of(phone).state() == SentText.State.SENT);
        assertThat(GATEWAY.to(phone)).hasSize(1);
    }

    @Test
    void twoProcessesSendEachTextOnce() {
        try (ConfigurableApplicationContext other = Servers.secondProcess(settings, (TestClock) clock, settings())) {
            List<String> phones = Flux.range(0, 120).map(_ -> phone()).collectList().block();
            phones.forEach(phone -> queue(phone, Duration.ofHours(1)));
            double before = sentBy(other);
            await(() -> phones.stream().allMatch(phone -> !GATEWAY.to(phone).isEmpty()) && waiting() == 0);
            assertThat(phones).allSatisfy(phone -> assertThat(GATEWAY.to(phone)).hasSize(1));
            assertThat(sentBy(other) - before).as("both sent").isBetween(1.0, 119.0);
        }
    }

    private static double sentBy(ConfigurableApplicationContext process) {
        return process.getBean(io.micrometer.core.instrument.MeterRegistry.class).counter("jucai.texts", "outcome", "sent").count();
    }

    @Test
    void theListIsPagedAndNothingIsShownTwice() {
        for (int i = 0; i < 5; i++) queue(phone(), Duration.ofHours(1));
        TextBoard.Question first = new TextBoard.Question(null, null, 2);
        var page = Founded.now(board.list(first, clock.instant()));
        var next = Founded.now(board.list(new TextBoard.Question(null, UUID.fromString(String.valueOf(page.nextCursor())), 2), clock.instant()));
        assertThat(page.items()).hasSize(2);
        assertThat(next.items()).hasSize(2).doesNotContainAnyElementsOf(page.items());
        assertThat(page.items().getLast().queuedAt()).isAfterOrEqualTo(next.items().getFirst().queuedAt());
    }

    private long waiting() {
        return Founded.now(board.list(new TextBoard.Question(SentText.State.WAITING, null, 200), clock.instant())).items().stream()
                .filter(text -> text.lastError() == null).count();
    }

    private void queueAndAwaitAnother() {
        String other = phone();
        queue(other, Duration.ofMinutes(5));
        await(() -> of(other).state() == SentText.State.SENT);
    }

    private static Texts.Telling telling(String phone, Duration life) {
        return new Texts.Telling(phone, "sign-in-code", Map.of("code", "123456", "minutes", 5), life);
    }

    private void queue(String phone, Duration life) {
        Founded.now(database.write(Scope.background(), tx -> texts.queue(tx, telling(phone, life), clock.instant())));
    }

    private static String phone() {
        return "137%08d".formatted(PHONES.incrementAndGet() * 7_919 % 100_000_000);
    }

    private SentText of(String phone) {
        return Founded.now(board.list(new TextBoard.Question(null, null, 200), clock.instant())).items().stream()
                .filter(text -> text.id().equals(idOf(phone))).findFirst().orElseThrow();
    }

    private UUID idOf(String phone) {
        return row(phone).id();
    }

    private String wordsOf(String phone) {
        return row(phone).body();
    }

    private Texts.Waiting row(String phone) {
        return Founded.now(texts.latest(200)).stream().filter(text -> text.phone().equals(phone)).findFirst().orElseThrow();
    }

    private void time(Duration by) {
        ((TestClock) clock).advance(by);
    }

    private static void await(BooleanSupplier there) {
        Flux.interval(Duration.ofMillis(50), Schedulers.boundedElastic()).onBackpressureDrop().filter(_ -> there.getAsBoolean()).blockFirst(Duration.ofSeconds(30));
    }
}
