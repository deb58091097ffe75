package org.jucai.platform.kernel;

import static io.r2dbc.spi.ConnectionFactoryOptions.PASSWORD;
import static io.r2dbc.spi.ConnectionFactoryOptions.USER;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
    ConnectionPool requestPool(DatabaseProperties properties) {
        return pool("requests", properties.poolSize(), factory(properties, properties.appUsername(), properties.appPassword(), "auto"));
    }

    @Bean(destroyMethod = "dispose")
    ConnectionPool backgroundPool(DatabaseProperties properties) {
        return pool("background", Math.max(2, properties.poolSize() / 4),
                factory(properties, properties.workerUsername(), properties.workerPassword(), "force_custom_plan"));
    }

    @Bean
    Database database(ConnectionPool requestPool, ConnectionPool backgroundPool, DatabaseProperties properties,
            ObjectProvider<AfterCommit> afterCommit) {
        int most = properties.mostWaiting();
        return new Database(new Door(requestPool, most), new Door(backgroundPool, most), afterCommit.getIfAvailable(() -> () -> {}));
    }

    /**
     * Background work reads the end of logs that grow: a plan kept from when they were small would read them whole, so it
     * plans each time. Requests keep their plans.
     */
    private static ConnectionFactory factory(DatabaseProperties properties, String username, String password, String plans) {
        Map<String, String> session = new HashMap<>(SESSION);
        session.put("plan_cache_mode", plans);
        return ConnectionFactories.get(ConnectionFactoryOptions.parse(properties.url()).mutate()
                .option(USER, username)
                .option(PASSWORD, password)
                .option(PostgresqlConnectionFactoryProvider.OPTIONS, session)
                .build());
    }

    /** {@code initialSize} 0: a pool filled at once ties all connections to one event loop. */
    private static ConnectionPool pool(String name, int size, ConnectionFactory factory) {
        return new ConnectionPool(ConnectionPoolConfiguration.builder(factory)
                .name(name)
                .initialSize(0)
                .maxSize(size)
                .maxAcquireTime(Duration.ofSeconds(10))
                .maxIdleTime(Duration.ofMinutes(10))
                .build());
    }
}
