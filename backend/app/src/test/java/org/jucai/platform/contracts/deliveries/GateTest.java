package org.jucai.platform.contracts.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jucai.platform.contracts.deliveries.DeliveryWorld.at;
import static org.jucai.platform.contracts.deliveries.DeliveryWorld.notice;
import static org.jucai.platform.contracts.deliveries.DeliveryWorld.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What the gate takes and what it does not; on which days it is open, and who may look. */
@PlatformTest
@Import(DeliveryWorld.class)
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class GateTest {

    @Autowired DeliveryWorld deliveries;
    @Autowired World world;

    private static String fresh() {
        return "G-" + Client.newKey();
    }

    @Test
    void whatIsRefusedCancelledOrReturnedIsFreeForAReplacement() {
        DeliveryWorld.Bought bought = deliveries.agency(32, 0);
        JsonNode wet = deliveries.planned(bought, 32_000);
        assertThat(bought.seller().does(bought.plan(), Map.of("trucks", List.of(deliveries.truck(bought, 1)))).refusal()).isEqualTo("call-off-exceeds-contract");
        bought.seller().does(at(wet, "notify"), notice("晋C11111")).ok();
        bought.member().does(at(wet, "arrive"), Map.of("statedAt", "2027-03-22T02:00:00Z")).ok();
        JsonNode refused = bought.member().does(at(wet, "check"), Map.of("accepted", false, "remark", "受潮结块")).ok();
        assertThat(refused.path("status").asString()).isEqualTo("REFUSED");
        assertThat(refused.path("allowedCommands")).isEmpty();
        JsonNode cancelled = deliveries.planned(bought, 32_000);
        bought.member().does(at(cancelled, "cancel"), Map.of("reason", "窑炉检修")).ok();
        JsonNode returned = deliveries.planned(bought, 32_000);
        deliveries.checked(bought, returned, bought.member());
        bought.member().does(at(returned, "weigh"), ticket("DESTINATION", fresh(), 47_990)).ok();
        bought.member().does(at(returned, "unload"), null).ok();
        JsonNode back = bought.member().does(at(returned, "return"), Map.of("reason", "铁超标")).ok();
        assertThat(back.path("parcels").get(0).path("place").asString()).isEqualTo("SUPPLIER");
        assertThat(back.path("parcels").get(0).path("ownerId").asString()).isEqualTo(bought.seller().party().toString());
        assertThat(deliveries.calledOff(bought)).isZero();
        deliveries.planned(bought, 32_000);
    }

    @Test
    void aTruckThatBringsMoreThanTheContractLetsInIsNotWeighedInAndOneThatBringsLessGivesBack() {
        DeliveryWorld.Bought bought = deliveries.agency(64, 100);
        JsonNode heavy = deliveries.planned(bought, 32_000);
        JsonNode light = deliveries.planned(bought, 32_000);
        deliveries.checked(bought, heavy, bought.member());
        deliveries.checked(bought, light, bought.member());
        String number = fresh();
        assertThat(bought.member().does(at(heavy, "weigh"), ticket("DESTINATION", number, 48_641)).refusal()).isEqualTo("delivered-above-contract");
        bought.member().does(at(heavy, "weigh"), ticket("DESTINATION", number, 48_640)).ok();
        assertThat(deliveries.calledOff(bought)).as("64 t and 1 %").isEqualTo(64_640);
        bought.member().does(at(light, "weigh"), ticket("DESTINATION", fresh(), 46_000)).ok();
        assertThat(deliveries.calledOff(bought)).isEqualTo(62_640);
        JsonNode progress = bought.seller().get("/api/contracts/" + bought.contract() + "/delivery-plan").ok();
        assertThat(progress.path("items").get(0).path("deliveredKg").asLong()).isEqualTo(62_640);
        assertThat(progress.path("items").get(0).path("shortKg").asLong()).isEqualTo(63_360 - 62_640);
        assertThat(progress.path("trucks").get(0).path("massKg").asLong()).isEqualTo(64_000 - 62_640);
    }

    @Test
    void ofManyTicketsEachIsAnsweredAndOneThatIsRefusedChangesNothing() {
        DeliveryWorld.Bought bought = deliveries.agency(200, 0);
        DeliveryWorld.Bought elsewhere = deliveries.agency(100, 0);
        JsonNode byCode = deliveries.planned(bought, 32_000);
        JsonNode byPlate = deliveries.planned(bought, 32_000);
        deliveries.checked(bought, byCode, bought.member());
        JsonNode checked = deliveries.checked(bought, byPlate, bought.member());
        JsonNode foreign = deliveries.planned(elsewhere, 32_000);
        String counted = fresh();
        List<Map<String, Object>> rows = new ArrayList<>();
        rows.add(row("deliveryCode", byCode.path("code").asString(), counted, 48_000));
        rows.add(row("plate", checked.path("notice").path("plate").asString(), counted, 48_000));
        rows.add(row("plate", checked.path("notice").path("plate").asString(), fresh(), 15_000));
        rows.add(row("deliveryCode", foreign.path("code").asString(), fresh(), 48_000));
        rows.add(row("plate", checked.path("notice").path("plate").asString(), fresh(), 47_500));
        JsonNode answers = bought.member().does("/api/weigh-tickets", Map.of("tickets", rows)).ok();
        assertThat(answers.path("taken").asInt()).isEqualTo(2);
        assertThat(answers.path("answers").valueStream().map(one -> one.path("problem").asString("")).toList()).containsExactly("", "/problems/weigh-ticket-counted-already",
                "/problems/tare-not-below-gross", "/problems/delivery-of-this-truck-not-found", "");
        assertThat(answers.path("answers").get(2).path("detail").asString()).contains("15000");
        assertThat(deliveries.calledOff(bought)).isEqualTo(63_500);
    }

    @Test
    void aWeighbridgesTableIsReadRowByRowAndWhatWasReadIsEntered() {
        DeliveryWorld.Bought bought = deliveries.agency(100, 0);
        JsonNode truck = deliveries.planned(bought, 32_000);
        String plate = deliveries.checked(bought, truck, bought.member()).path("notice").path("plate").asString();
        String table = "过磅明细\n磅单号,车牌号,毛重(吨),皮重(吨),净重(吨),过磅时间\n%s,%s,47.98,16,31.98,2027-05-12 09:20\n8,%s,47.98,16,31.90,2027-05-12 09:20\n合计,,95.96,32,63.88,\n"
                .formatted(fresh(), plate, plate);
        JsonNode rows = bought.member().uploads("/api/weigh-tickets/read?weighbridge=1号地磅", "磅单.csv", table.getBytes(java.nio.charset.Charset.forName("GB18030"))).ok().path("rows");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).path("row").asInt()).isEqualTo(3);
        assertThat(rows.get(1).path("faults").get(0).path("why").asString()).isEqualTo("NET_DIFFERS");
        assertThat(deliveries.calledOff(bought)).as("reading changes nothing").isEqualTo(32_000);
        JsonNode answers = bought.member().does("/api/weigh-tickets", Map.of("tickets", List.of(rows.get(0).path("ticket")))).ok();
        assertThat(answers.path("answers").get(0).path("settledKg").asLong()).isEqualTo(31_980);
        assertThat(bought.member().uploads("/api/weigh-tickets/read", "x.csv", new byte[0]).refusal()).isEqualTo("weigh-table-missing");
        assertThat(bought.member().uploads("/api/weigh-tickets/read", "x.xlsx", new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8}).refusal()).isEqualTo("workbook-not-excel");
    }

    @Test
    void aPlanSaysWhichDaysAreBlockedAndWhy() {
        DeliveryWorld.Bought bought = deliveries.agency(100, 0);
        String plan = "/api/contracts/" + bought.contract() + "/delivery-plan";
        assertThat(bought.seller().get(plan).ok().path("items").get(0).path("closedDays")).isEmpty();
        Map<String, Object> alert = Map.of("zone", "XM-A", "level", "ORANGE", "fromOn", bought.fromOn().plusDays(2).toString(), "toOn", bought.fromOn().plusDays(3).toString(),
                "blocks", true, "source", "郑环预警〔2027〕4号");
        bought.us().secretariat().does("/api/control-periods", Map.of("periods", List.of(alert))).ok();
        JsonNode item = bought.seller().get(plan).ok().path("items").get(0);
        assertThat(item.path("closedDays").valueStream().map(day -> day.path("on").asString()).toList())
                .containsExactly(bought.fromOn().plusDays(2).toString(), bought.fromOn().plusDays(3).toString());
        assertThat(item.path("closedDays").get(0).path("source").asString()).isEqualTo("郑环预警〔2027〕4号");
        assertThat(item.path("dueOn").asString()).isEqualTo(bought.fromOn().plusDays(11).toString());
    }

    private static Map<String, Object> row(String by, String name, String number, long grossKg) {
        Map<String, Object> row = new TreeMap<>(ticket("DESTINATION", number, grossKg));
        row.put(by, name);
        return row;
    }

    @Test
    void anAlertBlocksItsDaysMakesTheTermLongerAndGivesThemBackWhenItIsLifted() {
        DeliveryWorld.Bought bought = deliveries.agency(100, 0);
        JsonNode truck = deliveries.planned(bought, 32_000);
        assertThat(truck.path("dueOn").asString()).isEqualTo(bought.fromOn().plusDays(9).toString());
        Map<String, Object> alert = Map.of("zone", "XM-A", "level", "RED", "fromOn", bought.fromOn().plusDays(1).toString(), "toOn", bought.fromOn().plusDays(4).toString(),
                "blocks", true, "source", "郑环预警〔2027〕3号");
        JsonNode period = bought.us().secretariat().does("/api/control-periods", Map.of("periods", List.of(alert))).ok().path("items").get(0);
        assertThat(bought.seller().does(bought.plan(), Map.of("trucks", List.of(deliveries.truck(bought, 32_000)))).refusal()).isEqualTo("day-is-blocked");
        assertThat(bought.member().get(at(truck, "")).ok().path("dueOn").asString()).isEqualTo(bought.fromOn().plusDays(13).toString());
        String lift = "/api/control-periods/" + period.path("id").asString() + "/lift";
        assertThat(world.association(1).secretariat().does(lift, Map.of("toOn", bought.fromOn().toString())).status()).as("another association").isEqualTo(404);
        assertThat(bought.us().secretariat().does(lift, Map.of("toOn", bought.fromOn().plusDays(4).toString())).refusal()).isEqualTo("control-period-ended-already");
        bought.us().secretariat().does(lift, Map.of("toOn", bought.fromOn().toString())).ok();
        assertThat(bought.member().get(at(truck, "")).ok().path("dueOn").asString()).isEqualTo(bought.fromOn().plusDays(9).toString());
        deliveries.planned(bought, 32_000);
        Map<String, Object> far = deliveries.truck(bought, 1_000);
        far.put("plannedOn", bought.fromOn().plusDays(10).toString());
        assertThat(bought.seller().does(bought.plan(), Map.of("trucks", List.of(far))).refusal()).isEqualTo("day-outside-delivery-window");
    }

    @Test
    void aTicketOfAnotherContractIsNotFoundAndOneThatCountedThereCountsNowhereElse() {
        DeliveryWorld.Bought ours = deliveries.agency(100, 0);
        DeliveryWorld.Bought theirs = deliveries.agency(100, 0);
        JsonNode here = deliveries.checked(ours, deliveries.planned(ours, 32_000), ours.member());
        JsonNode there = deliveries.checked(theirs, deliveries.planned(theirs, 32_000), theirs.member());
        assertThat(ours.member().does(at(there, "weigh"), ticket("DESTINATION", fresh(), 48_000)).status()).isEqualTo(404);
        String counted = fresh();
        theirs.member().does(at(there, "weigh"), ticket("DESTINATION", counted, 48_000)).ok();
        assertThat(ours.member().does(at(here, "weigh"), ticket("DESTINATION", counted, 48_000)).refusal()).isEqualTo("weigh-ticket-counted-already");
        assertThat(ours.member().does(at(here, "weigh"), ticket("DESTINATION", fresh(), 15_999)).refusal()).as("tare above gross").isEqualTo("tare-not-below-gross");
        JsonNode still = ours.member().get(at(here, "")).ok();
        assertThat(still.path("status").asString()).isEqualTo("GATE_CHECKED");
        assertThat(still.path("tickets")).isEmpty();
        assertThat(deliveries.calledOff(ours)).isEqualTo(32_000);
    }

    @Test
    void nobodySeesOrMovesADeliveryThatDoesNotConcernIt() {
        DeliveryWorld.Bought bought = deliveries.principal(100, 0);
        JsonNode truck = deliveries.planned(bought, 32_000);
        for (Client stranger : List.of(bought.other(), bought.store(), world.supplier(bought.us().actor()))) {
            assertThat(stranger.get("/api/deliveries").ok().path("items")).isEmpty();
            assertThat(stranger.get(at(truck, "")).status()).isEqualTo(404);
        }
        assertThat(bought.other().does(bought.plan(), Map.of("trucks", List.of(deliveries.truck(bought, 1_000)))).status()).isEqualTo(404);
        assertThat(bought.other().does(at(truck, "cancel"), Map.of("reason", "不要了")).status()).isEqualTo(404);
        for (Client concerned : List.of(bought.seller(), bought.group(), bought.member())) assertThat(concerned.get("/api/deliveries").ok().path("items")).hasSize(1);
        assertThat(bought.member().does(at(truck, "notify"), notice("晋C22222")).refusal()).isEqualTo("not-allowed");
        assertThat(bought.seller().does(at(truck, "return"), Map.of("reason", "拉回")).refusal()).isEqualTo("delivery-step-of-another-party");
        Map<String, Object> nowhere = deliveries.truck(bought, 1_000);
        nowhere.put("storeId", UUID.randomUUID());
        assertThat(bought.seller().does(bought.plan(), Map.of("trucks", List.of(nowhere))).refusal()).isEqualTo("store-unknown");
    }
}
