package org.jucai.platform.kernel;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Refuses to serve a database that holds the demo world: its accounts have passwords that everybody knows. It looks before
 * the web server opens its port. Only the one-machine start allows the demo.
 */
@Component
@ConditionalOnProperty(name = "jucai.demo.allowed", havingValue = "false", matchIfMissing = true)
class DemoGuard implements SmartLifecycle {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Database database;
    private final SqlInstallation installation;
    private volatile boolean running;

    DemoGuard(Database database, SqlInstallation installation) {
        this.database = database;
        this.installation = installation;
    }

    @Override
    public void start() {
        if (holdsDemo()) {
            throw new DemoFoundException();
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before everything else that starts, the web server and its port among it. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    /** Asked as both roles, so that a password that is wrong is told now and not by the first request. */
    private boolean holdsDemo() {
        try {
            return database.read(Scope.nobody(), installation::holdsDemo)
                    .then(database.read(Scope.background(), installation::holdsDemo))
                    .toFuture()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The database did not say whether it holds the demo world.", e);
        }
    }
}
