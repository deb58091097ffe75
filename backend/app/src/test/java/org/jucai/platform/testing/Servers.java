package org.jucai.platform.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jucai.platform.JucaiApplication;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import redis.embedded.RedisServer;

/**
 * As many PostgreSQL servers as test classes run at a time, with the three database roles of production. Each application context has
 * a server to itself, a database and a Redis of its own: what one test class does is nothing to another, nor to the one beside it.
 */
public final class Servers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Who only uses the servers holds this to read; who stops them, or listens to all that is logged, holds it alone. */
    public static final String LOCK = "the servers";

    /** The property that names the context's database. */
    static final String DATABASE = "jucai.test.database";

    private static final AtomicInteger CONTEXTS = new AtomicInteger();
    private static final ConcurrentMap<String, EmbeddedPostgres> POSTGRES = new ConcurrentHashMap<>();
    private static final Queue<EmbeddedPostgres> FREE = new ConcurrentLinkedQueue<>();
    private static final ConcurrentMap<String, RedisServer> REDIS = new ConcurrentHashMap<>();

    /** Below what the build throws away. */
    private static final Path FILES = Path.of("target", "files", String.valueOf(ProcessHandle.current().pid())).toAbsolutePath();

    /** The server that has this database; nobody else works on it meanwhile, for a transaction that is open anywhere on a server holds its log back. */
    public static EmbeddedPostgres postgres(String database) {
        return POSTGRES.computeIfAbsent(database, _ -> Optional.ofNullable(FREE.poll()).orElseGet(Servers::start));
    }

    /** The Redis of whoever works on this database; started when it is first asked for. */
    public static RedisServer redis(String database) {
        return REDIS.computeIfAbsent(database, _ -> startRedis());
    }

    /** The settings by which a process finds the servers; {@code database} must exist. */
    public static Map<String, Object> settings(String database) {
        String place = "localhost:" + postgres(database).getPort() + "/" + database;
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
        // Two classes share the machine: what takes long there is no outage.
        settings.put("jucai.security.session-patience", "10s");
        settings.put("jucai.files.directory", FILES.resolve(database).toString());
        settings.put("jucai.files.reserve", "1MB");
        settings.put("spring.data.redis.url", "redis://localhost:" + redis(database).ports().getFirst());
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
        String database = newDatabase();
        Map<String, Object> settings = settings(database);
        // Registered first, so it goes last: whoever uses the servers says good-bye before.
        ((DefaultListableBeanFactory) context.getBeanFactory()).registerDisposableBean("servers of the test", () -> giveBack(database));
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("servers", settings));
        withClock(context, new TestClock());
    }

    private static void withClock(ConfigurableApplicationContext context, TestClock clock) {
        context.getBeanFactory().registerSingleton("testClock", clock);
        context.getBeanFactory().registerResolvableDependency(Clock.class, clock);
    }

    private static RedisServer startRedis() {
        try {
            RedisServer redis = RedisServer.newRedisServer().port(freePort()).setting("save \"\"").setting("bind 127.0.0.1").build();
            redis.start();
            return redis;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void giveBack(String database) {
        EmbeddedPostgres postgres = POSTGRES.remove(database);
        if (postgres != null) FREE.add(postgres);
        RedisServer redis = REDIS.remove(database);
        if (redis == null) return;
        try {
            redis.stop();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String newDatabase() {
        String name = "jucai_" + CONTEXTS.incrementAndGet();
        try {
            makeDatabase(postgres(name), name);
            return name;
        } catch (SQLException failure) {
            throw new IllegalStateException("no database " + name, failure);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            // What was committed must stand when the server itself falls; only a power cut is not survived here.
            EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("max_connections", "400")
                    .setServerConfig("synchronous_commit", "on").start();
            makeRoles(postgres);
            makeDatabase(postgres, "jucai");
            return postgres;
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException("the test server did not start", failure);
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
