package org.jucai.platform.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PlatformTest
@Import(World.class)
class RoundJourneyTest {

    @Autowired World world;

    @Test
    void aBuyerPlacesALineInACollectingRound() {
        World.Association xinmi = world.association(3);
        UUID round = world.collectingRound(xinmi);
        var line = xinmi.buyerOf(0).submits(round, world.line(World.BEST, 60)).ok();
        assertThat(line.path("status").asString()).isEqualTo("SUBMITTED");
    }
}
