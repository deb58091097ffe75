package org.jucai.platform.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.membership.Texts;
import org.jucai.platform.rounds.links.LinkTicks;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@PlatformTest
@Import({World.class, LinkTicks.class})
class LinksJourneyTest {

    private static final Map<String, String> CONFIRM = Map.of("answer", "CONFIRM");
    private static final Map<String, String> REJECT = Map.of("answer", "REJECT");

    @Autowired World world;
    @Autowired Texts texts;
    @Autowired LinkTicks links;

    private record Entered(World.Association us, UUID round, UUID line, String code, String path) {}

    private Entered entered() {
        World.Association us = world.association(1);
        UUID round = world.collectingRound(us);
        Map<String, Object> form = world.line(World.BEST, 96);
        form.put("enterpriseId", us.buyerOf(0).party().toString());
        JsonNode line = us.secretariat().submits(round, form).ok();
        String code = line.path("code").asString();
        links.make();
        links.make();
        List<String> sent = sent(code);
        assertThat(sent).as("one buyer, one text").hasSize(1);
        String secret = sent.getFirst().replaceAll("(?s).*/confirm/([A-Za-z0-9_-]+).*", "$1");
        return new Entered(us, round, UUID.fromString(line.path("id").asString()), code, "/api/confirmation-links/" + secret);
    }

    private List<String> sent(String code) {
        return texts.latest(200).block(Duration.ofSeconds(10)).stream()
                .filter(text -> text.purpose().equals("confirmation-link")).map(Texts.Waiting::body).filter(body -> body.contains(code)).toList();
    }

    @Test
    void aBuyerConfirmsByLinkALineEnteredByTelephoneAndTheHistorySaysSo() {
        Entered entered = entered();
        JsonNode seen = world.nobody().get(entered.path()).ok();
        assertThat(seen.path("line").path("status").asString()).isEqualTo("DRAFT");
        assertThat(seen.path("line").path("allowedCommands").toString()).isEqualTo("[\"CONFIRM\"]");
        assertThat(seen.path("roundTitle").asString()).isEqualTo("联合采购");
        JsonNode confirmed = world.nobody().does(entered.path(), CONFIRM).ok();
        assertThat(confirmed.path("line").path("status").asString()).isEqualTo("SUBMITTED");
        assertThat(world.nobody().does(entered.path(), CONFIRM).ok().path("line").path("version")).as("twice alike")
                .isEqualTo(confirmed.path("line").path("version"));
        assertThat(world.nobody().does(entered.path(), REJECT).refusal()).isEqualTo("line-state-does-not-allow");
        JsonNode history = entered.us().buyerOf(0).get("/api/demand-lines/" + entered.line() + "/history").ok();
        JsonNode last = history.path("items").get(1);
        assertThat(last.path("type").asString()).isEqualTo("LineConfirmed");
        assertThat(last.path("entry").asString()).isEqualTo("LINK");
        assertThat(last.path("actorName").asString()).isEqualTo("样例");
    }

    @Test
    void aRejectedLineStaysRejected() {
        Entered entered = entered();
        world.nobody().does(entered.path(), REJECT).ok();
        assertThat(world.nobody().does(entered.path(), REJECT).ok().path("line").path("status").asString()).isEqualTo("REJECTED");
        assertThat(world.nobody().does(entered.path(), CONFIRM).refusal()).isEqualTo("line-state-does-not-allow");
    }

    @Test
    void aStrangersLinkOpensNothing() {
        Client nobody = world.nobody();
        assertThat(nobody.get("/api/confirmation-links/" + "a".repeat(32)).status()).isEqualTo(404);
        assertThat(nobody.does("/api/confirmation-links/" + "a".repeat(32), CONFIRM).status()).isEqualTo(404);
        assertThat(nobody.get("/api/confirmation-links/short").status()).isEqualTo(400);
    }

    @Test
    void aLinkEndsWithCollectingEvenWhereTheEndMoved() {
        Entered entered = entered();
        Map<String, ?> longer = Map.of("collectingEndsAt", world.now().plus(Duration.ofDays(9)).toString(), "reason", "会员申请延期");
        entered.us().secretariat().does("/api/rounds/" + entered.round() + "/extend", longer).ok();
        world.timePasses(Duration.ofDays(8));
        world.nobody().get(entered.path()).ok();
        world.timePasses(Duration.ofDays(1));
        assertThat(world.nobody().get(entered.path()).refusal()).isEqualTo("demand-window-closed");
        assertThat(world.nobody().does(entered.path(), CONFIRM).refusal()).isEqualTo("demand-window-closed");
    }

    @Test
    void aLineThatAMemberPlacedItselfGetsNoLink() {
        World.Association us = world.association(1);
        UUID round = world.collectingRound(us);
        String code = us.buyerOf(0).submits(round, world.line(World.BEST, 60)).ok().path("code").asString();
        links.make();
        assertThat(sent(code)).isEmpty();
    }
}
