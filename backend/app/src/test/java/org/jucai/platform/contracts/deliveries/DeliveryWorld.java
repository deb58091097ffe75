package org.jucai.platform.contracts.deliveries;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jucai.platform.contracts.ContractItem;
import org.jucai.platform.contracts.ContractTerms;
import org.jucai.platform.contracts.ContractText;
import org.jucai.platform.contracts.DeliveryTerms;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.World;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Supply contracts in force, as rows: how they come about is another story. Goods go to the first member; a second one watches. */
@TestComponent
@Import(World.class)
public class DeliveryWorld {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String CONTRACT = """
            insert into contract (id, round_id, round_code, association_id, award_number, code, kind, group_id, seller_id, buyer_id, status, status_since, version, mass_kg,
                total_fen, item_count, text)
            values (:id, :round, 'R', :association, 1, :code, 'SUPPLY', :group, :seller, :buyer, 'EFFECTIVE', now(), 1, :mass, 0, 1, :text::jsonb)
            """;

    private static final String ITEM = """
            insert into contract_item (id, contract_id, position, seller_id, buyer_id, group_id, enterprise_id, mass_kg, body)
            values (:item, :id, 0, :seller, :buyer, :group, :member, :mass, :body::jsonb)
            """;

    private static final String CALL_OFF = """
            insert into call_off (item_id, contract_id, round_id, seller_id, buyer_id, group_id, enterprise_id, contracted_kg, most_kg, supply_stands, cover_stands,
                delivery_terms)
            values (:item, :id, :round, :seller, :buyer, :group, :member, :mass, :most, true, true, :terms::jsonb)
            """;

    private final World world;
    private final Database database;
    private final Ids ids;
    private final JsonMapper json;

    DeliveryWorld(World world, Database database, Ids ids, JsonMapper json) {
        this.world = world;
        this.database = database;
        this.ids = ids;
        this.json = json;
    }

    /** A contract of one item, and those whom it concerns. @param group buys in principal mode, else the member does */
    public record Bought(World.Association us, Client seller, Client group, Client member, Client other, Client store, UUID contract, UUID item, LocalDate fromOn) {

        public String plan() {
            return "/api/contracts/" + contract + "/deliveries";
        }
    }

    /** Bought by the finance group for a member. */
    public Bought principal(long tonnes, int toleranceBp) {
        return bought(tonnes, toleranceBp, true);
    }

    /** Bought by the member itself. */
    public Bought agency(long tonnes, int toleranceBp) {
        return bought(tonnes, toleranceBp, false);
    }

    private Bought bought(long tonnes, int toleranceBp, boolean principal) {
        World.Association us = world.association(2);
        UUID round = world.collectingRound(us);
        Client seller = world.supplier(us.actor());
        Client group = world.other(PartyKind.FINANCE_GROUP, Role.FINANCE_OFFICER);
        Client store = world.other(PartyKind.WAREHOUSE, Role.WAREHOUSE_KEEPER);
        LocalDate from = world.now().atZone(java.time.ZoneId.of("Asia/Shanghai")).toLocalDate();
        Bought bought = new Bought(us, seller, group, us.buyerOf(0), us.buyerOf(1), store, ids.next(), ids.next(), from);
        DeliveryTerms terms = new DeliveryTerms(toleranceBp, DeliveryTerms.Ticket.DESTINATION, 3, new DeliveryTerms.Moisture(DeliveryTerms.MoistureRule.EXCESS, 10_000));
        UUID buyer = principal ? group.party() : us.buyerOf(0).party();
        write(bought, round, buyer, new Kilograms(tonnes * 1_000), terms);
        return bought;
    }

    private void write(Bought bought, UUID round, UUID buyer, Kilograms mass, DeliveryTerms terms) {
        ContractItem item = new ContractItem(bought.item(), Optional.empty(), ids.next(), "L-1", ids.next(), "N-1", ids.next(), bought.member().party(), bought.seller().party(),
                new ContractItem.Goods(World.BEST, "LUMP", "BULK", List.of(), 10_000, null), mass, List.of(new ContractItem.Priced(mass.kg(), 200_000)),
                new ContractItem.Money(1_300, 1, 900, 0, 0, 0, 600, 0),
                new ContractItem.Means(ContractItem.MeansKind.CASH, 0),
                new ContractItem.Destination(true, "XM-A", ids.next(), "1号料场", "超化镇", bought.fromOn(), bought.fromOn().plusDays(9)));
        database.write(Scope.background(), tx -> tx.sql(CONTRACT).bind("id", bought.contract()).bind("round", round).bind("association", bought.us().id())
                .bind("code", "C-" + bought.contract()).bind("group", bought.group().party()).bind("seller", bought.seller().party()).bind("buyer", buyer)
                .bind("mass", mass.kg()).bind("text", json.writeValueAsString(text(bought, buyer, terms))).fetch().rowsUpdated()
                .then(tx.sql(ITEM).bind("item", bought.item()).bind("id", bought.contract()).bind("seller", bought.seller().party()).bind("buyer", buyer)
                        .bind("group", bought.group().party()).bind("member", bought.member().party()).bind("mass", mass.kg()).bind("body", json.writeValueAsString(item))
                        .fetch().rowsUpdated())
                .then(tx.sql(CALL_OFF).bind("item", bought.item()).bind("id", bought.contract()).bind("round", round).bind("seller", bought.seller().party())
                        .bind("buyer", buyer).bind("group", bought.group().party()).bind("member", bought.member().party()).bind("mass", mass.kg())
                        .bind("most", terms.most(mass).kg()).bind("terms", json.writeValueAsString(terms)).fetch().rowsUpdated())).block(PATIENCE);
    }

    /** Contested within seven days; no formula is stamped yet. */
    private ContractText text(Bought bought, UUID buyer, DeliveryTerms terms) {
        ContractTerms all = new ContractTerms(new ContractTerms.Payment(ContractTerms.Trigger.ACCEPTANCE, 30), 500, new ContractTerms.Fee(ContractTerms.FeeBasis.OF_THE_GOODS, 0),
                terms, List.of(), 7, Optional.empty(), List.of());
        List<ContractText.Signature> signed = Stream.of(bought.seller().party(), buyer)
                .map(party -> new ContractText.Signature(party, ids.next(), world.now(), "test", Optional.empty())).toList();
        return new ContractText(1, all, "0".repeat(64), bought.seller().party(), world.now(), signed);
    }

    /** How much of it is called off. */
    public long calledOff(Bought bought) {
        return database.read(Scope.background(), tx -> tx.sql("select called_kg from call_off where item_id = :item").bind("item", bought.item())
                .mapValue(Long.class).one()).block(PATIENCE);
    }

    /** A truck of so many kilograms for tomorrow. */
    public Map<String, Object> truck(Bought bought, long kg) {
        Map<String, Object> truck = new LinkedHashMap<>();
        truck.put("itemId", bought.item());
        truck.put("massKg", kg);
        truck.put("plannedOn", bought.fromOn().plusDays(1).toString());
        return truck;
    }

    public JsonNode planned(Bought bought, long kg) {
        return planned(bought, truck(bought, kg));
    }

    public JsonNode planned(Bought bought, Map<String, Object> truck) {
        return bought.seller().does(bought.plan(), Map.of("trucks", List.of(truck))).ok().path("items").get(0);
    }

    public static String at(JsonNode delivery, String verb) {
        return "/api/deliveries/" + delivery.path("id").asString() + (verb.isEmpty() ? "" : "/" + verb);
    }

    public static Map<String, Object> notice(String plate) {
        return Map.of("plate", plate, "driver", "张师傅", "phone", "13800000000", "loadedKg", 32_000, "expectedAt", "2027-03-23T01:00:00Z");
    }

    public static Map<String, Object> ticket(String side, String number, long grossKg) {
        return Map.of("side", side, "weighbridge", "1号地磅", "number", number, "grossKg", grossKg, "tareKg", 16_000, "weighedAt", "2027-03-22T02:00:00Z");
    }

    /** At the gate of whoever receives, and looked at. */
    public JsonNode checked(Bought bought, JsonNode delivery, Client gate) {
        bought.seller().does(at(delivery, "notify"), notice("晋C" + delivery.path("code").asString().substring(2, 7))).ok();
        gate.does(at(delivery, "arrive"), Map.of("statedAt", "2027-03-22T02:00:00Z")).ok();
        return gate.does(at(delivery, "check"), Map.of("accepted", true, "remark", "外观正常")).ok();
    }
}
