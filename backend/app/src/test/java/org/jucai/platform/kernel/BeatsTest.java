package org.jucai.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

@Isolated("the time of all of Reactor is set")
class BeatsTest {

    private final VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
    private final AtomicInteger begun = new AtomicInteger();

    @AfterEach
    void theClockOnTheWallAgain() {
        VirtualTimeScheduler.reset();
    }

    private Beats beats(Supplier<Mono<Void>> work) {
        return started(work, Set.of());
    }

    private Beats started(Supplier<Mono<Void>> work, Set<String> leftOut) {
        Beats beats = new Beats(List.of(new EverySecond(begun, work)), leftOut);
        beats.start();
        return beats;
    }

    private record EverySecond(AtomicInteger begun, Supplier<Mono<Void>> work) implements Beating {
        @Override
        public Duration every() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Mono<Void> beat() {
            begun.incrementAndGet();
            return work.get();
        }
    }

    @Test
    void whatIsLeftToOtherInstancesDoesNotBeatHere() {
        started(Mono::empty, Set.of("EverySecond"));
        time.advanceTimeBy(Duration.ofSeconds(5));
        assertThat(begun).hasValue(0);
    }

    @Test
    void leavingOutWhatDoesNotBeatIsRefusedWithTheNamesOfWhatDoes() {
        assertThatThrownBy(() -> started(Mono::empty, Set.of("EverySecnd"))).hasMessageContainingAll("EverySecnd", "EverySecond");
    }

    @Test
    void aBeatThatFailsOrThrowsIsFollowedByTheNext() {
        Beats beats = beats(() -> {
            if (begun.get() % 2 == 0) throw new IllegalStateException("thrown");
            return Mono.error(new IllegalStateException("failed"));
        });
        time.advanceTimeBy(Duration.ofSeconds(6));
        assertThat(begun).hasValue(6);
        assertThat(beats.isRunning()).isTrue();
    }

    @Test
    void whileOneBeatIsAtWorkNoOtherBegins() {
        beats(() -> Mono.delay(Duration.ofMillis(3_500)).then());
        time.advanceTimeBy(Duration.ofSeconds(4));
        assertThat(begun).hasValue(1);
        time.advanceTimeBy(Duration.ofSeconds(3));
        assertThat(begun).hasValue(2);
    }

    @Test
    void nothingBeatsOnceItIsStopped() {
        Beats beats = beats(Mono::empty);
        time.advanceTimeBy(Duration.ofSeconds(2));
        beats.stop();
        time.advanceTimeBy(Duration.ofSeconds(5));
        assertThat(begun).hasValue(2);
        assertThat(beats.isRunning()).isFalse();
    }
}
