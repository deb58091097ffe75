package org.jucai.platform.security;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.membership.Founded;
import org.jucai.platform.membership.Passwords;
import org.jucai.platform.rounds.links.LinkTicks;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.World;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** People and parties who can send every example of the specification, and the state in which each is in its place. */
@TestComponent
@Import({World.class, LinkTicks.class})
class Stage {

    static final JsonMapper JSON = new JsonMapper();
    private static final String PASSWORD = "a long pass phrase";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final World world;
    private final Platform platform;
    private final Founded founded;
    private final LinkTicks links;
    private final Passwords passwords;
    private final Map<String, Written> written = new HashMap<>();
    private final Map<UUID, Visitor> visitors = new HashMap<>();
    private World.@Nullable Association association;
    private @Nullable Visitor platformAdmin;

    Stage(World world, Platform platform, Founded founded, LinkTicks links, Passwords passwords) {
        this.world = world;
        this.platform = platform;
        this.founded = founded;
        this.links = links;
        this.passwords = passwords;
        Written.all().forEach(one -> written.put(one.id(), one));
    }

    World.Association us() {
        if (association == null) association = world.association(12);
        return association;
    }

    /** The third member receives in the zone that the examples' round delivers to. */
    Client buyer() {
        return us().buyerOf(2);
    }

    /** Whom nobody else uses. */
    Client another() {
        return world.member(us().actor(), 2);
    }

    UUID applicant() {
        return founded.applicant(us().actor(), null, "测试企业没有代码", Founded.licence(), Founded.permit(Founded.YEAR_END)).party().id();
    }

    Actor stranger() {
        return founded.association();
    }

    JsonNode example(String operation) {
        return written.get(operation).sent().orElseThrow().deepCopy();
    }

    Visitor secretariat() {
        return visitor(us().secretariat().person());
    }

    Visitor member() {
        return visitor(buyer().person());
    }

    Visitor admin() {
        us();
        if (platformAdmin == null) platformAdmin = signedIn("founder");
        return platformAdmin;
    }

    /** Signs a person of the world in, who gets a password for it. */
    Visitor visitor(UUID person) {
        return visitors.computeIfAbsent(person, this::signedInAgain);
    }

    String account(UUID person) {
        String hash = passwords.hash(PASSWORD).block(PATIENCE);
        return sql("""
                with set as (update person set password_set = true where id = '%1$s' returning account),
                     kept as (insert into credential (person_id, password_hash) values ('%1$s', '%2$s')
                        on conflict (person_id) do update set password_hash = excluded.password_hash)
                select account from set""".formatted(person, hash));
    }

    /** One value, asked as a superuser. */
    String sql(String sql) {
        try (Connection all = platform.databaseAs("postgres", "postgres"); PreparedStatement question = all.prepareStatement(sql);
                ResultSet found = question.executeQuery()) {
            if (!found.next()) throw new AssertionError("nothing there: " + sql);
            return found.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The secret of the newest link that was texted for this purpose. */
    String texted(String purpose) {
        if (purpose.equals("confirmation-link")) links.make();
        return sql("select body from text_message_outbox where purpose = '" + purpose + "' order by queued_at desc, id desc limit 1")
                .replaceAll("(?s).*/([A-Za-z0-9_-]{32,})(?![A-Za-z0-9_-]).*", "$1");
    }

    /** A round as the specification writes one, brought as far as these commands bring it. */
    UUID round(String... commands) {
        return round((ObjectNode) example("createRound"), commands);
    }

    UUID round(ObjectNode terms, String... commands) {
        // The example's round opens at the hour at which the tests' clock starts: the beat of the application would open it first.
        terms.put("collectingOpensAt", world.now().plus(Duration.ofHours(1)).toString());
        Client secretariat = us().secretariat();
        UUID round = secretariat.does("/api/rounds", terms).id();
        for (String command : commands) {
            if (command.equals("demand")) buyer().does("/api/rounds/" + round + "/demand-lines", example("submitDemandLine")).ok();
            else secretariat.does("/api/rounds/" + round + "/" + command, written.containsKey(command + "Round") ? written.get(command + "Round").sent().orElse(null) : null).ok();
        }
        return round;
    }

    UUID collecting() {
        return round("announce", "open");
    }

    UUID pooled() {
        return round("announce", "open", "demand", "lock", "pool");
    }

    UUID line(UUID round) {
        return buyer().does("/api/rounds/" + round + "/demand-lines", example("submitDemandLine")).id();
    }

    /** A line that the secretariat entered, which the member has yet to confirm. */
    UUID entered(UUID round) {
        ObjectNode line = (ObjectNode) example("submitDemandLine");
        line.put("enterpriseId", buyer().party().toString());
        return us().secretariat().does("/api/rounds/" + round + "/demand-lines", line).id();
    }

    UUID supplier() {
        return made(secretariat(), "registerSupplier", body -> {
            body.put("code", Founded.code("S"));
            body.putNull("uscc");
            body.put("usccOverrideReason", "测试企业没有代码");
            ArrayNode evidence = body.putArray("evidence");
            evidence.add(example("fileSupplierEvidence"));
            evidence.add(example("registerEnterprise").path("evidence").get(0));
        });
    }

    /** One more person of the buyer's enterprise. */
    UUID colleague() {
        return person(member(), buyer().party());
    }

    UUID person(UUID party) {
        return person(secretariat(), party);
    }

    private UUID person(Visitor by, UUID party) {
        return made(by, "addPerson", body -> body.put("account", Founded.account()).put("phone", Founded.phone()).put("partyId", party.toString()));
    }

    Visitor signedInAgain(UUID person) {
        return signedIn(account(person));
    }

    private Visitor signedIn(String account) {
        return Visitor.signedIn(platform.nobody(), Map.of("account", account, "password", PASSWORD));
    }

    /** A code of an authenticator is good once; the next one is another minute's. */
    Instant afterAMinute() {
        world.clockMoves(Duration.ofSeconds(60));
        return world.now();
    }

    /** Sends an example, changed, to a path without variables, and gives the id of what it made. */
    UUID made(Visitor who, String operation, Consumer<ObjectNode> change) {
        ObjectNode body = (ObjectNode) example(operation);
        change.accept(body);
        JsonNode made = Visitor.answered(who.asks(written.get(operation).method(), written.get(operation).path())
                .header("Idempotency-Key", Client.newKey()).bodyValue(body));
        return UUID.fromString(made.path("id").asString(made.path("entryId").asString(made.at("/token/tokenId").asString(""))));
    }

    /** Reads something by a session. */
    JsonNode read(Visitor who, String path) {
        return Visitor.answered(who.asks(HttpMethod.GET, path));
    }

    JsonNode does(Visitor who, String path, @Nullable Object body) {
        WebTestClient.RequestBodySpec asked = who.asks(HttpMethod.POST, path).header("Idempotency-Key", Client.newKey());
        return Visitor.answered(body == null ? asked : asked.bodyValue(body));
    }

    /** A workbook of one row that was read and waits to be confirmed. */
    UUID imported() {
        UUID round = collecting();
        Client who = buyer();
        UUID made = who.uploads("/api/rounds/" + round + "/demand-imports", "需求.xlsx", OneRowBook.of(sql("select code from party where id = '" + who.party() + "'"))).id();
        Awaitility.await().atMost(PATIENCE).until(() -> who.get("/api/demand-imports/" + made).ok().path("status").asString().equals("READY"));
        return made;
    }

    Client nobody() {
        return world.nobody();
    }

    WebTestClient.RequestBodySpec nobodyAsks(HttpMethod method, String path) {
        return platform.nobody().method(method).uri(path);
    }

    List<Written> operations() {
        return Written.all();
    }

    int port() {
        return platform.port();
    }
}
