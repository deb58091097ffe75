package org.jucai.platform.contracts;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.award.AwardWorld;
import org.jucai.platform.security.Officers;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.World;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Rounds whose contracts all stand: two members share each of two lots, 60 and 36 t, 40 and 24 t. */
@TestComponent
@Import(ContractWorld.class)
public class EffectiveWorld {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ContractWorld contracts;
    private final AwardWorld awards;
    private final World world;
    private final EffectClock effects;

    EffectiveWorld(ContractWorld contracts, AwardWorld awards, World world, EffectClock effects) {
        this.contracts = contracts;
        this.awards = awards;
        this.world = world;
        this.effects = effects;
    }

    /** One supplier's part of a lot. @param first has the greater share of it, {@code second} the smaller */
    public record Part(ContractWorld.Ready ready, Client seller, Client first, Client second, UUID lot, JsonNode firstItem, JsonNode secondItem, UUID firstContract, UUID secondContract) {

        public Client group() {
            return ready.groupClient();
        }

        public UUID firstItemId() {
            return ContractWorld.id(firstItem, "id");
        }

        public UUID secondItemId() {
            return ContractWorld.id(secondItem, "id");
        }
    }

    public ContractWorld.Ready effective(String mode) {
        ContractWorld.Ready ready = contracts.sent(mode);
        contracts.allSign(ready, "SUPPLY");
        contracts.allSign(ready, mode.equals("AGENCY") ? "SERVICE" : "RESALE");
        contracts.depositsAreConfirmed(ready);
        effects.tick().block(PATIENCE);
        return ready;
    }

    /** The lot of 96 t, which one supplier serves. */
    public Part part(String mode) {
        return part(effective(mode), 60_000, 36_000);
    }

    public Part part(ContractWorld.Ready ready, long firstKg, long secondKg) {
        List<JsonNode> supplies = contracts.contracts(ready, "SUPPLY");
        JsonNode first = item(supplies, firstKg);
        JsonNode second = item(supplies, secondKg);
        return new Part(ready, ready.client(ContractWorld.id(first, "supplierId")), ready.client(ContractWorld.id(first, "enterpriseId")), ready.client(ContractWorld.id(second, "enterpriseId")),
                ContractWorld.id(first, "lotId"), first, second, contractOf(supplies, first), contractOf(supplies, second));
    }

    private static JsonNode item(List<JsonNode> supplies, long kg) {
        return supplies.stream().flatMap(supply -> supply.path("items").valueStream()).filter(item -> item.path("massKg").asLong() == kg).findFirst().orElseThrow();
    }

    private static UUID contractOf(List<JsonNode> supplies, JsonNode item) {
        return supplies.stream().filter(supply -> supply.path("items").valueStream().anyMatch(each -> each.path("id").equals(item.path("id")))).map(each -> ContractWorld.id(each, "id"))
                .findFirst().orElseThrow();
    }

    /** A truck of so many kilograms on the first day of the item's term. */
    public Client.Answer plans(Client who, UUID contract, JsonNode item, long kg) {
        return who.does("/api/contracts/" + contract + "/deliveries", Map.of("trucks",
                List.of(Map.of("itemId", item.path("id").asString(), "massKg", kg, "plannedOn", item.path("fromOn").asString()))));
    }

    /** One figure of an item's calls off. */
    public long figure(UUID item, String column) {
        return Long.parseLong(awards.sql("select (" + column + ")::text from call_off where item_id = '" + item + "'"));
    }

    public JsonNode statement(Client member, JsonNode item) {
        return member.get("/api/allocations/" + item.path("allocationId").asString() + "/statement").ok();
    }

    /** Both sides end a contract. */
    public void ended(Part part, UUID contract) {
        JsonNode read = contracts.read(part.ready(), contract.toString());
        for (String side : List.of("sellerId", "buyerId")) {
            Officers.does(part.ready().of(ContractWorld.id(read, side)), "/api/contracts/" + contract + "/terminate", Map.of("reason", "协商解除")).ok();
        }
    }

    /** Each line of the round could take so much more. */
    public void room(ContractWorld.Ready ready, long moreKg) {
        awards.sql("with more as (update demand_line set maximum_kg = maximum_kg + " + moreKg + " where round_id = '" + ready.round() + "' returning id) select count(*)::text from more");
    }

    /** The caps of all lines of the round. */
    public void caps(ContractWorld.Ready ready, long fenPerTonne) {
        awards.sql("with capped as (update demand_line set price_cap_fen_per_tonne = " + fenPerTonne + " where round_id = '" + ready.round() + "' returning id) select count(*)::text from capped");
    }

    public void timePasses(Duration by) {
        world.timePasses(by);
    }
}
