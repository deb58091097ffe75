package org.jucai.platform.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jucai.platform.contracts.deliveries.DeliveryWorld;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.World;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Goods in quarantine under a contract with guarantees and a stamped formula, and laboratories with two people each. */
@TestComponent
@Import(DeliveryWorld.class)
public class InspectionWorld {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String STAMP = """
            update contract set text = jsonb_set(text, '{terms,formulas}', jsonb_build_array(:formula::jsonb || jsonb_build_object('grade',
                (select body -> 'goods' ->> 'grade' from contract_item where contract_id = :id order by id limit 1)))) where id = :id
            """;
    private static final String GUARANTEE = """
            update contract_item set body = jsonb_set(body, '{goods,guarantees}', '[{"property": "AL2O3", "minimumPpm": 855000}, {"property": "FE2O3", "maximumPpm": 18000},
                {"property": "BULK_DENSITY", "minimumPpm": 3100}]') where contract_id = :id
            """;

    private final World world;
    private final DeliveryWorld deliveries;
    private final Database database;
    private final InspectionClock clock;
    private final JsonMapper json;

    InspectionWorld(World world, DeliveryWorld deliveries, Database database, InspectionClock clock, JsonMapper json) {
        this.world = world;
        this.deliveries = deliveries;
        this.database = database;
        this.clock = clock;
        this.json = json;
    }

    /** @param tester and verifier of the laboratory; @param umpire of another */
    public record Tested(DeliveryWorld.Bought bought, Client tester, Client verifier, Client umpire, Client umpireVerifier) {}

    /** A member's own purchase, by the usual formula for calcined bauxite. */
    public Tested agency() {
        Tested tested = withoutFormula();
        String formula = json.writeValueAsString(Map.of("id", UUID.nameUUIDFromBytes(new byte[] {1}), "version", 1, "name", "usual", "fromFenPerTonne", 50_000, "toFenPerTonne", 500_000,
                "document", document()));
        database.write(Scope.background(), tx -> tx.sql(STAMP).bind("formula", formula).bind("id", tested.bought().contract()).fetch().rowsUpdated()).block(PATIENCE);
        return tested;
    }

    /** The same, where only guarantees were agreed. */
    public Tested withoutFormula() {
        DeliveryWorld.Bought bought = deliveries.agency(500, 0);
        database.write(Scope.background(), tx -> tx.sql(GUARANTEE).bind("id", bought.contract()).fetch().rowsUpdated()).block(PATIENCE);
        Client tester = world.other(PartyKind.LABORATORY, Role.LABORATORY_TECHNICIAN);
        Client umpire = world.other(PartyKind.LABORATORY, Role.LABORATORY_TECHNICIAN);
        return new Tested(bought, tester, world.technician(tester.party()), umpire, world.technician(umpire.party()));
    }

    private static String document() {
        try (InputStream in = InspectionWorld.class.getResourceAsStream("/formulas/calcined-bauxite.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A truck of so many kilograms, unloaded and waiting for its results. */
    public JsonNode unloaded(Tested tested, long kg) {
        DeliveryWorld.Bought bought = tested.bought();
        JsonNode truck = deliveries.planned(bought, kg);
        deliveries.checked(bought, truck, bought.member());
        bought.member().does(DeliveryWorld.at(truck, "weigh"), DeliveryWorld.ticket("DESTINATION", "T-" + Client.newKey(), 16_000 + kg)).ok();
        return bought.member().does(DeliveryWorld.at(truck, "unload"), null).ok();
    }

    public static Map<String, Object> of(JsonNode... trucks) {
        return Map.of("deliveryIds", java.util.Arrays.stream(trucks).map(truck -> truck.path("id").asString()).toList());
    }

    /** A batch of one truck. */
    public JsonNode batch(Tested tested) {
        return tested.bought().member().does("/api/batches", of(unloaded(tested, 32_000))).ok();
    }

    public static Map<String, Object> three(Tested tested, JsonNode batch) {
        return Map.of("batchId", batch.path("id").asString(), "samples", List.of(sample("MAIN", tested.tester()), sample("DUPLICATE", tested.tester()), sample("UMPIRE", tested.umpire())));
    }

    public static Map<String, Object> sample(String kind, Client laboratory) {
        return Map.of("kind", kind, "laboratoryId", laboratory.party(), "seal", "F-" + Client.newKey());
    }

    public JsonNode drawn(Tested tested) {
        return tested.bought().member().does("/api/samples", three(tested, batch(tested))).ok();
    }

    public static String code(JsonNode batch, String kind) {
        return batch.path("samples").valueStream().filter(each -> each.path("kind").asString().equals(kind)).findFirst().orElseThrow().path("code").asString();
    }

    public static Map<String, Object> readings(long al2o3) {
        return Map.of("readings", List.of(reading("AL2O3", al2o3, "DRY", "GB/T 6900.4"), reading("FE2O3", 17_000, "DRY", "GB/T 6900.3"),
                reading("BULK_DENSITY", 3_150, "NOT_APPLICABLE", "GB/T 2999"), reading("MOISTURE", 4_000, "AS_RECEIVED", "GB/T 3007"), reading("OFF_SIZE", 50_000, "DRY", "筛分")));
    }

    public static Map<String, Object> reading(String property, long value, String basis, String method) {
        return Map.of("property", property, "value", value, "basis", basis, "method", method);
    }

    /** Arrived, tested, verified by another and issued. The last answer. */
    public JsonNode issued(Client tester, Client verifier, String code, long al2o3) {
        tester.does("/api/samples/" + code + "/arrive", Map.of("fit", true, "remark", "封条完好")).ok();
        String result = result(tester.does("/api/samples/" + code + "/results", readings(al2o3)).ok());
        verifier.does("/api/results/" + result + "/verify", null).ok();
        return verifier.does("/api/results/" + result + "/issue", null).ok();
    }

    /** The newest version's id. */
    public static String result(JsonNode sample) {
        return sample.path("results").get(sample.path("results").size() - 1).path("id").asString();
    }

    /** What is due is concluded. */
    public void beats() {
        clock.tick().block(PATIENCE);
    }

    public void timePasses(Duration by) {
        world.clockMoves(by);
        beats();
    }
}
