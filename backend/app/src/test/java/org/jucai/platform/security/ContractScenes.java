package org.jucai.platform.security;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.AwardWorld;
import org.jucai.platform.award.decisions.DecidedRounds;
import org.jucai.platform.contracts.ContractWorld;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.testing.AgreeingGates;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.World;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The scenes of contracts. The clock stands still, so what takes time is written into the tables. */
@TestComponent
@Import(DecidedRounds.class)
class ContractScenes {

    private static final String SIGNED = "(select jsonb_agg(jsonb_build_object('partyId', p, 'personId', p, 'at', '2026-01-01T00:00:00Z', 'sealedBy', 'RE_AUTHENTICATION')) from unnest(array[seller_id, buyer_id]) p)";

    private final World world;
    private final AwardWorld awards;
    private final DecidedRounds decided;
    private final AgreeingGates gates;
    private @Nullable Client group;
    private @Nullable Visitor officer;
    private AwardWorld.@Nullable Opened drawn;

    ContractScenes(World world, AwardWorld awards, DecidedRounds decided, AgreeingGates gates) {
        this.world = world;
        this.awards = awards;
        this.decided = decided;
        this.gates = gates;
    }

    void set(Map<String, Supplier<Scene>> scenes) {
        again(scenes);
        scenes.put("drawContracts", () -> {
            UUID round = confirmed().round();
            return Scene.with(body -> body.put("roundId", round.toString())).as(officer());
        });
        scenes.put("sendContracts", () -> {
            in("DRAFTED", "SUPPLY", "'[]'");
            return Scene.at("roundId", drawn().round()).as(officer());
        });
        scenes.put("listContracts", () -> Scene.with(_ -> {}).as(officer()));
        for (String read : new String[] {"getContract", "contractText", "contractPaper", "contractPdf"}) scenes.put(read, () -> at(in("DRAFTED", "SUPPLY", "'[]'")));
        scenes.put("signContract", () -> {
            UUID id = in("SIGNING", "SERVICE", "'[]'");
            return at(id).putting(body -> body.put("number", text(id).path("number").asInt()).put("sha256", text(id).path("sha256").asString()));
        });
        scenes.put("amendContract", () -> {
            UUID id = in("DRAFTED", "SUPPLY", "'[]'");
            return at(id).putting(body -> body.put("number", text(id).path("number").asInt()));
        });
        scenes.put("terminateContract", () -> at(in("SIGNING", "SERVICE", "'[]'")));
        scenes.put("disputeContract", () -> at(in("EFFECTIVE", "SERVICE", SIGNED)));
        scenes.put("resolveContract", () -> at(in("DISPUTED", "SERVICE", SIGNED)));
        scenes.put("recordContractDeposit", () -> at(in("EFFECTIVE", "SERVICE", SIGNED)).putting(body -> body.put("reference", Client.newKey())));
        scenes.put("getPurchasingParty", () -> Scene.at("associationId", drawn().us().id()).as(drawn().officer()));
        scenes.put("namePurchasingParty", () -> Scene.with(body -> body.put("groupId", group().party().toString())).as(drawn().officer()));
    }

    private void again(Map<String, Supplier<Scene>> scenes) {
        scenes.put("redrawContract", () -> {
            UUID ended = in("TERMINATED", "SERVICE", "'[]'");
            awards.sql("with all_of_it as (update contract set status = 'SIGNING' where round_id = '" + drawn().round() + "' and kind = 'SUPPLY' returning id) select count(*)::text from all_of_it");
            return at(ended);
        });
        scenes.put("restampContracts", () -> {
            in("DRAFTED", "SUPPLY", "'[]'");
            String grade = awards.sql("select body -> 'goods' ->> 'grade' from contract_item i join contract c on c.id = i.contract_id where c.round_id = '" + drawn().round() + "' limit 1");
            return Scene.at("roundId", drawn().round()).as(officer()).putting(body -> ((ObjectNode) body.path("formulas").get(0)).put("grade", grade).remove(List.of("formulaId", "version")));
        });
    }

    private Scene at(UUID contract) {
        return Scene.at("contractId", contract).as(officer());
    }

    private Client group() {
        if (group == null) group = world.other(PartyKind.FINANCE_GROUP, Role.FINANCE_OFFICER);
        return group;
    }

    private Visitor officer() {
        if (officer == null) officer = awards.signsIn(group().person());
        return officer;
    }

    /** A final award that every member confirmed. */
    private AwardWorld.Opened confirmed() {
        AwardWorld.Opened opened = decided.publicised();
        Officers.does(opened.officer(), "/api/purchasing-party", Map.of("groupId", group().party())).ok();
        awards.sql("update round set tendering = jsonb_set(tendering, '{publicity,endsAt}', '\"2026-01-01T16:00:00Z\"') where id = '" + opened.round() + "' returning id");
        gates.serve(opened.lots(), List.of());
        String said = decided.finalised(opened);
        if (!said.isEmpty()) throw new AssertionError(said);
        awards.sql("with done as (update allocation set status = 'CONFIRMED', confirmed_at = computed_at, by_silence = true where round_id = '" + opened.round()
                + "' returning id) select count(*)::text from done");
        return opened;
    }

    private AwardWorld.Opened drawn() {
        if (drawn != null) return drawn;
        AwardWorld.Opened opened = confirmed();
        Map<String, Object> asked = Map.of("roundId", opened.round().toString(), "supplyPayment", Map.of("trigger", "DELIVERY", "days", 30), "memberPayment",
                Map.of("trigger", "ADVANCE", "days", 0), "terms", ContractWorld.TERMS);
        Officers.does(officer(), "/api/contracts", asked).ok();
        drawn = opened;
        return opened;
    }

    /** A contract of this kind, brought into this state. */
    private UUID in(String status, String kind, String signatures) {
        String reason = status.equals("DISPUTED") || status.equals("TERMINATED") ? "'争议'" : "null";
        return UUID.fromString(awards.sql("update contract set status = '" + status + "', reason = " + reason + ", intent = null, deposit = null, deposit_reference = null, amendment = null, "
                + "text = jsonb_set(text, '{signatures}', " + signatures + ") where id = (select id from contract where round_id = '" + drawn().round() + "' and kind = '" + kind
                + "' order by id limit 1) returning id"));
    }

    private JsonNode text(UUID contract) {
        return group().get("/api/contracts/" + contract).ok().path("text");
    }
}
