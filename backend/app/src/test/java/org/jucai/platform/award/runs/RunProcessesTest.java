package org.jucai.platform.award.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.award.AwardWorld;
import org.jucai.platform.award.solving.ColumnEngine;
import org.jucai.platform.award.solving.Engine;
import org.jucai.platform.award.solving.ProblemReader;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.OtherProcess;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Awards computed by processes that die, and stopped by hand. */
@PlatformTest
@Import(AwardWorld.class)
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class RunProcessesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired AwardWorld awards;
    @Autowired Platform platform;
    @Autowired ApplicationContext context;

    @Test
    void whoeverTakesOverFromAProcessThatIsKilledComesToTheSameBytesAndAStoppedRunIsExploratory() throws Exception {
        AwardWorld.Opened opened = awards.large();
        SmartLifecycle beats = context.getBean("beats", SmartLifecycle.class);
        beats.stop();
        UUID run;
        try (OtherProcess there = OtherProcess.start(platform.database()).ready()) {
            run = awards.asks(opened, Map.of("basis", "OFFICIAL", "work", "QUICK"));
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> status(opened, run).equals("SOLVING"));
            there.kill();
        }
        assertThat(status(opened, run)).as("killed in the middle").isEqualTo("SOLVING");
        beats.start();
        JsonNode ended = awards.ended(opened, run);
        assertThat(ended.at("/run/status").asString()).isEqualTo("SOLVED");
        assertThat(ended.at("/run/exploratory").asBoolean()).isFalse();
        assertThat(awards.sql("select attempts from award_run where id = '" + run + "'")).isEqualTo("2");
        byte[] bundle = opened.officer().get("/api/award-runs/" + run + "/bundle").expectBody().returnResult().getResponseBodyContent();
        JsonNode documents = JSON.readTree(java.util.Objects.requireNonNull(bundle));
        byte[] again = new ColumnEngine().solve(ProblemReader.read(documents.path("problem").toString().getBytes(StandardCharsets.UTF_8)), documents.at("/result/run/workLimit").asLong(), Engine.Watcher.PATIENT).document();
        assertThat(documents.path("result").toString()).isEqualTo(new String(again, StandardCharsets.UTF_8));
        stopped(opened);
    }

    private void stopped(AwardWorld.Opened opened) {
        UUID run = awards.asks(opened, Map.of("basis", "OFFICIAL", "work", "THOROUGH"));
        await().atMost(PATIENCE).until(() -> awards.read(opened, run).at("/run/progress/bestMilliFen").asLong(0) > 0);
        assertThat(awards.read(opened, run).at("/run/progress/work").asLong()).isPositive();
        opened.officer().asks(HttpMethod.POST, "/api/award-runs/" + run + "/stop").header("Idempotency-Key", Client.newKey()).exchange().expectStatus().isOk();
        JsonNode ended = awards.ended(opened, run);
        assertThat(ended.at("/run/exploratory").asBoolean()).isTrue();
        assertThat(ended.at("/run/status").asString()).isEqualTo("SOLVED");
        assertThat(ended.path("checked").toString()).contains("探索");
        opened.officer().asks(HttpMethod.POST, "/api/award-runs/" + run + "/stop").header("Idempotency-Key", Client.newKey()).exchange().expectStatus().isEqualTo(409);
    }

    private String status(AwardWorld.Opened opened, UUID run) {
        return awards.read(opened, run).at("/run/status").asString();
    }
}
