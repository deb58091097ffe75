package org.jucai.platform.notifications.webhooks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jucai.platform.testing.Platform;

/** Asks the database as its administrator. */
public record Sql(Platform platform) {

    public String text(String sql) {
        try (Connection all = platform.databaseAs("postgres", "postgres"); PreparedStatement question = all.prepareStatement(sql); ResultSet found = question.executeQuery()) {
            if (!found.next()) throw new AssertionError("nothing there: " + sql);
            return String.valueOf(found.getString(1));
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
