package org.jucai.platform.bidding;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.jucai.platform.bidding.envelope.SealingTerms;
import org.jucai.platform.bidding.envelope.Sealer;
import org.jucai.platform.bidding.envelope.Sender;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.membership.Founded;
import org.jucai.platform.rounds.RoundCommand;
import org.jucai.platform.rounds.RoundDesk;
import org.jucai.platform.rounds.TenderTerms;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.World;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Rounds for which offers are asked, and offers sealed for them by the supplier's own client. */
@TestComponent
@Import({World.class, Trustees.class})
public class BidWorld {

    private final World world;
    private final Trustees trustees;
    private final Founded founded;
    private final RoundDesk rounds;
    private final SecureRandom chance;

    BidWorld(World world, Trustees trustees, Founded founded, RoundDesk rounds, SecureRandom chance) {
        this.world = world;
        this.trustees = trustees;
        this.founded = founded;
        this.rounds = rounds;
        this.chance = chance;
    }

    /** A round that takes offers. */
    public record Tendered(World.Association us, UUID round, Trustees.Three trustees, SealingTerms terms, Instant dueAt, Instant opensAt) {

        public String envelope() {
            return "/api/rounds/" + round + "/bid-envelope";
        }
    }

    /** With two lots, due in ten days, opened half an hour later. */
    public Tendered tendered() {
        World.Association us = world.association(2);
        return tendered(us, trustees.of(us), Map.of());
    }

    /** With these trustees, and terms changed from the usual. */
    public Tendered tendered(World.Association us, Trustees.Three three, Map<String, ?> changed) {
        return tendered(us, three, changed, Duration.ofDays(10));
    }

    /** Due so long from now. */
    public Tendered tendered(World.Association us, Trustees.Three three, Map<String, ?> changed, Duration until) {
        UUID round = frozen(us, changed);
        us.secretariat().does("/api/rounds/" + round + "/name-trustees", Map.of("trusteeIds", three.parties())).ok();
        Instant due = world.now().plus(until);
        TenderTerms terms = new TenderTerms(due, due.plus(Duration.ofMinutes(30)), 30, false, 240, 3, List.of(),
                TenderTerms.ShareRule.PROPORTIONAL, TenderTerms.CostRule.AVERAGE, TenderTerms.TIE_RULE, List.of(), 0);
        Actor officer = new Actor(us.secretariat().person(), us.id(), PartyKind.ASSOCIATION, us.actor().roles(), java.util.Set.of(), Actor.Entry.SESSION, true);
        Instant now = world.now();
        founded.as(officer, asking -> rounds.handle(new org.jucai.platform.kernel.Asking(asking.tx(), officer, now), round, OptionalLong.empty(), new RoundCommand.Tender(terms)));
        return new Tendered(us, round, three, termsOf(round), due, terms.opensAt());
    }

    /** What the round publishes for those who seal. */
    public SealingTerms termsOf(UUID round) {
        return SealingTerms.read(bytes(world.nobody().get("/api/rounds/" + round + "/sealing-terms").ok()));
    }

    private UUID frozen(World.Association us, Map<String, ?> changed) {
        Map<String, Object> terms = world.terms();
        terms.put("viableKg", 1_000);
        terms.putAll(changed);
        Client secretariat = us.secretariat();
        UUID round = secretariat.does("/api/rounds", terms).id();
        String at = "/api/rounds/" + round;
        secretariat.does(at + "/announce", null).ok();
        secretariat.does(at + "/open", Map.of("reason", "提前开始")).ok();
        us.buyerOf(0).submits(round, world.line(World.BEST, 96)).ok();
        us.buyerOf(1).submits(round, world.line(World.SECOND, 64)).ok();
        secretariat.does(at + "/lock", Map.of("reason", "提前截止")).ok();
        secretariat.does(at + "/pool", null).ok();
        secretariat.does(at + "/freeze", null).ok();
        return round;
    }

    public Client supplier(Tendered round) {
        return world.supplier(round.us().actor());
    }

    /** An envelope with an offer for these lots at this price. */
    public byte[] sealed(Tendered round, UUID supplier, long version, int lots, long fenPerTonne) {
        return sealed(round.terms(), supplier.toString(), version, round.terms().lots().subList(0, lots), fenPerTonne);
    }

    public byte[] sealed(SealingTerms terms, String supplier, long version, List<String> lots, long fenPerTonne) {
        List<Map<String, Object>> contents = new ArrayList<>(List.of(header(terms, supplier, version, lots)));
        lots.forEach(lot -> contents.add(lotOffer(lot, fenPerTonne)));
        return seal(terms, new Sender(supplier, version), contents).envelope().bytes();
    }

    /** Contents as they are given, be they an offer or not. */
    public Sealer.Sealed seal(SealingTerms terms, Sender sender, List<Map<String, Object>> contents) {
        return new Sealer(chance).seal(terms, sender, contents);
    }

    public static Map<String, Object> header(SealingTerms terms, String supplier, long version, List<String> lots) {
        return new HashMap<>(Map.of("format", "jucai-offer-header/1", "round", terms.round(), "supplier", supplier, "version", version,
                "lots", lots, "totalTiers", List.of(), "bundles", List.of(), "validUntilOn", "2027-12-31"));
    }

    public static Map<String, Object> lotOffer(String lot, long fenPerTonne) {
        Map<String, Object> offer = new HashMap<>(Map.of("format", "jucai-lot-offer/1", "lot", lot, "basis", "EX_WORKS", "vatRateBp", 1_300, "vatIncluded", true,
                "payment", Map.of("kind", "CASH"), "minimumKg", 1_000, "maximumKg", 90_000));
        offer.put("pricing", Map.of("rule", "ALL_UNITS", "tiers", List.of(Map.of("fromKg", 0, "priceFenPerTonne", fenPerTonne))));
        offer.put("guarantees", List.of(Map.of("property", "AL2O3", "minimumPpm", 860_000)));
        offer.put("moistureMaximumPpm", 5_000);
        offer.put("deliveryKgPerDay", 32_000);
        return offer;
    }

    static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
