package org.jucai.platform.security;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.membership.Passwords;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.Platform;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People of the world in front of their browsers, each with a second factor shown. */
@TestComponent
public class Officers {

    private static final JsonMapper JSON = new JsonMapper();

    private final Platform platform;
    private final Passwords passwords;

    Officers(Platform platform, Passwords passwords) {
        this.platform = platform;
        this.passwords = passwords;
    }

    /** Signs somebody in who gets a password for it. */
    public Visitor officer(UUID person) {
        return officer(person, platform.nobody());
    }

    /** The same by another process. */
    public Visitor officer(UUID person, WebTestClient by) {
        String hash = passwords.hash(KnownPeople.PASSWORD).block(Duration.ofSeconds(30));
        try (Connection all = platform.databaseAs("postgres", "postgres"); PreparedStatement set = all.prepareStatement("""
                with set as (update person set password_set = true where id = '%1$s' returning account),
                     kept as (insert into credential (person_id, password_hash) values ('%1$s', '%2$s')
                        on conflict (person_id) do update set password_hash = excluded.password_hash)
                select account from set""".formatted(person, hash)); ResultSet account = set.executeQuery()) {
            account.next();
            return Visitor.signedIn(by, Map.of("account", account.getString(1), "password", KnownPeople.PASSWORD)).showsSecondFactor();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    public static Client.Answer gets(Visitor who, String path) {
        return answer(who.asks(HttpMethod.GET, path));
    }

    public static Client.Answer does(Visitor who, String path, Object body) {
        return does(who, Client.newKey(), path, body);
    }

    public static Client.Answer does(Visitor who, String key, String path, Object body) {
        return answer(who.asks(HttpMethod.POST, path).header("Idempotency-Key", key).bodyValue(body));
    }

    private static Client.Answer answer(WebTestClient.RequestHeadersSpec<?> asked) {
        EntityExchangeResult<byte[]> got = asked.exchange().expectBody().returnResult();
        byte[] body = got.getResponseBodyContent();
        JsonNode read = JSON.readTree(body == null || body.length == 0 ? new byte[] {'{', '}'} : body);
        return new Client.Answer(got.getStatus().value(), read, got.getResponseHeaders().getETag());
    }
}
