package org.jucai.platform.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What stands in the database, as background work and a superuser see it. */
public final class Books {

    private final Platform platform;

    public Books(Platform platform) {
        this.platform = platform;
    }

    /** Every line of a round, as {@code id status}. */
    public List<String> lines(UUID round) throws SQLException {
        return texts("jucai_worker", "worker", "select id || ' ' || status from demand_line where round_id = '" + round + "'");
    }

    /** The times at which lines of a round came in. */
    public List<String> times(UUID round) throws SQLException {
        return texts("jucai_worker", "worker", "select to_char(submitted_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from demand_line where round_id = '" + round + "'");
    }

    public long events(UUID round, String type) throws SQLException {
        return Long.parseLong(texts("jucai_worker", "worker",
                "select count(*) from event where round_id = '" + round + "' and type = '" + type + "'").getFirst());
    }

    /** What other roles' connections do is shown to a superuser only. */
    public long idleInTransaction() throws SQLException {
        return Long.parseLong(texts("postgres", "postgres",
                "select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'").getFirst());
    }

    private List<String> texts(String role, String password, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = platform.databaseAs(role, password);
                PreparedStatement statement = connection.prepareStatement(sql); ResultSet rows = statement.executeQuery()) {
            while (rows.next()) found.add(rows.getString(1));
        }
        return found;
    }
}
