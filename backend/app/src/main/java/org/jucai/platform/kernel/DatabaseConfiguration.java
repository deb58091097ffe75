package org.jucai.platform.kernel;

import static io.r2dbc.spi.ConnectionFactoryOptions.PASSWORD;
import static io.r2dbc.spi.ConnectionFactoryOptions.USER;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.resources.LoopResources;

/** Two small pools: one for requests, one for background work, each with its own database role. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** A transaction that its process forgot is ended by the server, so that it holds back neither locks nor the feed. */
    private static final Map<String, String> SESSION = Map.of(
            "idle_in_transaction_session_timeout", "20s",
            "statement_timeout", "60s",
            "lock_timeout", "15s",
            "timezone", "UTC",
            "jit", "off",
            "application_name", "jucai");

    @Bean(destroyMethod = "dispose")
    ConnectionPool requestPool(DatabaseProperties properties, LoopResources loops) {
        return pool("requests", properties.poolSize(), factory(properties, loops, Map.of())
                .option(USER, properties.appUsername())
                .option(PASSWORD, properties.appPassword()));
    }

    /**
     * Background work reads the end of logs that grow: a plan kept from when they were small would read them whole, so it
     * plans each time. Requests keep their plans.
     */
    @Bean(destroyMethod = "dispose")
    ConnectionPool backgroundPool(DatabaseProperties properties, LoopResources loops) {
        return pool("background", Math.max(2, properties.poolSize() / 4), factory(properties, loops, Map.of("plan_cache_mode", "force_custom_plan"))
                .option(USER, properties.workerUsername())
                .option(PASSWORD, properties.workerPassword()));
    }

    @Bean
    Database database(ConnectionPool requestPool, ConnectionPool backgroundPool, DatabaseProperties properties,
            ObjectProvider<AfterCommit> afterCommit) {
        int most = properties.mostWaiting();
        return new Database(new Door(requestPool, most), new Door(backgroundPool, most), afterCommit.getIfAvailable(() -> () -> {}));
    }

    private static ConnectionFactoryOptions.Builder factory(DatabaseProperties properties, LoopResources loops, Map<String, String> more) {
        Map<String, String> session = new HashMap<>(SESSION);
        session.putAll(more);
        return ConnectionFactoryOptions.parse(properties.url()).mutate()
                .option(PostgresqlConnectionFactoryProvider.OPTIONS, session)
                .option(PostgresqlConnectionFactoryProvider.LOOP_RESOURCES, loops);
    }

    /** {@code initialSize} 0: a pool filled at once ties all connections to one event loop. */
    private static ConnectionPool pool(String name, int size, ConnectionFactoryOptions.Builder factory) {
        return new ConnectionPool(ConnectionPoolConfiguration.builder(ConnectionFactories.get(factory.build()))
                .name(name)
                .initialSize(0)
                .maxSize(size)
                .maxAcquireTime(Duration.ofSeconds(10))
                .maxIdleTime(Duration.ofMinutes(10))
                .build());
    }
}
