package org.jucai.platform.bidding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.bidding.envelope.TrusteeCard;
import org.jucai.platform.bidding.envelope.TrusteeSecret;
import org.jucai.platform.bidding.trustees.RegisteredKey;
import org.jucai.platform.bidding.trustees.TrusteeBoard;
import org.jucai.platform.bidding.trustees.TrusteeDesk;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.membership.Founded;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Who may keep a round's offers shut, with which keys. */
@PlatformTest
@Import(BidWorld.class)
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class TrusteesTest {

    @Autowired
    BidWorld bids;

    @Autowired
    Trustees trustees;

    @Autowired
    TrusteeDesk desk;

    @Autowired
    TrusteeBoard board;

    @Autowired
    Founded founded;

    @Autowired
    Database database;

    @Autowired
    World world;

    @Autowired
    SecureRandom chance;

    @Test
    void thePurchasingPartySuppliersAndMembersAreNoTrustees() {
        for (PartyKind kind : List.of(PartyKind.FINANCE_GROUP, PartyKind.LABORATORY, PartyKind.WAREHOUSE)) {
            Actor actor = founded.actor(founded.other(kind), kind, Role.FINANCE_OFFICER);
            refused("PARTY_IS_NO_TRUSTEE", () -> register(actor, TrusteeSecret.fresh(actor.partyId().toString(), chance)));
        }
    }

    @Test
    void aKeyIsInForceOnlyOnceItsTrusteeShowedItAndIsSeenByNobodyElseBefore() {
        Actor bank = founded.actor(founded.other(PartyKind.BANK), PartyKind.BANK, Role.BANK_RISK_OFFICER);
        TrusteeSecret secret = TrusteeSecret.fresh(bank.partyId().toString(), chance);
        TrusteeDesk.Registered made = register(bank, secret);
        assertThat(seenBy(Scope.nobody(), bank.partyId())).isEmpty();
        assertThat(seenBy(Scope.of(bank), bank.partyId())).hasSize(1);
        refused("TRUSTEE_KEY_NOT_SHOWN", () -> founded.as(bank, asking -> desk.show(asking, made.key().id(), "A".repeat(43))));
        RegisteredKey shown = founded.as(bank, asking -> desk.show(asking, made.key().id(), made.challenge().answer(secret).text()));
        assertThat(shown.card().key().fingerprint()).isEqualTo(secret.key().fingerprint());
        assertThat(seenBy(Scope.nobody(), bank.partyId())).extracting(RegisteredKey::id).containsExactly(shown.id());
    }

    @Test
    void aTrusteeSpeaksForNoOtherAndRegistersAKeyOnce() {
        Actor bank = founded.actor(founded.other(PartyKind.BANK), PartyKind.BANK, Role.BANK_RISK_OFFICER);
        Actor supervisor = founded.actor(founded.other(PartyKind.SUPERVISOR), PartyKind.SUPERVISOR, Role.SUPERVISOR);
        TrusteeSecret secret = trustees.keyOf(bank);
        refused("TRUSTEE_CARD_OF_ANOTHER", () -> register(supervisor, secret));
        refused("TRUSTEE_KEY_TAKEN", () -> register(bank, secret));
        UUID key = seenBy(Scope.nobody(), bank.partyId()).getFirst().id();
        refused("NOT_FOUND", () -> founded.as(supervisor, asking -> desk.revoke(asking, key, "不是我的")));
    }

    @Test
    void aKeyThatOffersWereSealedToStaysUntilTheyAreOpened() {
        BidWorld.Tendered round = bids.tendered();
        Actor bank = round.trustees().actors().get(1);
        UUID key = seenBy(Scope.nobody(), bank.partyId()).getFirst().id();
        refused("TRUSTEE_KEY_IN_USE", () -> founded.as(bank, asking -> desk.revoke(asking, key, "更换保管人")));
        refused("TRUSTEE_KEY_IN_USE", () -> trustees.keyOf(bank));
        assertThat(bids.termsOf(round.round()).trustees()).isEqualTo(round.trustees().secrets().stream().map(TrusteeSecret::key).toList());
    }

    @Test
    void twoOnTheBuyersSideAreRefusedAndSoAreFewerThanThreeWithKeys() {
        World.Association us = world.association(0);
        Trustees.Three three = trustees.of(us);
        Trustees.Three others = trustees.of(world.association(0));
        UUID round = world.draftedRound(us);
        String name = "/api/rounds/" + round + "/name-trustees";
        List<UUID> twoAssociations = List.of(three.parties().get(0), others.parties().get(0), three.parties().get(2));
        assertThat(us.secretariat().does(name, Map.of("trusteeIds", twoAssociations)).refusal()).isEqualTo("trustees-on-one-side");
        List<UUID> keyless = new ArrayList<>(three.parties());
        keyless.set(1, founded.other(PartyKind.BANK));
        assertThat(us.secretariat().does(name, Map.of("trusteeIds", keyless)).refusal()).isEqualTo("trustee-key-missing");
        assertThat(us.secretariat().does(name, Map.of("trusteeIds", List.of(three.parties().get(2), three.parties().get(1), others.parties().get(1)))).isOk()).isTrue();
    }

    @Test
    void thePurchasingPartyIsNamedByNobodyAndToldByItsName() {
        World.Association us = world.association(0);
        Trustees.Three three = trustees.of(us);
        String name = "/api/rounds/" + world.draftedRound(us) + "/name-trustees";
        for (UUID none : List.of(founded.other(PartyKind.FINANCE_GROUP), founded.supplier(us.actor()).party().id(), founded.member(us.actor()).party().id())) {
            Client.Answer said = us.secretariat().does(name, Map.of("trusteeIds", List.of(three.parties().get(0), none, three.parties().get(2))));
            assertThat(said.refusal()).isEqualTo("trustee-party-unfit");
            assertThat(said.body().path("detail").asString()).contains("采购方").doesNotStartWith("?");
        }
        assertThat(us.secretariat().does(name, Map.of("trusteeIds", List.of(three.parties().get(0), new UUID(0, 9), three.parties().get(2)))).refusal()).isEqualTo("trustee-party-unfit");
    }

    @Test
    void theAssociationSeesWhoKeepsARoundShutAndWhoseKeyIsThereUntilItIsFixedByTendering() {
        World.Association us = world.association(0);
        Trustees.Three three = trustees.of(us);
        String round = "/api/rounds/" + world.draftedRound(us);
        UUID keyless = founded.other(PartyKind.BANK);
        JsonNode usual = us.secretariat().get(round + "/trustees").ok();
        assertThat(usual.path("state").asString()).isEqualTo("USUAL");
        assertThat(usual.path("complete").asBoolean()).isTrue();
        assertThat(usual.at("/trustees/0/partyId").asString()).isEqualTo(us.id().toString());
        assertThat(usual.at("/allowedCommands/0").asString()).isEqualTo("NAME");
        List<JsonNode> others = usual.path("others").valueStream().toList();
        assertThat(others).anySatisfy(other -> {
            assertThat(other.path("partyId").asString()).isEqualTo(keyless.toString());
            assertThat(other.has("fingerprint")).isFalse();
        }).noneMatch(other -> List.of("FINANCE_GROUP", "SUPPLIER", "ENTERPRISE").contains(other.path("partyKind").asString()));
        List<UUID> chosen = List.of(three.parties().get(2), three.parties().get(0), three.parties().get(1));
        us.secretariat().does(round + "/name-trustees", Map.of("trusteeIds", chosen)).ok();
        JsonNode named = us.secretariat().get(round + "/trustees").ok();
        assertThat(named.path("state").asString()).isEqualTo("NAMED");
        assertThat(named.path("trustees").valueStream().map(one -> UUID.fromString(one.path("partyId").asString()))).containsExactlyElementsOf(chosen);
        assertThat(named.path("trustees").valueStream()).allMatch(one -> one.has("fingerprint"));
        assertThat(world.association(0).secretariat().get(round + "/trustees").refusal()).isEqualTo("not-found");
        BidWorld.Tendered tendered = bids.tendered();
        JsonNode fixed = tendered.us().secretariat().get("/api/rounds/" + tendered.round() + "/trustees").ok();
        assertThat(fixed.path("state").asString()).isEqualTo("SEALED");
        assertThat(fixed.path("trustees").valueStream().map(one -> UUID.fromString(one.path("partyId").asString()))).containsExactlyElementsOf(tendered.trustees().parties());
        assertThat(fixed.path("allowedCommands")).isEmpty();
    }

    private TrusteeDesk.Registered register(Actor actor, TrusteeSecret secret) {
        return founded.as(actor, asking -> desk.register(asking, TrusteeCard.of(secret).bytes()));
    }

    private List<RegisteredKey> seenBy(Scope scope, UUID party) {
        return Founded.now(database.read(scope, tx -> board.list(tx, party, null, 10))).items();
    }

    private static void refused(String by, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal().name()).isEqualTo(by));
    }
}
