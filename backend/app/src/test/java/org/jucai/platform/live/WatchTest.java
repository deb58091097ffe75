package org.jucai.platform.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.journal.Cursors;
import org.jucai.platform.journal.Position;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

/** What needs no server: bounds, heartbeats, cursors. */
class WatchTest {

    private static final UUID ROUND = new UUID(1, 1);

    @Test
    void whoDoesNotReadIsCutOffAndForgottenAndTheOthersAreNot() {
        Watchers watchers = new Watchers();
        Watch slow = watching(watchers);
        Watch quick = watching(watchers);
        List<byte[]> read = new ArrayList<>();
        quick.told().subscribe(read::add);
        for (int i = 0; i < 2 * Watch.ROOM; i++) watchers.tell(step(i), (position, said) -> new byte[] {1});
        StepVerifier.create(slow.end().asMono()).verifyError(SlowReaderException.class);
        assertThat(watchers.all()).containsExactly(quick);
        assertThat(read).hasSize(2 * Watch.ROOM);
    }

    @Test
    void anEventIsWrittenOnceForAllWhoHearIt() {
        Watchers watchers = new Watchers();
        for (int i = 0; i < 50; i++) watching(watchers);
        List<Position> written = new ArrayList<>();
        watchers.tell(step(7), (position, said) -> {
            written.add(position);
            return new byte[] {1};
        });
        assertThat(written).containsExactly(new Position(7, 7));
    }

    @Test
    void aHeartbeatComesEveryFifteenSeconds() {
        VirtualTimeScheduler time = VirtualTimeScheduler.create();
        List<byte[]> beats = new ArrayList<>();
        LiveRun.heartbeats(time).subscribe(beats::add);
        time.advanceTimeBy(LiveRun.HEARTBEAT.minusMillis(1));
        assertThat(beats).isEmpty();
        time.advanceTimeBy(LiveRun.HEARTBEAT.multipliedBy(2));
        assertThat(beats).hasSize(2).allMatch(beat -> new String(beat, java.nio.charset.StandardCharsets.UTF_8).equals(":\n\n"));
        time.dispose();
    }

    @Test
    void aCursorOpensWhereItWasSealedAndTellsNothing() {
        SecureRandom random = new SecureRandom();
        Cursors cursors = new Cursors("an epoch", random);
        Position position = new Position(123_456, 789);
        String cursor = cursors.seal(position);
        assertThat(cursor).hasSize(Cursors.LENGTH).isNotEqualTo(cursors.seal(position));
        assertThat(cursors.open(cursor)).contains(position);
        assertThat(new Cursors("another epoch", random).open(cursor)).isEmpty();
        assertThat(cursors.open("A".repeat(Cursors.LENGTH))).isEmpty();
    }

    private static Watch watching(Watchers watchers) {
        Watch watch = new Watch(new Listener(Optional.empty(), true, Set.of(), false), Optional.empty(), Position.START);
        watchers.add(watch);
        return watch;
    }

    private static Frame step(int at) {
        return new Frame(new Position(at, at), ROUND, true, new Audience.Everybody(),
                new Said("round:" + ROUND, "RoundLocked", Instant.EPOCH, Optional.empty(), Optional.empty()));
    }
}
