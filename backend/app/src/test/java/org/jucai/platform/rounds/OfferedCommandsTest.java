package org.jucai.platform.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@PlatformTest
@Import(World.class)
class OfferedCommandsTest {

    @Autowired World world;

    @Test
    void aRoundOffersAMemberWhatItMayDo() {
        World.Association us = world.association(1);
        JsonNode round = us.buyerOf(0).get(path(world.collectingRound(us))).ok();
        assertThat(round.path("allowedCommands").toString()).isEqualTo("[\"PLACE_DEMAND\",\"DECLINE\",\"SIGN\"]");
        assertThat(round.path("myAnswer").asString()).isEqualTo("NONE");
        assertThat(round.path("signed").asBoolean()).isFalse();
    }

    @Test
    void anotherAssociationsRoundOffersAnEnterpriseNothing() {
        UUID round = world.collectingRound(world.association(1));
        Client stranger = world.association(1).buyerOf(0);
        JsonNode seen = stranger.get(path(round)).ok();
        assertThat(seen.path("allowedCommands").size()).isZero();
        assertThat(seen.has("myAnswer")).as("it was asked nothing").isFalse();
        assertThat(stranger.does(path(round) + "/decline", null).refusal()).isEqualTo("not-a-member-of-association");
    }

    private static String path(UUID round) {
        return "/api/rounds/" + round;
    }
}
