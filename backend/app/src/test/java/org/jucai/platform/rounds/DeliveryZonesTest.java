package org.jucai.platform.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@PlatformTest
@Import(World.class)
class DeliveryZonesTest {

    @Autowired World world;

    @Test
    void eachCodeIsOfferedOnceUnderTheNameOfTheNewestRound() {
        World.Association xinmi = world.association(1);
        draft(xinmi, Map.of("code", "ZZ-B", "name", "旧名"), Map.of("code", "ZZ-A", "name", "甲片区"));
        world.clockMoves(Duration.ofSeconds(1));
        draft(xinmi, Map.of("code", "ZZ-B", "name", "新名"));
        assertThat(zones(xinmi.secretariat(), "?associationId=" + xinmi.id())).containsExactly("ZZ-A 甲片区", "ZZ-B 新名");
    }

    @Test
    void aMemberChoosesAmongZonesOfAnnouncedRoundsAndSeesNoDraft() {
        World.Association xinmi = world.association(1);
        String ours = "?associationId=" + xinmi.id();
        draft(xinmi, Map.of("code", "ZZ-D", "name", "草稿片区"));
        assertThat(zones(xinmi.buyerOf(0), ours)).isEmpty();
        world.collectingRound(xinmi);
        assertThat(zones(xinmi.buyerOf(0), ours)).containsExactly("XM-A XM-A", "XM-B XM-B", "XM-C XM-C");
    }

    @Test
    void zonesOfAnotherAssociationAreNotMixedInAndPagesAddUp() {
        World.Association xinmi = world.association(0);
        World.Association other = world.association(0);
        draft(other, Map.of("code", "ZZ-O", "name", "他片区"));
        world.draftedRound(xinmi);
        String ours = "?associationId=" + xinmi.id();
        JsonNode first = xinmi.secretariat().get("/api/delivery-zones" + ours + "&limit=2").ok();
        assertThat(first.path("items").size()).isEqualTo(2);
        assertThat(zones(xinmi.secretariat(), ours + "&limit=2&cursor=" + first.path("nextCursor").asString())).containsExactly("XM-C XM-C");
        assertThat(zones(xinmi.secretariat(), ours)).hasSize(3);
    }

    @SafeVarargs
    private void draft(World.Association association, Map<String, String>... zones) {
        Map<String, Object> terms = world.terms();
        terms.put("deliveryZones", List.of(zones));
        association.secretariat().does("/api/rounds", terms).ok();
    }

    private static List<String> zones(Client who, String query) {
        List<String> zones = new ArrayList<>();
        who.get("/api/delivery-zones" + query).ok().path("items").forEach(zone -> zones.add(zone.path("code").asString() + " " + zone.path("name").asString()));
        return zones;
    }
}
