package org.jucai.platform.award.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.award.AwardWorld;
import org.jucai.platform.rounds.AwardRule;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A rule that keeps half of the round for small suppliers, from what they state of their size to the award, by HTTP. */
@PlatformTest
@Import(AwardWorld.class)
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class SmallShareApiTest {

    @Autowired AwardWorld awards;
    @Autowired World world;

    /** Of 160 t in all the second supplier would win 64 t, which is less than half. */
    private AwardWorld.Opened half() {
        return awards.opened("EVALUATED", AwardWorld.lines(), _ -> List.of(new AwardRule.MinSmallShare("small", 5_000)), AwardWorld.offers());
    }

    private JsonNode computed(AwardWorld.Opened opened) {
        return awards.ended(opened, awards.asks(opened, Map.of("basis", "OFFICIAL", "work", "QUICK")));
    }

    private static long won(JsonNode run, UUID supplier) {
        return run.path("awards").valueStream().filter(part -> part.path("supplierId").asString().equals(supplier.toString())).mapToLong(part -> part.path("kg").asLong()).sum();
    }

    private JsonNode states(AwardWorld.Opened opened, UUID supplier, String size) {
        return states(world.seller(opened.us().actor(), supplier), size);
    }

    private static JsonNode states(Client seller, String size) {
        return seller.does("/api/suppliers/" + seller.party() + "/sizes", Map.of("size", size, "trade", "WHOLESALE", "year", 2025, "workers", 4, "revenueFen", 800_000_000L)).ok();
    }

    private static JsonNode shown(AwardWorld.Opened opened, UUID supplier) {
        return opened.us().secretariat().get(opened.at("/comparison?limit=1")).ok().path("suppliers").valueStream()
                .filter(one -> one.path("supplierId").asString().equals(supplier.toString())).findFirst().orElseThrow();
    }

    @Test
    void whoStatedThatItIsSmallGetsTheShareThatTheRuleKeepsForSmallOnes() {
        AwardWorld.Opened opened = half();
        UUID dearer = opened.suppliers().get(1);
        states(opened, opened.suppliers().get(0), "LARGE");
        states(opened, dearer, "MICRO");
        JsonNode run = computed(opened);
        assertThat(run.at("/run/status").asString()).isEqualTo("SOLVED");
        assertThat(won(run, dearer)).isGreaterThanOrEqualTo(won(run, opened.suppliers().get(0))).isPositive();
        assertThat(shown(opened, dearer).at("/size/standing").asString()).isEqualTo("STATED");
        assertThat(shown(opened, dearer).path("small").asBoolean()).isTrue();
        assertThat(shown(opened, opened.suppliers().get(0)).path("small").asBoolean()).isFalse();
        JsonNode told = run.path("checked");
        assertThat(told.path(0).asString()).startsWith("成立");
    }

    @Test
    void whereNobodyStatedASizeTheRuleLeavesNothingToAward() {
        AwardWorld.Opened opened = half();
        JsonNode run = computed(opened);
        assertThat(won(run, opened.suppliers().get(0)) + won(run, opened.suppliers().get(1))).isZero();
        assertThat(shown(opened, opened.suppliers().get(1)).has("size")).isFalse();
    }

    @Test
    void whomTheAssociationFoundOtherwiseCountsNoLongerAndWhomItConfirmedDoes() {
        AwardWorld.Opened opened = half();
        List<UUID> suppliers = opened.suppliers();
        String refused = "/api/suppliers/" + suppliers.get(1) + "/sizes/" + states(opened, suppliers.get(1), "MICRO").path("id").asString();
        String confirmed = "/api/suppliers/" + suppliers.get(0) + "/sizes/" + states(opened, suppliers.get(0), "SMALL").path("id").asString();
        opened.us().secretariat().does(refused + "/refuse", Map.of("reason", "其控股公司为大型企业")).ok();
        opened.us().secretariat().does(confirmed + "/confirm", Map.of("reason", "与年报一致")).ok();
        JsonNode run = computed(opened);
        assertThat(won(run, suppliers.get(0))).as("small, and cheapest where it already had more than half").isEqualTo(96_000);
        assertThat(won(run, suppliers.get(1))).isEqualTo(64_000);
        assertThat(shown(opened, suppliers.get(1)).at("/size/standing").asString()).isEqualTo("REFUSED");
        assertThat(shown(opened, suppliers.get(1)).path("small").asBoolean()).isFalse();
        assertThat(shown(opened, suppliers.get(0)).at("/size/standing").asString()).isEqualTo("CONFIRMED");
        assertThat(shown(opened, suppliers.get(0)).at("/size/judgedAt").asString()).isEqualTo(world.now().toString());
    }

    @Test
    void whatIsStatedOnceOffersAreDueDoesNotCountInTheRound() {
        AwardWorld.Opened opened = half();
        UUID late = opened.suppliers().get(1);
        Client seller = world.seller(opened.us().actor(), late);
        states(seller, "LARGE");
        String after = states(seller, "MICRO").path("id").asString();
        awards.sql("update supplier_size set stated_at = '" + world.now().plus(Duration.ofDays(10)) + "' where id = '" + after + "' returning id");
        assertThat(shown(opened, late).at("/size/size").asString()).isEqualTo("LARGE");
        assertThat(shown(opened, late).path("small").asBoolean()).isFalse();
        JsonNode run = computed(opened);
        assertThat(won(run, late)).isZero();
    }
}
