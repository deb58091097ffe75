package org.jucai.platform.testing;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jucai.platform.JucaiApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import redis.embedded.RedisServer;

/**
 * One PostgreSQL and one Redis for the whole test run, with the three database roles of production. Each application
 * context has a database of its own and finds Redis empty: what one test class did is nothing to the next.
 */
public final class Servers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The property that names the context's database. */
    static final String DATABASE = "jucai.test.database";

    private static final AtomicInteger CONTEXTS = new AtomicInteger();
    private static final Servers.Running RUNNING = start();

    /** Where the servers listen. */
    public record Running(EmbeddedPostgres postgres, RedisServer redis, int redisPort) {}

    public static Running running() {
        return RUNNING;
    }

    /** The settings by which a process finds the servers; {@code database} must exist. */
    public static Map<String, Object> settings(String database) {
        String place = "localhost:" + RUNNING.postgres().getPort() + "/" + database;
        Map<String, Object> settings = new HashMap<>();
        settings.put(DATABASE, database);
        settings.put("jucai.database.url", "r2dbc:postgresql://" + place);
        settings.put("jucai.database.app-password", "app");
        settings.put("jucai.database.worker-password", "worker");
        settings.put("jucai.database.owner-url", "jdbc:postgresql://" + place);
        settings.put("jucai.database.owner-password", "owner");
        // All tests come from one address; what is held against an address has a test of its own.
        settings.put("jucai.security.address-attempts", "1000000");
        settings.put("jucai.live.per-address", "100000");
        settings.put("spring.data.redis.url", "redis://localhost:" + RUNNING.redisPort());
        return settings;
    }

    /** One more process on the context's database, with its clock; {@code other} settings go before those of the first. */
    public static ConfigurableApplicationContext secondProcess(Environment first, TestClock clock, Map<String, Object> other) {
        Map<String, Object> same = new HashMap<>(settings(first.getRequiredProperty(DATABASE)));
        same.put("server.port", "0");
        same.put("management.server.port", "0");
        same.putAll(other);
        return new SpringApplicationBuilder(JucaiApplication.class).initializers(context -> {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("second process", same));
            withClock(context, clock);
        }).run();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        emptyRedis();
        Map<String, Object> settings = settings(newDatabase());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("servers", settings));
        withClock(context, new TestClock());
    }

    private static void withClock(ConfigurableApplicationContext context, TestClock clock) {
        context.getBeanFactory().registerSingleton("testClock", clock);
        context.getBeanFactory().registerResolvableDependency(Clock.class, clock);
    }

    private static void emptyRedis() {
        RedisURI place = RedisURI.create("localhost", RUNNING.redisPort());
        try (RedisClient client = RedisClient.create(place); StatefulRedisConnection<String, String> connection = client.connect()) {
            connection.sync().flushall();
        }
    }

    private static String newDatabase() {
        String name = "jucai_" + CONTEXTS.incrementAndGet();
        try {
            makeDatabase(RUNNING.postgres(), name);
            return name;
        } catch (SQLException failure) {
            throw new IllegalStateException("no database " + name, failure);
        }
    }

    private static Running start() {
        try {
            // What was committed must stand when the server itself falls; only a power cut is not survived here.
            EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("max_connections", "400")
                    .setServerConfig("synchronous_commit", "on").start();
            makeRoles(postgres);
            makeDatabase(postgres, "jucai");
            int port = freePort();
            RedisServer redis = RedisServer.newRedisServer().port(port).setting("save \"\"").setting("bind 127.0.0.1").build();
            redis.start();
            return new Running(postgres, redis, port);
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException("the test servers did not start", failure);
        }
    }

    private static void makeRoles(EmbeddedPostgres postgres) throws SQLException {
        execute(postgres, "create role jucai_owner login password 'owner' createdb",
                "create role jucai_app login password 'app'",
                "create role jucai_worker login password 'worker'");
    }

    /** A database of its own, for a test that must not share. */
    public static void makeDatabase(EmbeddedPostgres postgres, String name) throws SQLException {
        execute(postgres, "create database " + name + " owner jucai_owner");
    }

    private static void execute(EmbeddedPostgres postgres, String... statements) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) statement.execute(sql);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
