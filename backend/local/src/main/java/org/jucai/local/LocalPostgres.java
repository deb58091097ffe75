package org.jucai.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * A real PostgreSQL on the loopback address, durable: every commit is on disk when it is acknowledged. Three roles besides
 * the superuser, each with its own password: the owner migrates, the other two serve requests and background work.
 */
final class LocalPostgres {

    static final String DATABASE = "jucai";
    static final String OWNER = "jucai_owner";
    static final String APP = "jucai_app";
    static final String WORKER = "jucai_worker";

    /** Disconnects clients, writes a checkpoint, ends: the "fast" mode of PostgreSQL. */
    static final String FAST_SHUTDOWN = "INT";

    private static final String SUPERUSER = "postgres";
    private static final String PREPARED = "postgres.prepared";

    private final EmbeddedPostgres server;
    private final Notebook notebook;

    private LocalPostgres(EmbeddedPostgres server, Notebook notebook) {
        this.server = server;
        this.notebook = notebook;
    }

    static Path pidFile(DataDirectory data) {
        return data.resolve("postgres").resolve("postmaster.pid");
    }

    static LocalPostgres start(DataDirectory data, Notebook notebook) {
        Path log = data.freshLog("postgres.log");
        boolean prepared = Boolean.parseBoolean(notebook.read(PREPARED, "false"));
        try {
            if (!prepared) {
                // A first start that was cut off left half a cluster; there is nothing in it yet.
                DataDirectory.delete(data.resolve("postgres"));
            }
            LocalPostgres postgres = new LocalPostgres(launch(data, notebook, log, prepared), notebook);
            if (!prepared) {
                postgres.prepare(data);
            }
            return postgres;
        } catch (IOException | IllegalStateException | SQLException e) {
            throw new LocalTrouble(asRootInVain(log) ? "root.refused" : "postgres.failed", log, e.getMessage());
        }
    }

    int port() {
        return server.getPort();
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + DATABASE;
    }

    String r2dbcUrl() {
        return "r2dbc:postgresql://127.0.0.1:" + port() + "/" + DATABASE;
    }

    /** Throws the whole database away and lays an empty one: the clean restart of an interrupted demo world. */
    void emptyDatabase() {
        try (Connection connection = asSuperuser(); Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + DATABASE + " with (force)");
            createDatabase(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedPostgres launch(DataDirectory data, Notebook notebook, Path log, boolean prepared) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(Files.createDirectories(data.resolve("bin").resolve("postgres")).toFile())
                .setDataDirectory(data.resolve("postgres"))
                .setDataDirectoryCustomizer(prepared ? LocalPostgres::passwordsOnly : _ -> {})
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(notebook.port("postgres"))
                .setConnectConfig("password", notebook.password(SUPERUSER))
                .setOutputRedirector(Redirect.appendTo(log.toFile()))
                .setErrorRedirector(Redirect.appendTo(log.toFile()))
                .setLocaleConfig("locale", "C")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "");
        Map.of(
                        "fsync", "on",
                        "synchronous_commit", "on",
                        "full_page_writes", "on",
                        "shared_buffers", "128MB",
                        "max_connections", "60",
                        "log_timezone", "UTC",
                        "timezone", "UTC")
                .forEach(builder::setServerConfig);
        return builder.start();
    }

    private void prepare(DataDirectory data) throws SQLException {
        try (Connection connection = asSuperuser(); Statement statement = connection.createStatement()) {
            statement.execute("alter role " + SUPERUSER + " password '" + notebook.password(SUPERUSER) + "'");
            for (String role : List.of(OWNER, APP, WORKER)) {
                statement.execute("create role " + role
                        + " login nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit password '"
                        + notebook.password(role) + "'");
            }
            createDatabase(statement);
            passwordsOnly(data.resolve("postgres").toFile());
            statement.execute("select pg_reload_conf()");
        }
        notebook.write(PREPARED, "true");
    }

    private static void createDatabase(Statement statement) throws SQLException {
        statement.execute("create database " + DATABASE + " owner " + OWNER + " encoding 'UTF8' template template0");
        statement.execute("revoke all on database " + DATABASE + " from public");
        statement.execute("grant connect on database " + DATABASE + " to " + APP + ", " + WORKER);
    }

    private static void passwordsOnly(File cluster) {
        try {
            Files.writeString(
                    cluster.toPath().resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256" + System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Connection asSuperuser() throws SQLException {
        return server.getDatabase(SUPERUSER, "postgres", Map.of("password", notebook.password(SUPERUSER))).getConnection();
    }

    private static boolean asRootInVain(Path log) {
        try {
            return "root".equals(System.getProperty("user.name"))
                    && Files.exists(log)
                    && Files.readString(log).contains("cannot be run as root");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
