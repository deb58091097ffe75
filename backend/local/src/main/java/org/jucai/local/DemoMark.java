package org.jucai.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Marks the database as a demo before the first demo account exists, so that production refuses it for ever after. */
final class DemoMark {

    private final LocalServers servers;

    DemoMark(LocalServers servers) {
        this.servers = servers;
    }

    void leave() {
        String password = servers.notebook().password(LocalPostgres.WORKER);
        try (Connection connection = DriverManager.getConnection(servers.postgres().jdbcUrl(), LocalPostgres.WORKER, password);
                PreparedStatement statement = connection.prepareStatement(
                        "insert into installation (key, value) values ('demo', 'true') on conflict (key) do nothing")) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
