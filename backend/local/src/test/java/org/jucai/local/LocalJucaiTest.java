package org.jucai.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One data directory lives through a newcomer's day: first start, a second start beside it, kill -9, restart, reset. */
class LocalJucaiTest {

    @TempDir
    static Path data;

    @Test
    void theDayOfADataDirectory() throws Exception {
        int port = freePort();
        try (RunningJucai first = RunningJucai.launch(data, port).ready()) {
            itServesAndSaysNothingAlarming(first, port);
            aSecondProcessIsToldWhoUsesTheDirectory(first);
            aTakenPortIsNamed(port);
            passwordsAreForTheOwnerOnlyAndNeeded();
            write("kept");
            first.kill();
        }
        assertThat(serversOfThisDirectory()).as("a killed parent leaves its servers behind").isNotEmpty();
        try (RunningJucai second = RunningJucai.launch(data, port).ready()) {
            assertThat(second.said()).contains("left over from an interrupted run");
            assertThat(written()).isEqualTo("kept");
            assertThat(settingsOfTheServer()).containsExactly("on", "on", "on");
            assertThat(second.terminate()).isEqualTo(143);
            assertThat(second.said()).contains("Stopped; the data are kept in");
        }
        assertThat(serversOfThisDirectory()).as("a clean stop leaves nothing behind").isEmpty();
        try (RunningJucai third = RunningJucai.launch(data, port, "-Djucai.reset=true").ready()) {
            assertThat(third.said()).contains("Emptied the data directory");
            assertThat(written()).isEqualTo("nothing");
        }
    }

    @Test
    void aDirectoryWithForeignFilesIsNeverEmptied(@TempDir Path foreign) throws IOException {
        Path thesis = Files.writeString(foreign.resolve("thesis.txt"), "ten years of work");
        try (RunningJucai jucai = RunningJucai.launch(foreign, freePort(), "-Djucai.reset=true")) {
            assertThat(jucai.exit()).isEqualTo(1);
            assertThat(jucai.said()).contains("is not emptied").doesNotContain("\tat ");
        }
        assertThat(thesis).hasContent("ten years of work");
    }

    private static void itServesAndSaysNothingAlarming(RunningJucai jucai, int port) {
        assertThat(jucai.status("/livez")).isEqualTo(200);
        assertThat(jucai.status("/readyz")).isEqualTo(200);
        assertThat(jucai.said())
                .contains("http://localhost:" + port)
                .contains("聚采已就绪")
                .doesNotContainIgnoringCase("warn")
                .doesNotContainIgnoringCase("exception");
    }

    private static void aSecondProcessIsToldWhoUsesTheDirectory(RunningJucai first) throws IOException {
        try (RunningJucai second = RunningJucai.launch(data, freePort())) {
            assertThat(second.exit()).isEqualTo(1);
            assertThat(second.said().strip().lines().toList()).hasSize(2)
                    .last().asString().contains("is in use by process " + first.pid());
        }
        assertThat(first.status("/livez")).isEqualTo(200);
    }

    private static void aTakenPortIsNamed(int port) {
        Path untouched = data.resolveSibling("untouched-" + port);
        try (RunningJucai second = RunningJucai.launch(untouched, port)) {
            assertThat(second.exit()).isEqualTo(1);
            assertThat(second.said().strip().lines().toList()).hasSize(2)
                    .last().asString().contains("Port " + port + " is in use");
        }
        assertThat(untouched).as("nothing is touched before the port is known to be free").doesNotExist();
    }

    private static void passwordsAreForTheOwnerOnlyAndNeeded() throws Exception {
        assertThat(Files.getPosixFilePermissions(data.resolve(Notebook.FILE)).toString()).doesNotContain("GROUP").doesNotContain("OTHERS");
        Properties notes = notes();
        assertThatThrownBy(() -> DriverManager.getConnection(jdbc(notes), "postgres", "guess").close())
                .isInstanceOf(SQLException.class);
    }

    private static void write(String value) throws Exception {
        try (Connection connection = asWorker(); var statement = connection.prepareStatement(
                "insert into installation (key, value) values ('kill test', ?)")) {
            statement.setString(1, value);
            statement.executeUpdate();
        }
    }

    private static String written() throws Exception {
        return ask("select coalesce((select value from installation where key = 'kill test'), 'nothing')").getFirst();
    }

    private static List<String> settingsOfTheServer() throws Exception {
        return ask("select setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit')");
    }

    private static List<String> ask(String sql) throws Exception {
        try (Connection connection = asWorker(); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            List<String> answers = new ArrayList<>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        }
    }

    private static Connection asWorker() throws Exception {
        Properties notes = notes();
        return DriverManager.getConnection(jdbc(notes), "jucai_worker", notes.getProperty("password.jucai_worker"));
    }

    private static String jdbc(Properties notes) {
        return "jdbc:postgresql://127.0.0.1:" + notes.getProperty("port.postgres") + "/jucai";
    }

    private static Properties notes() throws IOException {
        Properties notes = new Properties();
        try (var reader = Files.newBufferedReader(data.resolve(Notebook.FILE))) {
            notes.load(reader);
        }
        return notes;
    }

    private static List<String> serversOfThisDirectory() {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().command().stream())
                .filter(command -> command.startsWith(data.toString()))
                .toList();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
