package org.jucai.platform.award;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jucai.platform.bidding.Trustees;
import org.jucai.platform.bidding.envelope.CanonicalJson;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.membership.Founded;
import org.jucai.platform.membership.Passwords;
import org.jucai.platform.rounds.AwardRule;
import org.jucai.platform.rounds.RoundCommand;
import org.jucai.platform.rounds.RoundDesk;
import org.jucai.platform.rounds.TenderTerms;
import org.jucai.platform.security.Visitor;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.World;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Rounds whose offers are open: lots of real lines, tendered under rules, with offers on the shelf as an opening would have left them. */
@TestComponent
@Import({World.class, Trustees.class})
public class AwardWorld {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String PASSWORD = "a long pass phrase";

    private final World world;
    private final Trustees trustees;
    private final Founded founded;
    private final RoundDesk rounds;
    private final Platform platform;
    private final Passwords passwords;

    AwardWorld(World world, Trustees trustees, Founded founded, RoundDesk rounds, Platform platform, Passwords passwords) {
        this.world = world;
        this.trustees = trustees;
        this.founded = founded;
        this.rounds = rounds;
        this.platform = platform;
        this.passwords = passwords;
    }

    /** What a member asks for. @param capFenPerTonne 0 for none */
    public record Line(int member, String grade, String size, long tonnes, long capFenPerTonne) {}

    /** A price from a mass on. */
    public record Tier(long fromKg, long fenPerTonne) {}

    /** An offer of the i-th supplier for the j-th lot, delivered, tax of 13 per cent in the price. */
    public record Offer(int supplier, int lot, long minimumKg, long maximumKg, List<Tier> tiers) {}

    /** A round with open offers. @param officer of the secretariat, who showed a second factor; {@code lots} by code */
    public record Opened(World.Association us, UUID round, Visitor officer, List<UUID> lots, List<UUID> suppliers) {

        public String at(String path) {
            return "/api/rounds/" + round + path;
        }
    }

    /** Two lots of two members each, two suppliers, no rule; lots stand by grade. */
    public Opened plain(String status) {
        return opened(status, lines(), _ -> List.of(), offers());
    }

    public static List<Line> lines() {
        return List.of(new Line(0, World.BEST, "LUMP", 60, 0), new Line(3, World.BEST, "LUMP", 36, 0), new Line(0, World.SECOND, "LUMP", 40, 0),
                new Line(3, World.SECOND, "LUMP", 24, 0));
    }

    /** For the first lot, of 64 t, the second supplier is cheaper; for the second, of 96 t, the first from 90 t on. */
    public static List<Offer> offers() {
        return List.of(new Offer(0, 0, 1_000, 200_000, List.of(new Tier(0, 150_000))), new Offer(1, 0, 1_000, 200_000, List.of(new Tier(0, 141_000))),
                new Offer(0, 1, 1_000, 200_000, List.of(new Tier(0, 196_000), new Tier(90_000, 180_000))), new Offer(1, 1, 1_000, 200_000, List.of(new Tier(0, 190_000))));
    }

    /** A round that takes a while to solve: 36 lots, 20 suppliers with ladders, two of whom at most in a lot. */
    public Opened large() {
        List<Line> lines = new ArrayList<>();
        List<String> sizes = List.of("LUMP", "MM_0_1", "MM_1_3", "MM_3_5", "MM_5_8", "MESH_200");
        for (int i = 0; i < 36; i++) lines.add(new Line(i % 3, i < 18 ? World.BEST : World.SECOND, sizes.get(i / 3 % 6), 60 + 7L * i % 50, 0));
        Random chance = new Random(20_261_123);
        List<Offer> offers = new ArrayList<>();
        for (int supplier = 0; supplier < 20; supplier++) {
            for (int lot = 0; lot < 36; lot++) {
                if (chance.nextInt(10) < 4) continue;
                long price = 150_000 + chance.nextInt(60_000);
                offers.add(new Offer(supplier, lot, 20_000, 30_000 + chance.nextInt(60_000), List.of(new Tier(0, price), new Tier(25_000, price * 97 / 100), new Tier(45_000, price * 93 / 100))));
            }
        }
        return opened("EVALUATED", lines, _ -> List.of(new AwardRule.MaxSuppliersPerLot("two", 2, java.util.Optional.empty())), offers);
    }

    /** @param rules of the lots, by code */
    public Opened opened(String status, List<Line> lines, Function<List<UUID>, List<AwardRule>> rules, List<Offer> offers) {
        World.Association us = world.association(1 + lines.stream().mapToInt(Line::member).max().orElse(0));
        trustees.of(us);
        UUID round = frozen(us, lines);
        List<UUID> lots = lots(us, round);
        tender(us, round, rules.apply(lots));
        List<UUID> suppliers = IntStream.rangeClosed(0, offers.stream().mapToInt(Offer::supplier).max().orElse(0))
                .mapToObj(_ -> founded.supplier(us.actor()).party().id()).sorted().toList();
        Opened opened = new Opened(us, round, officer(us), lots, suppliers);
        open(opened, offers);
        sql("update round set status = '" + status + "' where id = '" + round + "' returning code");
        return opened;
    }

    private UUID frozen(World.Association us, List<Line> lines) {
        Map<String, Object> terms = world.terms();
        terms.put("viableKg", 1_000);
        Client secretariat = us.secretariat();
        UUID round = secretariat.does("/api/rounds", terms).id();
        String at = "/api/rounds/" + round;
        secretariat.does(at + "/announce", null).ok();
        secretariat.does(at + "/open", Map.of("reason", "提前开始")).ok();
        for (Line line : lines) {
            Map<String, Object> asked = world.line(line.grade(), line.tonnes());
            asked.put("size", line.size());
            if (line.capFenPerTonne() > 0) asked.put("priceCapFenPerTonne", line.capFenPerTonne());
            us.buyerOf(line.member()).submits(round, asked).ok();
        }
        secretariat.does(at + "/lock", Map.of("reason", "提前截止")).ok();
        secretariat.does(at + "/pool", null).ok();
        secretariat.does(at + "/freeze", null).ok();
        return round;
    }

    private static List<UUID> lots(World.Association us, UUID round) {
        return us.secretariat().get("/api/rounds/" + round + "/lots?limit=200").ok().path("items").valueStream().map(lot -> UUID.fromString(lot.path("id").asString())).toList();
    }

    private void tender(World.Association us, UUID round, List<AwardRule> rules) {
        Instant now = world.now();
        Instant due = now.plus(Duration.ofDays(10));
        TenderTerms terms = new TenderTerms(due, due.plus(Duration.ofMinutes(30)), 30, false, 240, 3, rules, TenderTerms.ShareRule.PROPORTIONAL,
                TenderTerms.CostRule.AVERAGE, TenderTerms.TIE_RULE, List.of(), 0);
        Actor officer = new Actor(us.secretariat().person(), us.id(), PartyKind.ASSOCIATION, us.actor().roles(), Set.of(), Actor.Entry.SESSION, true);
        founded.as(officer, asking -> rounds.handle(new Asking(asking.tx(), officer, now), round, OptionalLong.empty(), new RoundCommand.Tender(terms)));
    }

    private Visitor officer(World.Association us) {
        return signsIn(us.secretariat().person());
    }

    /** Signed in for the first time, with a second factor shown. */
    public Visitor signsIn(UUID person) {
        return visitor(person).showsSecondFactor();
    }

    /** A person of the world, signed in by password. */
    public Visitor visitor(UUID person) {
        String hash = passwords.hash(PASSWORD).block(PATIENCE);
        String account = sql("""
                with set as (update person set password_set = true where id = '%1$s' returning account),
                     kept as (insert into credential (person_id, password_hash) values ('%1$s', '%2$s')
                        on conflict (person_id) do update set password_hash = excluded.password_hash)
                select account from set""".formatted(person, hash));
        return Visitor.signedIn(platform.nobody(), Map.of("account", account, "password", PASSWORD));
    }

    private void open(Opened opened, List<Offer> offers) {
        sql("insert into bid_book values ('%s', 1, '%s', now(), 1) returning call".formatted(opened.round(), opened.us().id()));
        for (int i = 0; i < opened.suppliers().size(); i++) {
            int supplier = i;
            UUID id = opened.suppliers().get(i);
            List<Offer> own = offers.stream().filter(offer -> offer.supplier() == supplier).toList();
            Map<String, Object> header = Map.of("format", "jucai-offer-header/1", "round", opened.round() + ":1", "supplier", id.toString(), "version", 1L,
                    "lots", own.stream().map(offer -> opened.lots().get(offer.lot()).toString()).toList(), "totalTiers", List.of(), "bundles", List.of(),
                    "validUntilOn", "2027-12-31");
            sql("insert into opened_offer values ('%s', 1, '%s', '%s', 'S%02d', '%s') returning call".formatted(opened.round(), id, opened.us().id(), i + 1, text(header)));
            sql("insert into bid (round_id, id, call, supplier_id, association_id, lot_id, status, content, version) values "
                    + String.join(", ", own.stream().map(offer -> bid(opened, id, offer)).toList()) + " returning call");
        }
    }

    private static String bid(Opened opened, UUID supplier, Offer offer) {
        UUID lot = opened.lots().get(offer.lot());
        Map<String, Object> content = new java.util.HashMap<>(Map.of("format", "jucai-lot-offer/1", "lot", lot.toString(), "basis", "DELIVERED", "vatRateBp", 1_300,
                "vatIncluded", true, "payment", Map.of("kind", "CASH"), "minimumKg", offer.minimumKg(), "maximumKg", offer.maximumKg(),
                "guarantees", List.of(Map.of("property", "AL2O3", "minimumPpm", 860_000))));
        content.put("freight", Map.of("vatRateBp", 900, "fenPerTonneByZone", Map.of("XM-A", 4_360, "XM-B", 5_450, "XM-C", 6_540)));
        List<Object> tiers = new ArrayList<>();
        offer.tiers().forEach(tier -> tiers.add(Map.of("fromKg", tier.fromKg(), "priceFenPerTonne", tier.fenPerTonne())));
        content.put("pricing", Map.of("rule", "ALL_UNITS", "tiers", tiers));
        content.put("moistureMaximumPpm", 5_000);
        content.put("deliveryKgPerDay", 32_000);
        return "('%s', gen_random_uuid(), 1, '%s', '%s', '%s', 'ADMISSIBLE', '%s', 1)".formatted(opened.round(), supplier, opened.us().id(), lot, text(content));
    }

    private static String text(Map<String, Object> tree) {
        return new String(CanonicalJson.bytes(tree), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Asks for an award by HTTP and gives its id. */
    public UUID asks(Opened opened, Map<String, ?> body) {
        JsonNode made = Visitor.answered(opened.officer().asks(org.springframework.http.HttpMethod.POST, opened.at("/award-runs"))
                .header("Idempotency-Key", Client.newKey()).bodyValue(body));
        return UUID.fromString(made.path("id").asString());
    }

    /** A computation once it has ended. */
    public JsonNode ended(Opened opened, UUID run) {
        org.awaitility.Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> !Set.of("WAITING", "SOLVING").contains(read(opened, run).at("/run/status").asString()));
        return read(opened, run);
    }

    public JsonNode read(Opened opened, UUID run) {
        return opened.us().secretariat().get("/api/award-runs/" + run).ok();
    }

    /** One value, asked as a superuser. */
    public String sql(String sql) {
        try (Connection all = platform.databaseAs("postgres", "postgres"); PreparedStatement question = all.prepareStatement(sql);
                ResultSet found = question.executeQuery()) {
            if (!found.next()) throw new AssertionError("nothing there: " + sql);
            return found.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
