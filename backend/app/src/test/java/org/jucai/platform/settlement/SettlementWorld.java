package org.jucai.platform.settlement;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.contracts.deliveries.DeliveryWorld;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.World;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Goods that were taken under a supply contract with a member's contract behind it: 500 t at 2,000 yuan, 30 yuan of freight, some equalisation, a fee of 1.5 %. */
@TestComponent
@Import(DeliveryWorld.class)
public class SettlementWorld {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String PRICED = """
            update contract_item set body = jsonb_set(body, '{money}', '{"vatRateBp": 1300, "goodsFen": 100000000, "freightVatRateBp": 900, "freightFenPerTonne": 3000,
                "freightFen": 1500000, "equalisationFen": 0, "feeVatRateBp": 600, "feeFen": 0}') where id = :item
            """;

    private static final String PAID = "update contract set text = jsonb_set(text, '{terms,payment}', :payment::jsonb) where id = :id";

    private static final String COVER = """
            insert into contract (id, round_id, round_code, association_id, award_number, code, kind, group_id, seller_id, buyer_id, status, status_since, version, mass_kg,
                total_fen, item_count, text)
            select :cover, round_id, round_code, association_id, award_number, 'F-' || :cover, :kind, group_id, group_id, :member, 'EFFECTIVE', status_since, 1, mass_kg, 0, 1,
                jsonb_set(text, '{terms,payment}', '{"trigger": "ADVANCE", "days": 0}') from contract where id = :id
            """;

    private static final String COVER_ITEM = """
            insert into contract_item (id, contract_id, position, upstream_item_id, seller_id, buyer_id, group_id, enterprise_id, mass_kg, body)
            select :item, :cover, 0, id, group_id, :member, group_id, enterprise_id, mass_kg,
                jsonb_set(jsonb_set(jsonb_set(body, '{id}', to_jsonb(:item::text)), '{upstreamItemId}', to_jsonb(id)), '{money}', body -> 'money' || :money::jsonb)
            from contract_item where id = :upstream
            """;

    private final World world;
    private final DeliveryWorld deliveries;
    private final Database database;
    private final Ids ids;
    private final SettlementClock clock;
    private final PayDayClock payDays;
    private final Platform platform;

    SettlementWorld(World world, DeliveryWorld deliveries, Database database, Ids ids, SettlementClock clock, PayDayClock payDays, Platform platform) {
        this.payDays = payDays;
        this.platform = platform;
        this.world = world;
        this.deliveries = deliveries;
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** A purchase with what stands downstream for it. */
    public record Settled(DeliveryWorld.Bought bought, UUID cover) {}

    public Settled agency() {
        return covered(deliveries.agency(500, 500), "SERVICE", "{\"goodsFen\": 0, \"freightFen\": 0, \"equalisationFen\": -123457, \"feeFen\": 1500001}");
    }

    public Settled principal() {
        return covered(deliveries.principal(500, 500), "RESALE", "{\"equalisationFen\": 123457, \"feeFen\": 1500001, \"feeVatRateBp\": 1300}");
    }

    private Settled covered(DeliveryWorld.Bought bought, String kind, String money) {
        UUID cover = ids.next();
        database.write(Scope.background(), tx -> tx.sql(PRICED).bind("item", bought.item()).fetch().rowsUpdated()
                .then(tx.sql(COVER).bind("cover", cover).bind("kind", kind).bind("member", bought.member().party()).bind("id", bought.contract()).fetch().rowsUpdated())
                .then(tx.sql(COVER_ITEM).bind("item", ids.next()).bind("cover", cover).bind("member", bought.member().party()).bind("money", money).bind("upstream", bought.item())
                        .fetch().rowsUpdated())).block(PATIENCE);
        pays(bought.contract(), "DELIVERY", 30);
        return new Settled(bought, cover);
    }

    /** What starts the term of a contract. */
    public void pays(UUID contract, String trigger, int days) {
        database.write(Scope.background(), tx -> tx.sql(PAID).bind("payment", "{\"trigger\": \"" + trigger + "\", \"days\": " + days + "}").bind("id", contract).fetch().rowsUpdated()).block(PATIENCE);
    }

    /** A truck that the member unloaded and passed by its own report. */
    public JsonNode came(Settled settled, long kg) {
        return passed(settled, unloaded(settled, kg));
    }

    public JsonNode unloaded(Settled settled, long kg) {
        DeliveryWorld.Bought bought = settled.bought();
        JsonNode truck = deliveries.planned(bought, kg);
        deliveries.checked(bought, truck, bought.member());
        bought.member().does(DeliveryWorld.at(truck, "weigh"), DeliveryWorld.ticket("DESTINATION", "T-" + Client.newKey(), 16_000 + kg)).ok();
        return bought.member().does(DeliveryWorld.at(truck, "unload"), null).ok();
    }

    public JsonNode passed(Settled settled, JsonNode truck) {
        return settled.bought().member().does(DeliveryWorld.at(truck, "pass"), Map.of("report", "ZJ-1")).ok();
    }

    /** Waits until what came can be read by whoever settles. */
    public void told() {
        platform.awaitReadableLog();
    }

    /** What is due happens. */
    public long beats() {
        told();
        long drawn = clock.tick().blockOptional(PATIENCE).orElse(0L);
        payDays.tick().block(PATIENCE);
        return drawn;
    }

    public void timePasses(Duration by) {
        world.clockMoves(by);
        beats();
    }

    /** Statements of a contract as somebody reads them, the first first. */
    public static List<JsonNode> statements(Client reader, UUID contract) {
        return reader.get("/api/settlements?limit=200&contractId=" + contract).ok().path("items").valueStream().toList().reversed();
    }

    public static JsonNode sheet(Client reader, JsonNode statement) {
        return reader.get(at(statement, "")).ok();
    }

    public static String at(JsonNode statement, String verb) {
        return "/api/settlements/" + statement.path("id").asString() + (verb.isEmpty() ? "" : "/" + verb);
    }

    /** An invoice of all that is left to be invoiced. */
    public Map<String, Object> invoice(JsonNode sheet) {
        Map<String, Object> invoice = new HashMap<>(Map.of("number", number(), "issuedOn", today()));
        invoice.put("lines", sheet.path("toInvoice").valueStream().map(line -> Map.of("rateBp", line.path("rateBp").asInt(), "netFen", line.path("netFen").asLong(), "vatFen",
                line.path("vatFen").asLong())).toList());
        return invoice;
    }

    public String number() {
        UUID id = ids.next();
        return "%020d".formatted(Math.floorMod(id.getMostSignificantBits() ^ id.getLeastSignificantBits(), 9_000_000_000_000_000_000L));
    }

    public String today() {
        return world.now().atZone(java.time.ZoneId.of("Asia/Shanghai")).toLocalDate().toString();
    }

    public Map<String, Object> payment(long fen) {
        return Map.of("reference", "HK-" + Client.newKey(), "paidOn", today(), "amountFen", fen);
    }

    /** Nothing of it is open any more. */
    public void isPaid(Settled settled) {
        database.write(Scope.background(), tx -> tx.sql("update statement set status = 'AGREED', invoiced = true, paid_fen = total_fen where contract_id in (:one, :other)")
                .bind("one", settled.bought().contract()).bind("other", settled.cover()).fetch().rowsUpdated()).block(PATIENCE);
    }

    /** All deliveries of a round, however they came about, are settled: valued, drawn, agreed and invoiced. */
    public void settlesAll(UUID round) {
        database.write(Scope.background(), tx -> tx.sql("insert into delivery_to_settle (delivery_id, round_id, contract_id, state, told_at) select id, round_id, contract_id, 'WAITING', now() "
                + "from delivery where round_id = :round on conflict do nothing").bind("round", round).fetch().rowsUpdated()).block(PATIENCE);
        beats();
        database.write(Scope.background(), tx -> tx.sql("update statement set status = 'AGREED', invoiced = true where round_id = :round").bind("round", round).fetch().rowsUpdated()).block(PATIENCE);
    }
}
