package org.jucai.platform.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jucai.platform.bidding.Trustees;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.testing.AgreeingGates;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.Together;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** From frozen lots to the award, as the association lives through it. */
@PlatformTest(byHand = "OpeningWork")
@Import({World.class, AgreeingGates.class, Trustees.class})
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class TenderJourneyTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final UUID TENDERER = new UUID(7, 1);
    private static final UUID COLLEAGUE = new UUID(7, 2);

    @Autowired World world;
    @Autowired Database database;
    @Autowired RoundDesk desk;
    @Autowired AgreeingGates gates;
    @Autowired Trustees trustees;

    private World.Association us;
    private UUID round;

    private static Actor officer(World.Association us, UUID person) {
        return new Actor(person, us.id(), PartyKind.ASSOCIATION, Set.of(Role.SECRETARIAT), Set.of(), Actor.Entry.SESSION, true);
    }

    private Round does(UUID person, RoundCommand command) {
        Actor actor = officer(us, person);
        return written(Scope.of(actor), tx -> desk.handle(new Asking(tx, actor, world.now()), round, OptionalLong.empty(), command));
    }

    private Round written(Scope scope, Function<Tx, Mono<Round>> change) {
        return database.write(scope, change).block(PATIENCE);
    }

    private String refused(UUID person, RoundCommand command) {
        try {
            does(person, command);
            return "";
        } catch (RefusedException refusal) {
            return refusal.refusal().name();
        }
    }

    /** Two lots that are worth tendering. */
    private void frozen() {
        us = world.association(2);
        trustees.of(us);
        round = world.collectingRound(us);
        us.buyerOf(0).submits(round, world.line(World.BEST, 600)).ok();
        us.buyerOf(1).submits(round, world.line(World.SECOND, 700)).ok();
        us.secretariat().does(path() + "/lock", Map.of("reason", "提前锁定")).ok();
        us.secretariat().does(path() + "/pool", null).ok();
        us.secretariat().does(path() + "/freeze", null).ok();
    }

    private String path() {
        return "/api/rounds/" + round;
    }

    private TenderTerms terms(AwardRule... rules) {
        Instant due = world.now().plus(Duration.ofHours(2));
        return new TenderTerms(due, due.plus(Duration.ofMinutes(30)), 7, false, 240, 3, List.of(rules), TenderTerms.ShareRule.PROPORTIONAL,
                TenderTerms.CostRule.AVERAGE, TenderTerms.TIE_RULE, World.ZONES.stream().map(zone -> new TenderTerms.OwnFreight(zone, 4_550)).toList(), 60);
    }

    private JsonNode seen() {
        return world.nobody().get(path()).ok();
    }

    private Map<String, String> lots() {
        Map<String, String> lots = new java.util.TreeMap<>();
        us.secretariat().get(path() + "/lots").ok().path("items").forEach(lot -> lots.put(lot.path("grade").asString(), lot.path("status").asString()));
        return lots;
    }

    private UUID lot(String grade) {
        return us.secretariat().get(path() + "/lots").ok().path("items").valueStream().filter(lot -> lot.path("grade").asString().equals(grade))
                .map(lot -> UUID.fromString(lot.path("id").asString())).findFirst().orElseThrow();
    }

    private List<String> steps() {
        return us.secretariat().get(path() + "/history?limit=200").ok().path("items").valueStream().map(step -> step.path("type").asString()).toList();
    }

    private void opened(List<UUID> notOpened) {
        Actor clock = Actor.ofTheClock(us.id(), PartyKind.ASSOCIATION);
        written(Scope.background(), tx -> desk.opened(new Asking(tx, clock, world.now()), round, notOpened));
    }

    @Test
    void aRoundGoesFromItsFrozenLotsToTheAwardAndEverybodySeesWhere() {
        frozen();
        gates.say(Optional.of(RoundRefusal.OFFERS_NOT_DUE));
        assertThat(refused(TENDERER, new RoundCommand.Tender(terms()))).as("whoever answers for the keys says no").isEqualTo("OFFERS_NOT_DUE");
        gates.say(Optional.empty());
        assertThat(refused(TENDERER, new RoundCommand.Tender(terms(new AwardRule.MaxSuppliersPerLot("one", 1, Optional.of(TENDERER)))))).isEqualTo("AWARD_RULE_LOT_UNKNOWN");
        assertThat(us.secretariat().does(path() + "/tender", Map.of("offersDueAt", "2027-04-02T02:00:00Z", "opensAt", "2027-04-02T02:00:00Z", "billRateBp", 240)).status())
                .as("a token has no second factor").isEqualTo(403);
        AwardRule pure = new AwardRule.Quality("alumina", "AL2O3", OptionalInt.of(850_000), OptionalInt.empty(), Optional.of(lot(World.BEST)));
        does(TENDERER, new RoundCommand.Tender(terms(pure, new AwardRule.MinSuppliers("two", 2))));
        assertThat(seen().path("status").asString()).isEqualTo("TENDERING");
        assertThat(seen().at("/tender/rules").valueStream().map(rule -> rule.path("kind").asString())).containsExactly("QUALITY", "MIN_SUPPLIERS");
        assertThat(seen().at("/tender/ownFreight").valueStream().map(each -> each.path("zone").asString())).containsExactlyElementsOf(World.ZONES);
        assertThat(seen().at("/tender/ownFreight/2/fenPerTonne").asLong()).isEqualTo(4_550);
        assertThat(seen().at("/tender/feeRateBp").asInt()).isEqualTo(60);
        assertThat(lots()).containsEntry(World.BEST, "TENDERED").containsEntry(World.SECOND, "TENDERED");
        assertThat(refused(TENDERER, new RoundCommand.Close())).isEqualTo("OFFERS_NOT_DUE");
        world.timePasses(Duration.ofHours(2));
        assertThat(seen().path("status").asString()).isEqualTo("CLOSED");
        world.timePasses(Duration.ofMinutes(30));
        opened(List.of(lot(World.SECOND)));
        assertThat(lots()).containsEntry(World.BEST, "TENDERED").containsEntry(World.SECOND, "FAILED");
        assertThat(lineOf(1)).as("nobody can deliver it any more").isEqualTo("LAPSED");
        awarded();
    }

    private void awarded() {
        List<RoundEvent.Assessor> panel = List.of(new RoundEvent.Assessor("张", "协会", true), new RoundEvent.Assessor("李", "协会", false), new RoundEvent.Assessor("王", "财源", false));
        does(TENDERER, new RoundCommand.Evaluate(panel));
        does(TENDERER, new RoundCommand.Publicise(TENDERER));
        Instant ends = Instant.parse(seen().path("publicityEndsAt").asString());
        assertThat(refused(COLLEAGUE, new RoundCommand.Finalise(COLLEAGUE, List.of(), List.of()))).isEqualTo("PUBLICITY_NOT_ENDED");
        world.timePasses(Duration.between(world.now(), ends));
        assertThat(refused(TENDERER, new RoundCommand.Finalise(TENDERER, List.of(), List.of()))).isEqualTo("FOUR_EYES_NEEDED");
        assertThat(refused(COLLEAGUE, new RoundCommand.Finalise(COLLEAGUE, List.of(), List.of()))).isEqualTo("NO_LOT_AWARDED");
        gates.serve(List.of(), List.of(lot(World.BEST)));
        does(COLLEAGUE, new RoundCommand.Finalise(COLLEAGUE, List.of(), List.of()));
        assertThat(seen().path("status").asString()).isEqualTo("AWARDED");
        assertThat(lots()).containsEntry(World.BEST, "PARTLY_AWARDED").containsEntry(World.SECOND, "FAILED");
        assertThat(lineOf(0)).isEqualTo("POOLED");
        does(TENDERER, new RoundCommand.Revoke("中选供应商放弃"));
        assertThat(seen().path("status").asString()).isEqualTo("EVALUATED");
        assertThat(seen().has("publicityEndsAt")).isFalse();
        assertThat(lots()).containsEntry(World.BEST, "TENDERED").containsEntry(World.SECOND, "FAILED");
    }

    private String lineOf(int member) {
        return us.buyerOf(member).get(path() + "/demand-lines").ok().path("items").get(0).path("status").asString();
    }

    @Test
    void aCallThatFoundTooFewGoesBackToTheFrozenLotsIsMadeAgainAndGivenUpInTheEnd() {
        frozen();
        for (int call = 1; call <= 2; call++) {
            does(TENDERER, new RoundCommand.Tender(terms()));
            assertThat(seen().path("tenderNumber").asInt()).isEqualTo(call);
            world.timePasses(Duration.ofHours(3));
            Actor clock = Actor.ofTheClock(us.id(), PartyKind.ASSOCIATION);
            written(Scope.background(), tx -> desk.callFailed(new Asking(tx, clock, world.now()), round, "响应不足"));
            assertThat(seen().path("status").asString()).isEqualTo("POOLED");
            assertThat(seen().has("tender")).isFalse();
            assertThat(lots()).containsEntry(World.BEST, "FROZEN").containsEntry(World.SECOND, "FROZEN");
            assertThat(lineOf(0)).as("what was asked for still stands").isEqualTo("POOLED");
        }
        does(TENDERER, new RoundCommand.Fail("两次响应均不足"));
        assertThat(seen().path("status").asString()).isEqualTo("FAILED");
        assertThat(lots()).containsEntry(World.BEST, "FAILED").containsEntry(World.SECOND, "FAILED");
        assertThat(List.of(lineOf(0), lineOf(1))).containsOnly("LAPSED");
        assertThat(refused(TENDERER, new RoundCommand.Tender(terms()))).isEqualTo("ROUND_STATE_DOES_NOT_ALLOW");
    }

    @Test
    void aRoundThatWasTenderedBeforeFreightAndFeeWereSaidStillReads() {
        frozen();
        does(TENDERER, new RoundCommand.Tender(terms()));
        database.write(Scope.background(), tx -> tx.sql("update round set tendering = tendering #- '{terms,ownFreight}' #- '{terms,feeRateBp}' where id = :id")
                .bind("id", round).fetch().rowsUpdated()).block(PATIENCE);
        assertThat(seen().at("/tender/feeRateBp").asInt(-1)).isZero();
        assertThat(seen().at("/tender/ownFreight").size()).isZero();
        does(TENDERER, new RoundCommand.Postpone(world.now().plus(Duration.ofHours(3)), "供应商申请延期"));
    }

    @Test
    void manyWhoCloseAtOnceAndTheClockCloseOnceAndTheStepSaysWhenItWasDue() throws Exception {
        frozen();
        TenderTerms asked = terms();
        does(TENDERER, new RoundCommand.Tender(asked));
        world.clockMoves(Duration.ofDays(3));
        List<Callable<String>> closing = new ArrayList<>();
        for (int i = 0; i < 8; i++) closing.add(() -> refused(TENDERER, new RoundCommand.Close()));
        List<String> told = Together.all(closing);
        world.deadlinesAreKept();
        assertThat(told).containsOnly("", "ROUND_STATE_DOES_NOT_ALLOW");
        assertThat(steps()).containsOnlyOnce("TenderClosed");
        JsonNode closed = us.secretariat().get(path() + "/history?limit=200").ok().path("items").valueStream()
                .filter(step -> step.path("type").asString().equals("TenderClosed")).findFirst().orElseThrow();
        assertThat(Instant.parse(closed.at("/facts/dueAt").asString())).isEqualTo(asked.offersDueAt());
    }

    @Test
    void aCancelledTenderFailsItsLotsAndLapsesItsLines() {
        frozen();
        does(TENDERER, new RoundCommand.Tender(terms()));
        us.secretariat().does(path() + "/cancel", Map.of("reason", "需求取消")).ok();
        assertThat(lots().values()).containsOnly("FAILED");
        assertThat(List.of(lineOf(0), lineOf(1))).containsOnly("LAPSED");
    }
}
