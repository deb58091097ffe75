package org.jucai.platform.finance.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Runs by themselves and on demand; what fails or differs is seen. */
@PlatformTest
@Import(World.class)
class RunsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired World world;
    @Autowired Database database;
    @Autowired SqlNightRuns shelf;
    @Autowired org.jucai.platform.kernel.Ids ids;
    @Autowired java.time.Clock clock;

    /** Stands for the derivation: comes to whatever a test says. */
    private static final class Stand implements NightlyWork {

        private final AtomicReference<Mono<Outcome>> says = new AtomicReference<>(Mono.just(new Outcome(5, 0, 0, List.of())));
        private final AtomicInteger ran = new AtomicInteger();

        @Override
        public RunKind kind() {
            return RunKind.INTEREST;
        }

        @Override
        public LocalTime notBefore() {
            return LocalTime.of(2, 0);
        }

        @Override
        public Mono<Outcome> run(LocalDate day) {
            ran.incrementAndGet();
            return says.get();
        }
    }

    private JsonNode newest(Client reader) {
        return reader.get("/api/finance/runs?kind=INTEREST&limit=1").ok().path("items").get(0);
    }

    @Test
    void aDayRunsOnceHoweverManyProcessesLookAndWhatFailsOrDiffersIsSeen() {
        Stand stand = new Stand();
        NightClock night = new NightClock(database, shelf, List.of(stand), ids, clock);
        NightClock another = new NightClock(database, shelf, List.of(stand), ids, clock);
        world.clockMoves(Duration.ofDays(2));
        int before = stand.ran.get();
        Flux.merge(night.tick(), another.tick(), night.tick()).collectList().block(PATIENCE);
        assertThat(stand.ran.get() - before).isEqualTo(1);
        Client auditor = world.other(PartyKind.AUDITOR, Role.AUDITOR);
        Client bank = world.other(PartyKind.BANK, Role.BANK_RISK_OFFICER);
        assertThat(newest(auditor).path("status").asString()).isEqualTo("CLEAN");
        assertThat(newest(auditor).path("lookedAt").asLong()).isEqualTo(5);
        assertThat(newest(bank).has("lookedAt")).as("how much there is in all banks' books is not a bank's to know").isFalse();
        stand.says.set(Mono.just(new NightlyWork.Outcome(5, 1, 300, List.of(Map.of("account", "x")))));
        world.clockMoves(Duration.ofDays(1));
        night.tick().block(PATIENCE);
        assertThat(newest(bank).path("status").asString()).isEqualTo("DIFFERS");
        assertThat(newest(bank).path("differenceFen").asLong()).isEqualTo(300);
        stand.says.set(Mono.error(new IllegalStateException("the disk is full")));
        world.clockMoves(Duration.ofMinutes(1));
        assertThat(bank.does("/api/finance/runs", Map.of("kind", "INTEREST")).ok().path("status").asString()).isEqualTo("WAITING");
        night.tick().block(PATIENCE);
        assertThat(newest(auditor).path("status").asString()).isEqualTo("FAILED");
        assertThat(newest(auditor).path("failure").asString()).contains("the disk is full");
    }

    @Test
    void whatAProcessLeftUnfinishedIsBegunAnew() {
        Stand stand = new Stand();
        world.clockMoves(Duration.ofDays(1));
        database.write(Scope.background(), tx -> shelf.due(tx, ids.next(), RunKind.INTEREST, LocalDate.ofInstant(clock.instant(), NightRules.BEIJING), clock.instant())
                .then(shelf.claim(tx, clock.instant(), clock.instant(), List.of(RunKind.INTEREST)))).block(PATIENCE);
        NightClock night = new NightClock(database, shelf, List.of(stand), ids, clock);
        night.tick().block(PATIENCE);
        assertThat(stand.ran.get()).as("it may still be at work").isZero();
        world.clockMoves(Duration.ofMinutes(61));
        night.tick().block(PATIENCE);
        assertThat(stand.ran.get()).isEqualTo(1);
    }
}
