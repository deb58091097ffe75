package org.jucai.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The PostgreSQL of a test falls, at once and without saying good-bye, until this is closed. */
public final class Outage implements AutoCloseable {

    private final Path data;
    private final Path program;
    private final List<String> options;
    private boolean over;

    private Outage(Path data, Path program, List<String> options) {
        this.data = data;
        this.program = program;
        this.options = options;
    }

    public static Outage begins(String database) {
        try (Connection connection = Servers.postgres(database).getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("show data_directory")) {
            row.next();
            Path data = Path.of(row.getString(1));
            List<String> command = Arrays.stream(Files.readString(data.resolve("postmaster.opts")).strip().split(" ", -1))
                    .map(word -> word.replaceAll("^\"|\"$", "")).toList();
            Outage outage = new Outage(data, Path.of(command.getFirst()).resolveSibling("pg_ctl"), command.subList(1, command.size()));
            outage.control("stop", "-m", "immediate");
            return outage;
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException("the database could not be stopped", failure);
        }
    }

    @Override
    public void close() {
        if (over) return;
        over = true;
        List<String> quoted = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).equals("-D")) i++;
            else quoted.add("'" + options.get(i) + "'");
        }
        control("start", "-o", String.join(" ", quoted), "-l", data.resolve("after-outage.log").toString());
    }

    private void control(String what, String... more) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) command.addAll(List.of("unshare", "-U"));
        command.addAll(List.of(program.toString(), "-D", data.toString(), "-w", "-t", "60", what));
        command.addAll(List.of(more));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (!process.waitFor(90, TimeUnit.SECONDS) || process.exitValue() != 0) throw new IllegalStateException(command + " failed");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
