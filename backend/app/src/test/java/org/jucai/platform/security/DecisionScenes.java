package org.jucai.platform.security;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.AwardWorld;
import org.jucai.platform.award.decisions.DecidedRounds;
import org.jucai.platform.testing.AgreeingGates;
import org.jucai.platform.testing.Client;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;

/** The scenes of awards that are decided on and of what members get. The clock stands still: notices end by their date being changed. */
@TestComponent
@Import(DecidedRounds.class)
class DecisionScenes {

    private final AwardWorld awards;
    private final DecidedRounds decided;
    private final AgreeingGates gates;
    private AwardWorld.@Nullable Opened noticed;
    private AwardWorld.@Nullable Opened settled;
    private @Nullable Visitor buyer;

    DecisionScenes(AwardWorld awards, DecidedRounds decided, AgreeingGates gates) {
        this.awards = awards;
        this.decided = decided;
        this.gates = gates;
    }

    void set(Map<String, Supplier<Scene>> scenes) {
        scenes.put("proposeAward", this::computed);
        scenes.put("excludeWinner", this::revoked);
        for (String read : new String[] {"getAward", "awardNotice"}) scenes.put(read, () -> Scene.at("roundId", noticed().round()));
        scenes.put("listObjections", () -> Scene.at("roundId", noticed().round()).as(noticed().officer()));
        scenes.put("raiseObjection", () -> Scene.at("roundId", noticed().round()).as(buyer(noticed())));
        scenes.put("answerObjection", () -> Scene.at("objectionId", noticed().us().buyerOf(3).does(noticed().at("/objections"), Map.of("grounds", "水分")).id()).as(noticed().officer()));
        scenes.put("listAllocations", () -> Scene.at("roundId", settled().round()).as(settled().officer()));
        for (String own : new String[] {"confirmAllocation", "allocationStatement", "allocationStatementFile"}) scenes.put(own, () -> own(0));
        scenes.put("objectToAllocation", () -> own(1));
        scenes.put("answerAllocationObjection", this::objected);
    }

    private Scene computed() {
        AwardWorld.Opened opened = awards.plain("EVALUATED");
        UUID run = decided.computed(opened);
        return Scene.at("roundId", opened.round()).putting(body -> body.put("runId", run.toString())).as(opened.officer());
    }

    private Scene revoked() {
        AwardWorld.Opened opened = decided.publicised();
        decided.asks(opened, opened.at("/revoke"), Map.of("reason", "成交供应商放弃"));
        return Scene.at("roundId", opened.round()).putting(body -> body.put("supplierId", opened.suppliers().getFirst().toString())).as(opened.officer());
    }

    private AwardWorld.Opened noticed() {
        if (noticed == null) noticed = decided.publicised();
        return noticed;
    }

    private Visitor buyer(AwardWorld.Opened opened) {
        return awards.signsIn(opened.us().buyerOf(0).person());
    }

    private AwardWorld.Opened settled() {
        if (settled != null) return settled;
        AwardWorld.Opened opened = decided.publicised();
        awards.sql("update round set tendering = jsonb_set(tendering, '{publicity,endsAt}', '\"2026-01-01T16:00:00Z\"') where id = '" + opened.round() + "' returning id");
        gates.serve(opened.lots(), List.of());
        String said = decided.finalised(opened);
        if (!said.isEmpty()) throw new AssertionError(said);
        buyer = buyer(opened);
        settled = opened;
        return opened;
    }

    private Scene own(int which) {
        AwardWorld.Opened opened = settled();
        return Scene.at("allocationId", allocation(opened.us().buyerOf(0), which)).as(java.util.Objects.requireNonNull(buyer));
    }

    private Scene objected() {
        AwardWorld.Opened opened = settled();
        Client other = opened.us().buyerOf(3);
        UUID id = allocation(other, 0);
        other.does("/api/allocations/" + id + "/object", Map.of("grounds", "到货窗口冲突"));
        return Scene.at("allocationId", id).as(opened.officer());
    }

    private UUID allocation(Client of, int which) {
        return UUID.fromString(decided.allocations(settled(), of).get(which).path("id").asString());
    }
}
