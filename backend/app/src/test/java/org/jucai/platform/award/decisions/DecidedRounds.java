package org.jucai.platform.award.decisions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jucai.platform.award.AwardWorld;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundCommand;
import org.jucai.platform.rounds.RoundDesk;
import org.jucai.platform.security.Visitor;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.World;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Rounds on the way from a computed award to what members got. */
@TestComponent
@Import(AwardWorld.class)
public class DecidedRounds {

    public static final Map<String, Object> PANEL = Map.of("by", "PANEL", "reasons", "最低到厂价组合中选", "lots", List.of());
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final UUID COLLEAGUE = new UUID(7, 2);

    private final World world;
    private final AwardWorld awards;
    private final RoundDesk rounds;
    private final Database database;
    private final Map<UUID, Signed> officers = new ConcurrentHashMap<>();

    DecidedRounds(World world, AwardWorld awards, RoundDesk rounds, Database database) {
        this.world = world;
        this.awards = awards;
        this.rounds = rounds;
        this.database = database;
    }

    /** What the officer is told: the body, or the refusal's name behind its status. */
    public JsonNode asks(AwardWorld.Opened opened, String path, Map<String, ?> body) {
        return Visitor.answered(asked(opened, path, body));
    }

    public String refused(AwardWorld.Opened opened, String path, Map<String, ?> body) {
        var answer = asked(opened, path, body).exchange().expectBody(JsonNode.class).returnResult();
        return answer.getStatus().value() + " " + String.valueOf(answer.getResponseBody()).replaceAll("(?s).*/problems/([a-z-]+).*", "$1");
    }

    private WebTestClient.RequestHeadersSpec<?> asked(AwardWorld.Opened opened, String path, Map<String, ?> body) {
        WebTestClient.RequestBodySpec asked = officer(opened).asks(HttpMethod.POST, path).header("Idempotency-Key", Client.newKey());
        return body.isEmpty() ? asked : asked.bodyValue(body);
    }

    /** Sessions end as the days of a notice pass: then a colleague signs in. */
    private Visitor officer(AwardWorld.Opened opened) {
        return officers.compute(opened.round(), (_, known) -> {
            if (known == null) return new Signed(opened.officer(), world.now());
            boolean ended = Duration.between(known.at(), world.now()).compareTo(Duration.ofHours(6)) > 0;
            return ended ? new Signed(awards.signsIn(world.colleague(opened.us()).person()), world.now()) : known;
        }).officer();
    }

    private record Signed(Visitor officer, Instant at) {}

    public UUID computed(AwardWorld.Opened opened) {
        UUID run = UUID.fromString(asks(opened, opened.at("/award-runs"), Map.of("basis", "OFFICIAL", "work", "QUICK")).path("id").asString());
        awards.ended(opened, run);
        return run;
    }

    /** An award that is proposed. */
    public AwardWorld.Opened proposed() {
        return proposed(awards.plain("EVALUATED"));
    }

    public AwardWorld.Opened proposed(AwardWorld.Opened opened) {
        asks(opened, opened.at("/award/propose"), Map.of("runId", computed(opened).toString(), "decision", PANEL));
        return opened;
    }

    /** One at public notice. */
    public AwardWorld.Opened publicised() {
        return publicised(proposed());
    }

    public AwardWorld.Opened publicised(AwardWorld.Opened opened) {
        asks(opened, opened.at("/publicise"), Map.of());
        return opened;
    }

    /** One that is final. */
    public AwardWorld.Opened madeFinal() {
        return madeFinal(publicised());
    }

    public AwardWorld.Opened madeFinal(AwardWorld.Opened opened) {
        noticeEnds(opened);
        String said = finalised(opened);
        if (!said.isEmpty()) throw new AssertionError(said);
        return opened;
    }

    public Instant publicUntil(AwardWorld.Opened opened) {
        return Instant.parse(world.nobody().get(opened.at("/award")).ok().path("publicUntil").asString());
    }

    public void noticeEnds(AwardWorld.Opened opened) {
        world.timePasses(Duration.between(world.now(), publicUntil(opened)));
    }

    /** A colleague of the officer makes it final; the refusal's name, or nothing. */
    public String finalised(AwardWorld.Opened opened) {
        return finalised(opened, world.now());
    }

    public String finalised(AwardWorld.Opened opened, Instant at) {
        return colleague(opened, new RoundCommand.Finalise(COLLEAGUE, List.of(), List.of()), at);
    }

    public String colleague(AwardWorld.Opened opened, RoundCommand command, Instant at) {
        Actor actor = new Actor(COLLEAGUE, opened.us().id(), PartyKind.ASSOCIATION, Set.of(Role.SECRETARIAT), Set.of(), Actor.Entry.SESSION, true);
        try {
            Round after = database.write(Scope.of(actor), tx -> rounds.handle(new Asking(tx, actor, at), opened.round(), OptionalLong.empty(), command)).block(PATIENCE);
            return after == null ? "nothing" : "";
        } catch (RefusedException refusal) {
            return refusal.refusal().name();
        }
    }

    /** The allocations that this client sees. */
    public List<JsonNode> allocations(AwardWorld.Opened opened, Client client) {
        return client.get(opened.at("/allocations?limit=200")).ok().path("items").valueStream().toList();
    }
}
