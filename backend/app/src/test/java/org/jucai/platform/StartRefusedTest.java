package org.jucai.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.testing.Servers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** A production start that cannot succeed says why in one sentence of each language, and shows no stack trace. */
@ExtendWith(OutputCaptureExtension.class)
@ResourceLock(Servers.LOCK)
class StartRefusedTest {

    private static final String DATABASE = "start_refused";
    
    /** The embedded server trusts everybody; these tests need one that asks for passwords. */
    @BeforeAll
    static void aDatabaseThatAsksForPasswords() throws SQLException {
        Servers.makeDatabase(Servers.postgres(DATABASE), DATABASE);
    }

    @Test
    void aWrongPasswordOfTheOwnerNamesTheRole(CapturedOutput output) throws Exception {
        try (Passwords _ = new Passwords()) {
            assertRefused(output, with("jucai.database.owner-password", "wrong"), "数据库拒绝聚采登录", "does not let Jucai in", "\"jucai_owner\"");
        }
    }

    @Test
    void aWrongPasswordOfRequestsIsToldAtTheStart(CapturedOutput output) throws Exception {
        try (Passwords _ = new Passwords()) {
            assertRefused(output, with("jucai.database.app-password", "wrong"), "does not let Jucai in", "\"jucai_app\"");
        }
    }

    @Test
    void aWrongPasswordOfBackgroundWorkIsToldAtTheStart(CapturedOutput output) throws Exception {
        try (Passwords _ = new Passwords()) {
            assertRefused(output, with("jucai.database.worker-password", "wrong"), "does not let Jucai in", "\"jucai_worker\"");
        }
    }

    @Test
    void aSettingThatIsMissingIsNamed(CapturedOutput output) {
        assertRefused(output, with("jucai.database.worker-password", ""), "没有设置", "JUCAI_DATABASE_WORKER_PASSWORD is not set");
        assertRefused(output, with("jucai.database.owner-url", null), "JUCAI_DATABASE_OWNER_URL is not set");
    }

    @Test
    void aDatabaseThatIsAwayOrUnknownIsToldApart(CapturedOutput output) throws IOException {
        int nobody = freePort();
        assertRefused(output, with("jucai.database.owner-url", "jdbc:postgresql://localhost:" + nobody + "/jucai"),
                "连接不上数据库", "cannot be reached", "localhost:" + nobody);
        assertRefused(output, with("jucai.database.owner-url",
                "jdbc:postgresql://localhost:" + Servers.postgres(DATABASE).getPort() + "/nowhere"), "There is no such database", "nowhere");
    }

    @Test
    void withoutRedisItStartsAndSaysWhatIsMissing(CapturedOutput output) throws IOException {
        try (ConfigurableApplicationContext started = start(with("spring.data.redis.url", "redis://localhost:" + freePort()))) {
            Awaitility.await().until(() -> output.getAll().contains("Redis cannot be reached at JUCAI_REDIS_URL"));
            assertThat(started.isRunning()).isTrue();
            assertThat(output.getAll()).doesNotContain("\tat ");
        }
    }

    private static void assertRefused(CapturedOutput output, Map<String, Object> settings, String... sentences) {
        assertThatThrownBy(() -> start(settings).close()).isInstanceOf(Exception.class);
        assertThat(output.getAll()).contains(sentences).contains("APPLICATION FAILED TO START").doesNotContain("\tat ");
    }

    private static ConfigurableApplicationContext start(Map<String, Object> settings) {
        String[] arguments = settings.entrySet().stream().map(one -> "--" + one.getKey() + "=" + one.getValue()).toArray(String[]::new);
        return new SpringApplicationBuilder(JucaiApplication.class).run(arguments);
    }

    private static Map<String, Object> with(String setting, @Nullable String value) {
        Map<String, Object> settings = new HashMap<>(Servers.settings(DATABASE));
        settings.put("server.port", 0);
        settings.put("management.server.port", 0);
        if (value == null) settings.remove(setting);
        else settings.put(setting, value);
        return settings;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** While open, the server asks these tests' database for passwords, as production does. */
    private static final class Passwords implements AutoCloseable {

        private final Path rules;
        private final String before;

        Passwords() throws SQLException, IOException {
            rules = Path.of(ask("show data_directory")).resolve("pg_hba.conf");
            before = Files.readString(rules);
            write(Stream.of("127.0.0.1/32", "::1/128")
                    .map(from -> "host " + DATABASE + " all " + from + " scram-sha-256\n").collect(Collectors.joining()) + before);
        }

        private void write(String text) throws SQLException, IOException {
            Files.writeString(rules, text);
            ask("select pg_reload_conf()::text");
        }

        private static String ask(String sql) throws SQLException {
            try (Connection connection = Servers.postgres(DATABASE).getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
                row.next();
                return row.getString(1);
            }
        }

        @Override
        public void close() throws SQLException, IOException {
            write(before);
        }
    }
}
