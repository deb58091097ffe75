package org.jucai.platform.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jucai.platform.inspection.InspectionWorld;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Who hears of a batch: whom its goods concern, and no laboratory. */
@PlatformTest
@Import(InspectionWorld.class)
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class BatchesLiveTest {

    @Autowired Platform platform;
    @Autowired World world;
    @Autowired InspectionWorld inspections;

    @Test
    void aContestIsHeardByBothSidesAndByNeitherLaboratoryNorAnotherMember() {
        InspectionWorld.Tested tested = inspections.agency();
        JsonNode batch = inspections.drawn(tested);
        String round = batch.path("roundId").asString();
        String main = InspectionWorld.result(inspections.issued(tested.tester(), tested.verifier(), InspectionWorld.code(batch, "MAIN"), 845_000));
        try (Hearing selling = hear(round, tested.bought().seller());
                Hearing buying = hear(round, tested.bought().member());
                Hearing testing = hear(round, tested.tester());
                Hearing umpiring = hear(round, tested.umpire());
                Hearing other = hear(round, tested.bought().other());
                Hearing anybody = hear(round, world.nobody())) {
            tested.bought().seller().does("/api/results/" + main + "/contest", Map.of("grounds", "与出厂检验不符", "retest", false)).ok();
            assertThat(List.of(selling, buying)).allSatisfy(each -> {
                JsonNode said = each.upTo("ResultContested").getLast().data();
                assertThat(said.propertyNames()).as("which to read, and nothing of it").isSubsetOf("topic", "type", "at", "subjectId", "cells");
                assertThat(said.path("subjectId").asString()).isEqualTo(batch.path("id").asString());
            });
            tested.bought().us().secretariat().does("/api/rounds/" + round + "/suspend", Map.of("reason", "核对需求")).ok();
            for (Hearing stranger : List.of(testing, umpiring, other, anybody)) {
                assertThat(stranger.upTo("RoundSuspended")).extracting(Hearing.Heard::type).noneMatch(type -> type.startsWith("Result") || type.startsWith("Batch") || type.startsWith("Sample"));
            }
        }
    }

    private Hearing hear(String round, Client client) {
        return Hearing.of(platform.port(), client.token(), "round:" + round, null).opened();
    }
}
