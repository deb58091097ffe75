package org.jucai.platform.security;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jucai.platform.award.AwardWorld;
import org.jucai.platform.settlement.SettlementWorld;
import org.jucai.platform.testing.Client;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The scenes of settlement: goods of one truck that were taken, and their statements. */
@TestComponent
@Import(SettlementWorld.class)
class SettlementScenes {

    private final SettlementWorld settlements;
    private final AwardWorld awards;

    SettlementScenes(SettlementWorld settlements, AwardWorld awards) {
        this.settlements = settlements;
        this.awards = awards;
    }

    void set(Map<String, Supplier<Scene>> scenes) {
        for (String one : List.of("getSettlement", "agreeSettlement", "disputeSettlement", "settlementPdf")) scenes.put(one, () -> of(settled(), false));
        scenes.put("recordPayment", () -> {
            SettlementWorld.Settled settled = settled();
            return of(settled, true).putting(body -> paid(body));
        });
        scenes.put("recordTransfer", this::transfer);
        scenes.put("recordInvoice", () -> {
            SettlementWorld.Settled settled = settled();
            Client seller = settled.bought().seller();
            JsonNode sheet = SettlementWorld.sheet(seller, first(settled));
            return of(settled, false).putting(body -> body.setAll((ObjectNode) Stage.JSON.valueToTree(settlements.invoice(sheet))));
        });
        scenes.put("resolveSettlement", () -> {
            SettlementWorld.Settled settled = settled();
            settled.bought().member().does(SettlementWorld.at(first(settled), "dispute"), Map.of("grounds", "少了一吨", "disputedFen", 1_000)).ok();
            return of(settled, false);
        });
        scenes.put("drawSettlements", this::drawing);
        scenes.put("settleRound", () -> {
            SettlementWorld.Settled settled = settled();
            settlements.isPaid(settled);
            return Scene.at("roundId", first(settled).path("roundId").asString()).as(awards.signsIn(settled.bought().group().person()));
        });
    }

    private Scene drawing() {
        SettlementWorld.Settled settled = settlements.agency();
        settlements.came(settled, 32_000);
        settlements.told();
        return Scene.with(body -> {
            body.removeAll();
            body.put("contractId", settled.bought().contract().toString());
        }).as(awards.signsIn(settled.bought().group().person()));
    }

    private Scene transfer() {
        SettlementWorld.Settled settled = settled();
        return Scene.with(body -> {
            body.setAll((ObjectNode) Stage.JSON.valueToTree(settlements.payment(0)));
            body.remove("amountFen");
            body.put("wholeFen", 1_000_000);
            body.putArray("parts").addObject().put("settlementId", first(settled).path("id").asString()).put("amountFen", 1_000_000);
        }).as(awards.signsIn(settled.bought().member().person()));
    }

    private void paid(ObjectNode body) {
        body.setAll((ObjectNode) Stage.JSON.valueToTree(settlements.payment(1_000_000)));
    }

    private SettlementWorld.Settled settled() {
        SettlementWorld.Settled settled = settlements.agency();
        settlements.came(settled, 32_000);
        settlements.beats();
        return settled;
    }

    private static JsonNode first(SettlementWorld.Settled settled) {
        return SettlementWorld.statements(settled.bought().seller(), settled.bought().contract()).getFirst();
    }

    private Scene of(SettlementWorld.Settled settled, boolean buyer) {
        Client who = buyer ? settled.bought().member() : settled.bought().seller();
        return Scene.at("settlementId", first(settled).path("id").asString()).as(awards.signsIn(who.person()));
    }
}
