package org.jucai.platform.finance.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@PlatformTest
@Import(World.class)
class ProductsTest {

    private static final String AT = "/api/finance-products";

    @Autowired World world;
    @Autowired Platform platform;

    private Client bank() {
        return world.other(PartyKind.BANK, Role.BANK_CREDIT_OFFICER);
    }

    private static ObjectNode usual(Client reader) {
        return (ObjectNode) reader.get(AT + "/template").ok().path("terms");
    }

    private static Map<String, Object> entry(JsonNode terms) {
        return new HashMap<>(Map.of("terms", terms, "note", "试行"));
    }

    @Test
    void aVersionStaysAsItWasEnteredAndTheNextOneStandsBesideIt() throws SQLException {
        Client bank = bank();
        ObjectNode terms = usual(bank);
        JsonNode first = bank.does(AT, entry(terms)).ok();
        assertThat(first.path("terms")).isEqualTo(terms);
        JsonNode second = bank.does(AT + "/" + first.path("id").asString() + "/versions", 1, entry(usual(bank).put("ratePpm", 55_000))).ok();
        assertThat(second.path("version").asLong()).isEqualTo(2);
        assertThat(bank.does(AT + "/" + first.path("id").asString() + "/versions", 1, entry(terms)).refusal()).isEqualTo("version-conflict");
        assertThat(bank.get(AT + "/" + first.path("id").asString() + "?version=1").ok().path("terms")).isEqualTo(terms);
        assertThat(bank.get(AT + "/" + first.path("id").asString()).ok().path("versions")).hasSize(2);
        for (String role : List.of("jucai_app", "jucai_worker")) {
            try (Connection all = platform.databaseAs("postgres", "postgres"); Statement statement = all.createStatement()) {
                statement.execute("set role " + role);
                assertThatThrownBy(() -> statement.executeUpdate("update finance_product set version = 9")).as(role).hasMessageContaining("permission denied");
                assertThatThrownBy(() -> statement.executeUpdate("delete from finance_product")).as(role).hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void anotherBankAndASupplierReadNothingOfItAndThoseWhoMayBorrowDo() {
        Client bank = bank();
        String id = bank.does(AT, entry(usual(bank))).ok().path("id").asString();
        World.Association us = world.association(1);
        assertThat(bank().get(AT + "/" + id).refusal()).isEqualTo("not-found");
        assertThat(bank().get(AT).ok().path("items")).isEmpty();
        assertThat(bank().does(AT + "/" + id + "/versions", 1, entry(usual(bank))).refusal()).isEqualTo("not-found");
        assertThat(world.supplier(us.actor()).get(AT + "/" + id).status()).isEqualTo(403);
        JsonNode read = us.buyerOf(0).get(AT + "/" + id).ok();
        assertThat(read.path("allowedCommands")).isEmpty();
        assertThat(us.buyerOf(0).does(AT, entry(usual(bank))).status()).isEqualTo(403);
    }

    @Test
    void termsThatContradictEachOtherAreRefusedByName() {
        Client bank = bank();
        assertThat(bank.does(AT, entry(usual(bank).put("advanceRatioBp", 6_001))).refusal()).isEqualTo("advance-above-ceiling");
        assertThat(bank.does(AT, entry(usual(bank).put("watchBp", 6_000))).refusal()).isEqualTo("pledge-steps-do-not-rise");
        assertThat(bank.does(AT, entry(usual(bank).put("mostTenorDays", 181))).status()).as("at most 180 days").isEqualTo(400);
        assertThat(bank.does(AT, entry(usual(bank).put("depositShareBp", 999))).status()).as("at least a tenth").isEqualTo(400);
    }

    @Test
    void termsAreTriedBeforeTheyAreEntered() {
        Client bank = bank();
        Map<String, Object> asked = new HashMap<>(Map.of("terms", usual(bank), "massKg", 3_000_000, "priceFenPerTonne", 200_000, "days", 90, "overdueDays", 90, "saleCostBp", 500,
                "fundCashFen", 100_000_000));
        asked.put("scenarios", List.of(Map.of("priceChangeBp", -5_000, "defaults", true)));
        JsonNode outcome = bank.asks(AT + "/simulate", asked).ok().path("outcomes").get(0);
        assertThat(outcome.path("tranches").valueStream().map(each -> each.path("paysFen").asLong()).toList())
                .containsExactly(120_000_000L, 253_500_000L, 0L, 0L, 0L);
        asked.put("scenarios", List.of(Map.of("priceChangeBp", -9_000, "defaults", true)));
        JsonNode deep = bank.asks(AT + "/simulate", asked).ok().path("outcomes").get(0);
        assertThat(deep.path("tranches").valueStream().map(each -> each.path("paysFen").asLong()).toList())
                .containsExactly(120_000_000L, 57_000_000L, 98_250_000L, 0L, 98_250_000L);
        assertThat(bank.get(AT).ok().path("items")).as("nothing was entered").isEmpty();
    }
}
