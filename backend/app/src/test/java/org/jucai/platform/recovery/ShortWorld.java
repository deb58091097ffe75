package org.jucai.platform.recovery;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.award.AwardWorld;
import org.jucai.platform.award.allocations.Statement;
import org.jucai.platform.award.settling.SettledLot;
import org.jucai.platform.award.shares.CostRule;
import org.jucai.platform.award.shares.ShareRule;
import org.jucai.platform.contracts.deliveries.DeliveryWorld;
import org.jucai.platform.testing.World;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A supply contract of one item, as rows, with the allocation that it was drawn for. */
@TestComponent
@Import({DeliveryWorld.class, AwardWorld.class})
public class ShortWorld {

    private static final long TONNES = 500;

    private final World world;
    private final DeliveryWorld deliveries;
    private final AwardWorld awards;
    private final JsonMapper json;

    ShortWorld(World world, DeliveryWorld deliveries, AwardWorld awards, JsonMapper json) {
        this.world = world;
        this.deliveries = deliveries;
        this.awards = awards;
        this.json = json;
    }

    public DeliveryWorld.Bought bought() {
        DeliveryWorld.Bought bought = deliveries.principal(TONNES, 500);
        allocated(bought, bought.item());
        return bought;
    }

    private void allocated(DeliveryWorld.Bought bought, UUID item) {
        long kg = TONNES * 1_000;
        Statement.From from = new Statement.From(bought.seller().party(), kg, 100_000_000, 0, kg, kg, 0, List.of(new Statement.Priced(0, kg, 200_000)), 1300, true, 0, 0, true);
        Statement statement = new Statement("N-1", "L-1", "G", "LUMP", "BULK", "XM-A", kg, 100_000_000, kg, kg, kg, kg, List.of(from), 100_000_000, 0, 0, 0, 0, 0, 100_000_000, null,
                SettledLot.Core.NOT_COMPUTED, ShareRule.PROPORTIONAL, CostRule.AVERAGE, false, List.of());
        awards.sql("insert into allocation (round_id, id, number, association_id, enterprise_id, line_id, lot_id, status, version, mass_kg, total_fen, statement, computed_at, silence_confirms_at, "
                + "confirmed_at, by_silence) select c.round_id, (i.body ->> 'allocationId')::uuid, 1, c.association_id, i.enterprise_id, (i.body ->> 'lineId')::uuid, (i.body ->> 'lotId')::uuid, "
                + "'CONFIRMED', 1, i.mass_kg, 100000000, '" + json.writeValueAsString(statement) + "'::jsonb, now(), now(), now(), true from contract_item i join contract c on c.id = i.contract_id "
                + "where i.id = '" + item + "' returning id");
    }

    /** The other member gets as much of the same supplier and lot; its item. */
    public UUID second(DeliveryWorld.Bought bought) {
        UUID round = UUID.fromString(awards.sql("select round_id from contract where id = '" + bought.contract() + "'"));
        UUID line = bought.other().submits(round, world.line(World.BEST, TONNES)).id();
        awards.sql("update demand_line set maximum_kg = maximum_kg * 2 where id = '" + line + "' returning id");
        UUID item = UUID.fromString(awards.sql("insert into contract_item (id, contract_id, position, seller_id, buyer_id, group_id, enterprise_id, mass_kg, body) select n.id, contract_id, 1, "
                + "seller_id, buyer_id, group_id, '" + bought.other().party() + "', mass_kg, body || jsonb_build_object('id', n.id, 'lineId', '" + line + "', 'allocationId', gen_random_uuid(), "
                + "'enterpriseId', '" + bought.other().party() + "') from contract_item i, gen_random_uuid() n(id) where i.id = '" + bought.item() + "' returning id"));
        awards.sql("insert into call_off (item_id, contract_id, round_id, seller_id, buyer_id, group_id, enterprise_id, contracted_kg, most_kg, supply_stands, cover_stands, delivery_terms) select '"
                + item + "', contract_id, round_id, seller_id, buyer_id, group_id, '" + bought.other().party() + "', contracted_kg, most_kg, true, true, delivery_terms from call_off where item_id = '"
                + bought.item() + "' returning item_id");
        allocated(bought, item);
        return item;
    }

    /** The first member offers some of its share to whoever shares the lot. */
    public JsonNode offered(DeliveryWorld.Bought bought, long kg) {
        return bought.member().does("/api/swaps", Map.of("itemId", bought.item(), "massKg", kg)).ok();
    }

    public UUID lot(DeliveryWorld.Bought bought) {
        return UUID.fromString(awards.sql("select body ->> 'lotId' from contract_item where id = '" + bought.item() + "'"));
    }

    /** Less comes of it. */
    public JsonNode stated(DeliveryWorld.Bought bought, long comesKg) {
        return bought.seller().does("/api/shortfalls", Map.of("lotId", lot(bought), "comesKg", comesKg, "reason", "回转窑检修")).ok();
    }
}
