package org.jucai.platform.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What suppliers state of their size and who believes it, by HTTP. */
@PlatformTest
@Import(World.class)
class SupplierSizesApiTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Map<String, Object> SMALL = Map.of("size", "SMALL", "trade", "INDUSTRY", "year", 2025, "workers", 120, "revenueFen", 180_000_000_000L);

    @Autowired World world;
    @Autowired Database database;
    @Autowired SqlSizes sizes;

    @Test
    void aSizeStandsAsStatedUntilTheAssociationConfirmsItWithTheDate() {
        World.Association us = world.association(0);
        Client supplier = world.supplier(us.actor());
        JsonNode stated = supplier.does(at(supplier), SMALL).ok();
        assertThat(stated.path("verdicts")).isEmpty();
        assertThat(stated.path("allowedCommands")).as("nobody confirms its own word").isEmpty();
        JsonNode seen = us.secretariat().get(at(supplier)).ok().at("/items/0");
        assertThat(seen.path("allowedCommands").valueStream().map(JsonNode::asString)).containsExactly("confirm", "refuse");
        world.clockMoves(Duration.ofHours(1));
        String size = at(supplier) + "/" + stated.path("id").asString();
        JsonNode confirmed = us.secretariat().does(size + "/confirm", Map.of("reason", "与年报一致")).ok();
        assertThat(confirmed.at("/verdicts/0/confirmed").asBoolean()).isTrue();
        assertThat(confirmed.at("/verdicts/0/judgedAt").asString()).isEqualTo(world.now().toString());
        assertThat(supplier.get(at(supplier)).ok().at("/items/0/verdicts/0/reason").asString()).isEqualTo("与年报一致");
        assertThat(us.secretariat().get("/api/suppliers/" + supplier.party() + "/history").ok().path("items").valueStream().map(step -> step.path("type").asString()))
                .endsWith("SupplierSizeStated", "SupplierSizeConfirmed");
        assertThat(us.secretariat().does(size + "/refuse", Map.of("reason", "再想一想")).refusal()).isEqualTo("supplier-size-already-judged");
    }

    @Test
    void whoStatesItsSizeAnewWaitsAnew() {
        World.Association us = world.association(0);
        Client supplier = world.supplier(us.actor());
        String first = at(supplier) + "/" + supplier.does(at(supplier), SMALL).ok().path("id").asString();
        us.secretariat().does(first + "/confirm", Map.of("reason", "与年报一致")).ok();
        supplier.does(at(supplier), Map.of("size", "MEDIUM", "trade", "INDUSTRY", "year", 2025, "workers", 320, "revenueFen", 680_000_000_000L)).ok();
        List<JsonNode> all = us.secretariat().get(at(supplier)).ok().path("items").valueStream().toList();
        assertThat(all).extracting(one -> one.path("size").asString() + one.path("verdicts").size()).containsExactly("MEDIUM0", "SMALL1");
        assertThat(all.get(1).path("allowedCommands")).isEmpty();
        assertThat(us.secretariat().does(first + "/refuse", Map.of("reason", "过时")).refusal()).isEqualTo("supplier-size-replaced");
    }

    @Test
    void aClassBelowTheFiguresIsRefusedAndALargerOneTaken() {
        Client supplier = world.supplier(world.association(0).actor());
        Client.Answer below = supplier.does(at(supplier), Map.of("size", "MICRO", "trade", "INDUSTRY", "year", 2025, "workers", 20, "revenueFen", 300_000_000L));
        assertThat(below.refusal()).isEqualTo("supplier-size-below-figures");
        assertThat(below.body().path("detail").asString()).contains("小型企业");
        supplier.does(at(supplier), Map.of("size", "LARGE", "trade", "INDUSTRY", "year", 2025, "workers", 20, "revenueFen", 300_000_000L)).ok();
    }

    @Test
    void anotherSupplierAndAnotherAssociationReadNothingAndJudgeNothing() {
        World.Association us = world.association(0);
        World.Association others = world.association(0);
        Client supplier = world.supplier(us.actor());
        Client rival = world.supplier(us.actor());
        String size = at(supplier) + "/" + supplier.does(at(supplier), SMALL).ok().path("id").asString();
        assertThat(rival.get(at(supplier)).refusal()).isEqualTo("party-unknown");
        assertThat(others.secretariat().get(at(supplier)).refusal()).isEqualTo("party-unknown");
        assertThat(rival.does(at(supplier), SMALL).refusal()).isEqualTo("not-of-your-association");
        assertThat(others.secretariat().does(size + "/confirm", Map.of("reason", "与我何干")).refusal()).isEqualTo("not-of-your-association");
        assertThat(world.other(PartyKind.AUDITOR, Role.AUDITOR).get(at(supplier)).ok().path("items")).hasSize(1);
    }

    @Test
    void theDatabaseTakesASizeFromTheSupplierAloneAndShowsItToNoCompetitor() {
        World.Association us = world.association(0);
        Client supplier = world.supplier(us.actor());
        Client rival = world.supplier(us.actor());
        UUID id = UUID.fromString(supplier.does(at(supplier), SMALL).ok().path("id").asString());
        SizeStatement forged = new SizeStatement(UUID.randomUUID(), supplier.party(),
                new SizeStatement.Stated(SizeClass.MICRO, SizeStatement.Trade.INDUSTRY, 2025, 1, org.jucai.platform.kernel.Fen.ZERO), world.now(), true, List.of());
        assertThat(database.write(Scope.of(us.actor()), tx -> sizes.add(tx, forged)).thenReturn("taken").onErrorResume(_ -> Mono.just("refused")).block(PATIENCE)).isEqualTo("refused");
        SizeStatement.Verdict own = new SizeStatement.Verdict(supplier.party(), "", true, "我说的", world.now());
        assertThat(database.write(Scope.of(actor(supplier)), tx -> sizes.add(tx, id, supplier.party(), own)).thenReturn("taken").onErrorResume(_ -> Mono.just("refused")).block(PATIENCE))
                .isEqualTo("refused");
        assertThat(database.read(Scope.of(actor(rival)), tx -> sizes.newest(tx, supplier.party()).hasElement()).block(PATIENCE)).isFalse();
        assertThat(database.read(Scope.of(actor(supplier)), tx -> sizes.newest(tx, supplier.party()).hasElement()).block(PATIENCE)).isTrue();
    }

    private static Actor actor(Client of) {
        return new Actor(of.person(), of.party(), PartyKind.SUPPLIER, java.util.Set.of(Role.SUPPLIER_ADMIN), java.util.Set.of(), Actor.Entry.SESSION, false);
    }

    private static String at(Client supplier) {
        return "/api/suppliers/" + supplier.party() + "/sizes";
    }
}
