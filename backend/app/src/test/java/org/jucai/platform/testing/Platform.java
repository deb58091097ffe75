package org.jucai.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The running application as a test sees it: an address, a client whose every answer is held against the specification, the database. */
@TestComponent
public class Platform {

    private final String database;
    private final HttpClient operator = HttpClient.newHttpClient();
    private int port;
    private int managementPort;

    Platform(@Value("${" + Servers.DATABASE + "}") String database) {
        this.database = database;
    }

    @EventListener
    void started(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() == null) port = event.getWebServer().getPort();
        else managementPort = event.getWebServer().getPort();
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
                .responseTimeout(Duration.ofMinutes(2))
                .filter(new SpecificationFilter())
                .build();
    }

    /** Waits until every event that was written can be read: readers of the log stop where the oldest transaction under way began. */
    public void awaitReadableLog() {
        String readable = "select coalesce((select tx < pg_snapshot_xmin(pg_current_snapshot()) from event order by event.tx desc limit 1), true)";
        Awaitility.await().atMost(Duration.ofMinutes(1)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20)).until(() -> {
            try (Connection all = databaseAs("postgres", "postgres"); Statement question = all.createStatement(); ResultSet found = question.executeQuery(readable)) {
                return found.next() && found.getBoolean(1);
            }
        });
    }

    /** The meters' text, as whoever administers the installation reads it at its endpoint. */
    public String meters() {
        try {
            HttpResponse<String> read = operator.send(HttpRequest.newBuilder(URI.create("http://localhost:" + managementPort + "/actuator/prometheus")).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (read.statusCode() != 200) throw new AssertionError(read.statusCode() + " " + read.body());
            return read.body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException ended) {
            throw new AssertionError(ended);
        }
    }

    /** A JDBC connection as one of the database roles, to see what that role sees. */
    public Connection databaseAs(String role, String password) throws SQLException {
        return Servers.postgres(database).getDatabase("postgres", database).unwrap(javax.sql.DataSource.class)
                .getConnection(role, password);
    }
}
