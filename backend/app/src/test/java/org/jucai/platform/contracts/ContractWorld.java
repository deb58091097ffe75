package org.jucai.platform.contracts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.award.AwardWorld;
import org.jucai.platform.award.decisions.DecidedRounds;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.security.Officers;
import org.jucai.platform.security.Visitor;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.World;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Rounds whose award is final and confirmed by all members, with the finance group that contracts for them. */
@TestComponent
@Import(DecidedRounds.class)
public class ContractWorld {

    public static final Map<String, Object> TERMS = Map.of("lateInterestPpmPerDay", 500, "feeBasis", "OF_THE_GOODS", "toleranceBp", 500, "settlingTicket", "DESTINATION",
            "weighingDifferencePermille", 3, "moistureRule", "EXCESS", "moistureLimitPpm", 10_000, "disputeDays", 7, "supplementaryClauses", List.of("卖方随车附产品合格证。"));

    private final World world;
    private final AwardWorld awards;
    private final DecidedRounds decided;

    ContractWorld(World world, AwardWorld awards, DecidedRounds decided) {
        this.world = world;
        this.awards = awards;
        this.decided = decided;
    }

    /**
     * A round that contracts may be drawn for.
     *
     * @param group its finance officer, who showed a second factor; {@code groupClient}: a machine of the same party
     * @param people who signs for each party, second factor shown
     */
    public record Ready(AwardWorld.Opened opened, Client groupClient, Visitor group, Map<UUID, Visitor> people, Map<UUID, Client> clients) {

        public UUID round() {
            return opened.round();
        }

        public Visitor of(UUID party) {
            return people.get(party);
        }

        public Client client(UUID party) {
            return clients.get(party);
        }
    }

    public Ready ready(String mode) {
        AwardWorld.Opened opened = awards.plain("EVALUATED");
        Client group = world.other(PartyKind.FINANCE_GROUP, Role.FINANCE_OFFICER);
        Officers.does(opened.officer(), "/api/purchasing-party", Map.of("groupId", group.party())).ok();
        awards.sql("update round set tendering = jsonb_set(tendering, '{terms,feeRateBp}', '150'), terms = jsonb_set(terms, '{mode}', '\"" + mode + "\"') where id = '" + opened.round()
                + "' returning id");
        decided.madeFinal(decided.publicised(decided.proposed(opened)));
        for (int member : List.of(0, 3)) {
            Client buyer = opened.us().buyerOf(member);
            decided.allocations(opened, buyer).forEach(each -> buyer.does("/api/allocations/" + each.path("id").asString() + "/confirm", null).ok());
        }
        Map<UUID, Client> clients = new HashMap<>(Map.of(group.party(), group));
        for (int member : List.of(0, 3)) clients.put(opened.us().buyerOf(member).party(), opened.us().buyerOf(member));
        opened.suppliers().forEach(supplier -> clients.put(supplier, world.seller(opened.us().actor(), supplier)));
        Map<UUID, Visitor> people = new HashMap<>();
        clients.forEach((party, client) -> people.put(party, awards.signsIn(client.person())));
        return new Ready(opened, group, people.get(group.party()), people, clients);
    }

    public static Map<String, Object> asked(Ready ready) {
        Map<String, Object> terms = new HashMap<>(TERMS);
        terms.put("approvalReference", "三重一大〔2027〕12号");
        return Map.of("roundId", ready.round().toString(), "supplyPayment", Map.of("trigger", "DELIVERY", "days", 30), "memberPayment", Map.of("trigger", "ADVANCE", "days", 0),
                "terms", terms);
    }

    public Client.Answer draws(Ready ready) {
        return Officers.does(ready.group(), "/api/contracts", asked(ready));
    }

    public Ready drawn(String mode) {
        Ready ready = ready(mode);
        draws(ready).ok();
        return ready;
    }

    public Ready sent(String mode) {
        Ready ready = drawn(mode);
        Officers.does(ready.group(), "/api/rounds/" + ready.round() + "/contracts/send", Map.of("contractIds", List.of())).ok();
        return ready;
    }

    /** The round's contracts as the finance group reads them. */
    public List<JsonNode> contracts(Ready ready) {
        return ready.groupClient().get("/api/contracts?limit=200&roundId=" + ready.round()).ok().path("items").valueStream()
                .map(line -> read(ready, line.path("id").asString())).toList();
    }

    public List<JsonNode> contracts(Ready ready, String kind) {
        return contracts(ready).stream().filter(each -> each.path("kind").asString().equals(kind)).toList();
    }

    public JsonNode read(Ready ready, String id) {
        return ready.groupClient().get("/api/contracts/" + id).ok();
    }

    public static Map<String, Object> signature(JsonNode contract) {
        JsonNode text = contract.has("amendment") ? contract.path("amendment") : contract.path("text");
        return Map.of("number", text.path("number").asInt(), "sha256", text.path("sha256").asString());
    }

    public Client.Answer signs(Ready ready, UUID party, JsonNode contract) {
        return Officers.does(ready.of(party), "/api/contracts/" + contract.path("id").asString() + "/sign", signature(contract));
    }

    public static UUID id(JsonNode of, String name) {
        return UUID.fromString(of.path(name).asString());
    }

    /** Both sides sign all of a kind. */
    public void allSign(Ready ready, String kind) {
        for (JsonNode contract : contracts(ready, kind)) {
            signs(ready, id(contract, "sellerId"), contract).ok();
            signs(ready, id(contract, "buyerId"), contract).ok();
        }
    }

    public void depositsAreConfirmed(Ready ready) {
        List<JsonNode> all = new ArrayList<>(contracts(ready, "SERVICE"));
        all.addAll(contracts(ready, "RESALE"));
        for (JsonNode contract : all) {
            Officers.does(ready.group(), "/api/contracts/" + contract.path("id").asString() + "/deposit", Map.of("reference", "ZZ-" + contract.path("id").asString().substring(24))).ok();
        }
    }
}
