package org.jucai.platform.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The running application as a test sees it: an address, a client whose every answer is held against the specification, the database. */
@TestComponent
public class Platform {

    private final String database;
    private int port;

    Platform(@Value("${" + Servers.DATABASE + "}") String database) {
        this.database = database;
    }

    @EventListener
    void started(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() == null) port = event.getWebServer().getPort();
    }

    public int port() {
        return port;
    }

    /** The name of this context's database, for another process beside it. */
    public String database() {
        return database;
    }

    /** A client as nobody; give it a session or a token to be somebody. */
    public WebTestClient nobody() {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(Duration.ofSeconds(30))
                .filter(new SpecificationFilter())
                .build();
    }

    /** A JDBC connection as one of the database roles, to see what that role sees. */
    public Connection databaseAs(String role, String password) throws SQLException {
        return Servers.running().postgres().getDatabase("postgres", database).unwrap(javax.sql.DataSource.class)
                .getConnection(role, password);
    }
}
