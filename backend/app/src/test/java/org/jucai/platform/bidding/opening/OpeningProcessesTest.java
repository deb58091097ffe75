package org.jucai.platform.bidding.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jucai.platform.bidding.BidWorld;
import org.jucai.platform.bidding.Trustees;
import org.jucai.platform.bidding.envelope.TrusteeSecret;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.security.Officers;
import org.jucai.platform.security.Visitor;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.OpenedRoundStory;
import org.jucai.platform.testing.OtherProcess;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** An opening on several processes, of which those that took the shares are killed. */
@PlatformTest
@Import({OpenedRoundStory.class, World.class, Officers.class})
@TestPropertySource(properties = OpeningProcessesTest.SEALING_KEY)
class OpeningProcessesTest {

    static final String SEALING_KEY = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private static final int SUPPLIERS = 12;
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired OpenedRoundStory story;
    @Autowired BidWorld bids;
    @Autowired Trustees trustees;
    @Autowired Officers officers;
    @Autowired World world;
    @Autowired Platform platform;

    private OpenedRoundStory.Offered round;

    /** By the trustee's own page, which fetches what is asked of it from the process it speaks with. */
    private void releases(Visitor desk, int trustee, String phase, List<Integer> sections) {
        TrusteeSecret secret = round.round().trustees().secrets().get(trustee);
        List<?> releases = round.offerers().stream().map(offerer -> JSON.readTree(secret.release(offerer.sealed().envelope(), sections).bytes())).toList();
        assertThat(Officers.does(desk, round.path() + "/opening-shares", Map.of("phase", phase, "releases", releases)).ok().path("taken").asInt()).isEqualTo(SUPPLIERS);
    }

    /** A process that knows the installation's key, as all of one installation do. */
    private OtherProcess start() {
        return OtherProcess.start(platform.database(), "--" + SEALING_KEY);
    }

    private Visitor at(OtherProcess process, Client person) {
        return officers.officer(person.person(), platform.nobody().mutate().baseUrl("http://localhost:" + process.port()).build());
    }

    private static Actor actor(Client client, PartyKind kind, Role role) {
        return new Actor(client.person(), client.party(), kind, java.util.Set.of(role), java.util.Set.of(), Actor.Entry.SESSION, true);
    }

    @Test
    void killedBetweenTheFirstAndTheSecondShareAndInTheMiddleOfUnsealingNothingIsLostAndNothingOpenedTwice() {
        World.Association us = world.association(2);
        Client bank = world.other(PartyKind.BANK, Role.BANK_RISK_OFFICER);
        Client supervisor = world.other(PartyKind.SUPERVISOR, Role.SUPERVISOR);
        Trustees.Three three = trustees.of(List.of(us.actor(), actor(bank, PartyKind.BANK, Role.BANK_RISK_OFFICER), actor(supervisor, PartyKind.SUPERVISOR, Role.SUPERVISOR)));
        round = story.closed(story.offered(bids.tendered(us, three, Map.of(), Duration.ofMinutes(2)), SUPPLIERS));
        try (OtherProcess here = start(); OtherProcess there = start()) {
            releases(at(here.ready(), us.secretariat()), 0, "HEADERS", List.of(0));
            here.kill();
            Visitor second = at(there.ready(), bank);
            Visitor third = at(there, supervisor);
            releases(second, 1, "HEADERS", List.of(0));
            org.awaitility.Awaitility.await().atMost(Duration.ofMinutes(1)).until(() ->
                    us.secretariat().get(round.path() + "/opening").ok().path("status").asString().equals("SECTIONS"));
            releases(second, 1, "SECTIONS", List.of(1, 2));
            releases(third, 2, "SECTIONS", List.of(1, 2));
            there.kill();
        }
        story.awaits(round, "OPENED");
        assertThat(count("select count(*) from bid where status = 'OPENED' and round_id")).isEqualTo(SUPPLIERS * 2L);
        assertThat(count("select count(*) from opened_offer where round_id")).isEqualTo(SUPPLIERS);
        assertThat(count("select count(*) from opening_release where judged and round_id")).isEqualTo(SUPPLIERS * 4L);
        assertThat(count("select count(*) from event where type = 'OpeningEnded' and round_id")).isEqualTo(1);
        assertThat(count("select count(*) from event where type = 'OffersOpened' and round_id")).isEqualTo(1);
        assertThat(count("select count(*) from opening_envelope where (wrong <> '[]' or header_wrong <> '[]') and round_id")).as("nobody is called a liar").isZero();
    }

    private long count(String question) {
        try (var all = platform.databaseAs("postgres", "postgres");
                var found = all.createStatement().executeQuery(question + " = '" + round.id() + "'")) {
            found.next();
            return found.getLong(1);
        } catch (java.sql.SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
