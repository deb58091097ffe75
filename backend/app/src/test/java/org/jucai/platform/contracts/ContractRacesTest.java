package org.jucai.platform.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jucai.platform.award.AwardWorld;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.security.Officers;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.Together;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Many at once, on a real database. */
@PlatformTest
@Import(ContractWorld.class)
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class ContractRacesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired ContractWorld contracts;
    @Autowired ContractDesk desk;
    @Autowired ContractBoard board;
    @Autowired Database database;
    @Autowired EffectClock clock;
    @Autowired World world;
    @Autowired AwardWorld awards;

    private ContractWorld.Ready effective(String mode) {
        ContractWorld.Ready ready = contracts.sent(mode);
        contracts.allSign(ready, "SUPPLY");
        contracts.allSign(ready, mode.equals("AGENCY") ? "SERVICE" : "RESALE");
        contracts.depositsAreConfirmed(ready);
        clock.tick().block(PATIENCE);
        return ready;
    }

    /** The refusal's name, or nothing. */
    private String callsOff(UUID supplier, UUID item, long kg) {
        Actor actor = new Actor(new UUID(7, 3), supplier, PartyKind.SUPPLIER, Set.of(), Set.of(), Actor.Entry.SESSION, true);
        try {
            database.write(Scope.of(actor), tx -> desk.callOff(new Asking(tx, actor, world.now()), item, new Kilograms(kg))).block(PATIENCE);
            return "";
        } catch (RefusedException refused) {
            return refused.refusal().name();
        }
    }

    private CalledItem item(UUID supplier, UUID item) {
        return database.read(Scope.parties(Set.of(supplier)), tx -> board.item(tx, item)).block(PATIENCE);
    }

    @Test
    void thirtyTrucksAskedForAtOnceNeverExceedTheContractWithItsTolerance() throws Exception {
        ContractWorld.Ready ready = effective("AGENCY");
        JsonNode supply = contracts.contracts(ready, "SUPPLY").getFirst();
        JsonNode goods = supply.path("items").get(0);
        UUID supplier = ContractWorld.id(supply, "sellerId");
        UUID item = ContractWorld.id(goods, "id");
        long most = goods.path("massKg").asLong() * 10_500 / 10_000;
        long truck = most / 7 + 1;
        List<String> said = Together.all(IntStream.range(0, 30).mapToObj(_ -> (Callable<String>) () -> callsOff(supplier, item, truck)).toList());
        assertThat(said.stream().filter(String::isEmpty)).as("six whole trucks fit, a seventh does not").hasSize(6);
        assertThat(said.stream().filter(each -> !each.isEmpty())).containsOnly("CALL_OFF_EXCEEDS_CONTRACT");
        assertThat(item(supplier, item).called().kg()).isEqualTo(6 * truck);
        assertThat(callsOff(supplier, item, most - 6 * truck)).as("exactly what is left").isEmpty();
        assertThat(callsOff(supplier, item, 1)).isEqualTo("CALL_OFF_EXCEEDS_CONTRACT");
    }

    @Test
    void whatIsGivenBackMayBeCalledOffAgain() {
        ContractWorld.Ready ready = effective("PRINCIPAL");
        JsonNode supply = contracts.contracts(ready, "SUPPLY").getFirst();
        UUID supplier = ContractWorld.id(supply, "sellerId");
        UUID item = ContractWorld.id(supply.path("items").get(0), "id");
        long most = item(supplier, item).most().kg();
        assertThat(callsOff(supplier, item, most)).isEmpty();
        Actor actor = new Actor(new UUID(7, 3), supplier, PartyKind.SUPPLIER, Set.of(), Set.of(), Actor.Entry.SESSION, true);
        database.write(Scope.of(actor), tx -> desk.callOffReturned(new Asking(tx, actor, world.now()), item, new Kilograms(500))).block(PATIENCE);
        assertThat(callsOff(supplier, item, 501)).isEqualTo("CALL_OFF_EXCEEDS_CONTRACT");
        assertThat(callsOff(supplier, item, 500)).isEmpty();
        assertThat(contracts.read(ready, supply.path("id").asString()).path("items").get(0).path("calledKg").asLong()).isEqualTo(most);
    }

    @Test
    void nothingIsCalledOffBeforeTheSupplyContractStandsNorWhileTheMembersDoesNot() {
        ContractWorld.Ready early = contracts.sent("AGENCY");
        JsonNode signing = contracts.contracts(early, "SUPPLY").getFirst();
        assertThat(callsOff(ContractWorld.id(signing, "sellerId"), ContractWorld.id(signing.path("items").get(0), "id"), 1)).isEqualTo("CALL_OFF_NOT_COVERED");
        for (String mode : List.of("AGENCY", "PRINCIPAL")) {
            ContractWorld.Ready ready = effective(mode);
            JsonNode supply = contracts.contracts(ready, "SUPPLY").getFirst();
            JsonNode goods = supply.path("items").get(0);
            UUID supplier = ContractWorld.id(supply, "sellerId");
            JsonNode own = contracts.contracts(ready, mode.equals("AGENCY") ? "SERVICE" : "RESALE").stream()
                    .filter(each -> each.path("buyerId").asString().equals(goods.path("enterpriseId").asString())).findFirst().orElseThrow();
            Officers.does(ready.of(ContractWorld.id(own, "buyerId")), "/api/contracts/" + own.path("id").asString() + "/dispute", Map.of("grounds", "停产")).ok();
            assertThat(callsOff(supplier, ContractWorld.id(goods, "id"), 1)).as(mode).isEqualTo("CALL_OFF_NOT_COVERED");
        }
    }

    @Test
    void twoDrawAtOnceAndOneSetIsThere() throws Exception {
        ContractWorld.Ready ready = contracts.ready("AGENCY");
        List<Client.Answer> said = Together.all(List.of(() -> contracts.draws(ready), () -> contracts.draws(ready), () -> contracts.draws(ready)));
        assertThat(said.stream().filter(Client.Answer::isOk)).hasSize(1);
        int drawn = said.stream().filter(Client.Answer::isOk).findFirst().orElseThrow().body().path("contracts").asInt();
        assertThat(contracts.contracts(ready)).hasSize(drawn);
        assertThat(said.stream().filter(each -> !each.isOk()).map(Client.Answer::refusal)).containsOnly("contracts-already-drawn");
    }

    @Test
    void bothSidesSignAtOnceAndNeitherSignatureIsLost() throws Exception {
        ContractWorld.Ready ready = contracts.sent("AGENCY");
        for (JsonNode service : contracts.contracts(ready, "SERVICE")) {
            List<Callable<Client.Answer>> acts = new ArrayList<>();
            for (String side : List.of("sellerId", "buyerId")) acts.add(() -> contracts.signs(ready, ContractWorld.id(service, side), service));
            assertThat(Together.all(acts)).allMatch(Client.Answer::isOk);
            assertThat(contracts.read(ready, service.path("id").asString()).path("status").asString()).isEqualTo("EFFECTIVE");
        }
    }

    @Test
    void aContractThatCannotBeReadHoldsUpNoneOfThoseAfterIt() {
        ContractWorld.Ready ready = contracts.sent("AGENCY");
        contracts.allSign(ready, "SUPPLY");
        contracts.allSign(ready, "SERVICE");
        List<JsonNode> services = contracts.contracts(ready, "SERVICE");
        List<String> all = contracts.contracts(ready, "SUPPLY").stream().map(each -> each.path("id").asString()).sorted().toList();
        assertThat(all).as("several wait").hasSizeGreaterThan(1);
        String first = all.getFirst();
        awards.sql("update contract set text = text || '{\"number\": \"x\"}' where id = '" + first + "' returning id::text");
        services.forEach(each -> Officers.does(ready.group(), "/api/contracts/" + each.path("id").asString() + "/deposit", Map.of("reference", "ZZ-" + each.path("id").asString().substring(24))).ok());
        clock.tick().block(PATIENCE);
        String effective = "select count(*)::text from contract where kind = 'SUPPLY' and status = 'EFFECTIVE' and round_id = '" + ready.round() + "'";
        assertThat(awards.sql(effective)).as("all but that one").isEqualTo(String.valueOf(all.size() - 1));
        awards.sql("update contract set text = text || '{\"number\": 1}' where id = '" + first + "' returning id::text");
        clock.tick().block(PATIENCE);
        assertThat(awards.sql(effective)).as("once it can be read").isEqualTo(String.valueOf(all.size()));
    }

    @Test
    void contractsOfTheSameGoodsThatCeaseToStandAtTheSameMomentAllDo() throws Exception {
        ContractWorld.Ready ready = effective("PRINCIPAL");
        List<JsonNode> all = contracts.contracts(ready);
        List<Callable<Client.Answer>> acts = all.stream().<Callable<Client.Answer>>map(each -> () -> Officers.does(ready.of(ContractWorld.id(each, "buyerId")),
                "/api/contracts/" + each.path("id").asString() + "/dispute", Map.of("grounds", "停产"))).toList();
        assertThat(Together.all(acts)).allMatch(Client.Answer::isOk);
        assertThat(awards.sql("select count(*)::text from call_off where (supply_stands or cover_stands) and round_id = '" + ready.round() + "'")).isEqualTo("0");
    }
}
