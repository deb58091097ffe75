package org.jucai.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Sinks;

class DoorTest {

    private static final int MOST = 3;

    private final List<Sinks.One<Connection>> asked = new ArrayList<>();
    private final Door door = new Door(new Pool(), MOST);

    /** A pool that gives out a connection when the test says so. */
    private final class Pool implements ConnectionFactory {
        @Override
        public Publisher<? extends Connection> create() {
            Sinks.One<Connection> one = Sinks.one();
            asked.add(one);
            return one.asMono();
        }

        @Override
        public ConnectionFactoryMetadata getMetadata() {
            return () -> "a test";
        }
    }

    @Test
    void whoComesWhenTooManyWaitIsToldAtOnceToComeAgain() {
        List<Throwable> refused = new ArrayList<>();
        for (int i = 0; i < MOST; i++) door.enter().subscribe(connection -> {}, refused::add);
        assertThat(refused).isEmpty();
        door.enter().subscribe(connection -> {}, refused::add);
        assertThat(asked).as("the pool is not even asked").hasSize(MOST);
        assertThat(refused).singleElement().isInstanceOfSatisfying(RefusedException.class, one -> {
            assertThat(one.refusal()).isEqualTo(CommonRefusal.TEMPORARILY_UNAVAILABLE);
            assertThat(one.facts()).containsEntry("retryAfterSeconds", 1);
        });
    }

    @Test
    void thereIsRoomAgainWhenSomebodyWasLetInGaveUpOrWasRefusedByTheDatabase() {
        List<Disposable> waiting = new ArrayList<>();
        List<Throwable> refused = new ArrayList<>();
        for (int i = 0; i < MOST; i++) waiting.add(door.enter().subscribe(connection -> {}, refused::add));
        asked.get(0).tryEmitValue((Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Connection.class}, (self, method, args) -> null));
        asked.get(1).tryEmitError(new IllegalStateException("no database"));
        waiting.get(2).dispose();
        refused.clear();
        for (int i = 0; i < MOST; i++) door.enter().subscribe(connection -> {}, refused::add);
        assertThat(refused).isEmpty();
        door.enter().subscribe(connection -> {}, refused::add);
        assertThat(refused).hasSize(1);
    }
}
