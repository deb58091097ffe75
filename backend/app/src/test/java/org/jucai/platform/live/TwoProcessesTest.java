package org.jucai.platform.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.Servers;
import org.jucai.platform.testing.TestClock;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import reactor.core.publisher.Flux;

@PlatformTest
@Import(World.class)
class TwoProcessesTest {

    @Autowired Platform platform;
    @Autowired World world;
    @Autowired Environment settings;
    @Autowired TestClock clock;
    @Autowired LiveReader reader;

    @Test
    void aSecondProcessTellsTheSameStream() {
        sameStream(null);
    }

    @Test
    void withoutRedisTooOnlyLater() {
        sameStream("redis://localhost:1");
    }

    private void sameStream(@Nullable String redis) {
        World.Association association = world.association(1);
        UUID round = world.collectingRound(association);
        String topics = "round:" + round;
        String token = association.buyerOf(0).token();
        try (ConfigurableApplicationContext other = start(redis);
                Hearing here = Hearing.of(platform.port(), token, topics, null).opened();
                Hearing there = Hearing.of(port(other), token, topics, null).opened()) {
            UUID line = association.buyerOf(0).submits(round, world.line(World.BEST, 40)).id();
            association.buyerOf(0).withdraws(line).ok();
            String last = there.upTo("LineWithdrawn").getLast().id();
            assertThat(here.upTo("LineWithdrawn")).extracting(Hearing.Heard::type).filteredOn(type -> !Hearing.BEFORE.contains(type)).containsExactly("LineSubmitted", "LineWithdrawn");
            association.secretariat().does("/api/rounds/" + round + "/suspend", Map.of("reason", "设备检修")).ok();
            try (Hearing moved = Hearing.of(platform.port(), token, topics, last)) {
                assertThat(moved.upTo("RoundSuspended")).extracting(Hearing.Heard::type).filteredOn(type -> !Hearing.BEFORE.contains(type))
                        .as("a cursor of one process is good in another").containsExactly("RoundSuspended");
            }
        }
    }

    /** Frames larger than what the network holds: whoever does not read stands in the way of nobody. */
    @Test
    void whoDoesNotReadIsHungUpOn() throws IOException {
        List<Watch> before = now(reader);
        try (Socket silent = new Socket()) {
            silent.setReceiveBufferSize(4_096);
            silent.connect(new InetSocketAddress("localhost", platform.port()), 5_000);
            silent.getOutputStream().write("GET /api/events HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            await(before.size() + 1);
            byte[] large = (":" + "x".repeat(64 * 1024) + "\n\n").getBytes(StandardCharsets.US_ASCII);
            Flux.range(0, 1_000).concatMap(_ -> reader.tellAll(large)).blockLast(Duration.ofSeconds(30));
            await(before.size());
        }
    }

    private static List<Watch> now(LiveReader reader) {
        List<Watch> watching = reader.watching().block(Duration.ofSeconds(5));
        return watching == null ? List.of() : watching;
    }

    private void await(int watching) {
        Flux.interval(Duration.ofMillis(20)).onBackpressureDrop().concatMap(_ -> reader.watching())
                .filter(there -> there.size() == watching).blockFirst(Duration.ofSeconds(20));
    }

    private ConfigurableApplicationContext start(@Nullable String redis) {
        return Servers.secondProcess(settings, clock, redis == null ? Map.of() : Map.of("spring.data.redis.url", redis));
    }

    private static int port(ConfigurableApplicationContext process) {
        return process.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
