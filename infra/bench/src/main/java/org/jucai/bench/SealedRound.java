package org.jucai.bench;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jucai.platform.bidding.envelope.Bytes;
import org.jucai.platform.bidding.envelope.Envelope;
import org.jucai.platform.bidding.envelope.Receipt;
import org.jucai.platform.bidding.envelope.Sealer;
import org.jucai.platform.bidding.envelope.SealingTerms;
import org.jucai.platform.bidding.envelope.Sender;
import org.jucai.platform.bidding.envelope.Shape;
import org.jucai.platform.bidding.envelope.Suite;
import org.jucai.platform.bidding.envelope.TrusteeSecret;

/**
 * A closed round whose offers were sealed as suppliers seal them, and what two trustees will release of each; written as superuser, for it is
 * not what is measured. Its opening is due.
 */
final class SealedRound {

    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int TIERS = 5;
    private static final long AGES_AGO_MILLIS = 86_400_000;

    /** An envelope as it is kept, and the two trustees' releases of its header and of its lots. */
    record Kept(UUID supplier, byte[] envelope, List<byte[]> headers, List<byte[]> sections) {}

    /** Those who open: the association, which stays silent here, a bank and a supervisor. */
    record Keepers(UUID association, List<TrusteeSecret> secrets) {
        static Keepers of(UUID association, UUID bank, UUID supervisor) {
            return new Keepers(association, Stream.of(association, bank, supervisor).map(each -> TrusteeSecret.fresh(each.toString(), CHANCE)).toList());
        }
    }

    private final UUID id = timed();
    private final Keepers keepers;
    private final List<String> lots;
    private final SealingTerms terms;
    private final List<Kept> kept;

    SealedRound(Keepers keepers, int envelopes, int lots) {
        this.keepers = keepers;
        this.lots = IntStream.range(0, lots).mapToObj(lot -> timed().toString()).toList();
        this.terms = new SealingTerms(Suite.X25519, id + ":1", this.lots, keepers.secrets.stream().map(TrusteeSecret::key).toList(), Shape.of(lots));
        this.kept = IntStream.range(0, envelopes).parallel().mapToObj(this::sealed).toList();
    }

    UUID id() {
        return id;
    }

    SealingTerms terms() {
        return terms;
    }

    List<Kept> kept() {
        return kept;
    }

    /** Identifiers of rounds grow with time. */
    private static UUID timed() {
        return new UUID((System.currentTimeMillis() << 16) | 0x7000L | CHANCE.nextInt(0x1000), UUID.randomUUID().getLeastSignificantBits());
    }

    private Kept sealed(int number) {
        UUID supplier = UUID.randomUUID();
        List<Map<String, Object>> contents = new ArrayList<>(List.of(new HashMap<>(Map.of("format", "jucai-offer-header/1", "round", terms.round(),
                "supplier", supplier.toString(), "version", 1, "lots", lots, "totalTiers", List.of(), "bundles", List.of(), "validUntilOn", "2098-12-31"))));
        for (String lot : lots) contents.add(lotOffer(lot, number));
        Envelope envelope = new Sealer(CHANCE).seal(terms, new Sender(supplier.toString(), 1), contents).envelope();
        List<Integer> sections = IntStream.rangeClosed(1, lots.size()).boxed().toList();
        List<TrusteeSecret> two = keepers.secrets.subList(1, 3);
        return new Kept(supplier, envelope.bytes(), two.stream().map(one -> one.release(envelope, List.of(0)).bytes()).toList(),
                two.stream().map(one -> one.release(envelope, sections).bytes()).toList());
    }

    private static Map<String, Object> lotOffer(String lot, int number) {
        Map<String, Object> offer = new HashMap<>(Map.of("format", "jucai-lot-offer/1", "lot", lot, "basis", "EX_WORKS", "vatRateBp", 1_300, "vatIncluded", true,
                "payment", Map.of("kind", "CASH"), "minimumKg", 32_000, "maximumKg", 1_000_000));
        offer.put("pricing", Map.of("rule", "ALL_UNITS", "tiers", IntStream.range(0, TIERS)
                .mapToObj(tier -> Map.of("fromKg", tier * 100_000, "priceFenPerTonne", 180_000 - number - tier * 1_000)).toList()));
        offer.put("guarantees", List.of(Map.of("property", "AL2O3", "minimumPpm", 860_000)));
        offer.put("moistureMaximumPpm", 5_000);
        offer.put("deliveryKgPerDay", 32_000);
        return offer;
    }

    /** All in one transaction: the opening begins by itself as soon as the round is there. */
    void write(Connection connection) throws Exception {
        connection.setAutoCommit(false);
        for (int lot = 0; lot < lots.size(); lot++) lot(connection, lot);
        List<UUID> parties = keepers.secrets.stream().map(one -> UUID.fromString(one.key().trustee())).toList();
        run(connection, "insert into round_seal (round_id, call, association_id, terms, key_ids, parties, sealed_at) values (?, 1, ?, ?, ?, ?, now())",
                id, keepers.association, new String(terms.bytes(), StandardCharsets.UTF_8), parties.toArray(UUID[]::new), parties.toArray(UUID[]::new));
        Instant received = Instant.now().minusMillis(AGES_AGO_MILLIS);
        Bytes seed = Bytes.of(CHANCE.generateSeed(32));
        for (int i = 0; i < kept.size(); i++) envelope(connection, kept.get(i), new Receipt.Entry(Receipt.Act.SEALED, received.plusSeconds(i), i), seed);
        round(connection);
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void lot(Connection connection, int lot) throws Exception {
        run(connection, """
                insert into lot (id, round_id, association_id, code, status, version, grade, size, packing, zone, from_on, to_on, line_count, member_count,
                                 minimum_kg, target_kg, maximum_kg, viable_kg, members, trucks)
                values (?, ?, ?, ?, 'TENDERED', 3, 'GL-85A', 'LUMP', 'BULK', 'Z1', '2026-01-01', '2098-12-31', 5, 5, 500000, 800000, 1000000, 500000, '{}',
                        '{"truckKg":32000,"fullTrucks":25,"partLoads":0,"partKg":0,"trips":0,"shared":[]}')""",
                UUID.fromString(lots.get(lot)), id, keepers.association, "L%03d".formatted(lot));
    }

    private void envelope(Connection connection, Kept one, Receipt.Entry entry, Bytes seed) throws Exception {
        Envelope envelope = Envelope.read(one.envelope);
        run(connection, "insert into party (id, kind, code, name_zh, supplier_kind, registered_at) values (?, 'SUPPLIER', ?, ?, 'KILN', now())",
                one.supplier, "S" + one.supplier.toString().substring(0, 18).toUpperCase(java.util.Locale.ROOT), "样例供应商" + one.supplier);
        run(connection, "insert into bid_envelope (round_id, call, supplier_id, version, status, sha256, envelope, received_at, receipt) values (?, 1, ?, 1, 'SEALED', ?, ?, ?, ?)",
                id, one.supplier, envelope.digest().hex(), one.envelope, java.sql.Timestamp.from(entry.receivedAt()),
                new String(Receipt.sign(envelope, entry, seed).bytes(), StandardCharsets.UTF_8));
    }

    private void round(Connection connection) throws Exception {
        String asked = """
                {"title":"bench","profile":"INQUIRY","mode":"AGENCY","grades":["GL-85A"],"collectingOpensAt":"2020-01-01T00:00:00Z","collectingEndsAt":"2020-02-01T00:00:00Z",
                 "deliveryPeriod":{"fromOn":"2026-01-01","toOn":"2098-12-31"},"deliveryZones":[{"code":"Z1","name":"片区"}],
                 "deliveryWindows":[{"fromOn":"2026-01-01","toOn":"2098-12-31"}],"viable":{"kg":500000},"viableByGrade":{},
                 "volumeSteps":[{"kg":500000}],"anonymityK":5,"depositRateBp":2000,"minimumOffersPerLot":2,"publicityWorkingDays":1}""";
        String tendering = """
                {"number":1,"terms":{"offersDueAt":"2020-03-01T00:00:00Z","opensAt":"2020-03-01T01:00:00Z","offersValidDays":30,"secondQuote":false,"billRateBp":240,
                 "silenceConfirmsAfterWorkingDays":3,"rules":[],"shareRule":"PROPORTIONAL","costRule":"AVERAGE","tieRuleVersion":1,"ownFreight":[],"feeRateBp":0}}""";
        run(connection, """
                insert into round (id, code, association_id, status, status_since, version, terms, collecting_opens_at, collecting_ends_at, announced_at, frozen_at, reached, tendering,
                                   offers_due_at)
                values (?, ?, ?, 'CLOSED', now(), 9, ?::jsonb, '2020-01-01', '2020-02-01', '2020-01-01', '2020-02-02',
                        '{"DRAFT":"2020-01-01T00:00:00Z","ANNOUNCED":"2020-01-01T00:00:00Z","COLLECTING":"2020-01-01T00:00:00Z","LOCKED":"2020-02-01T00:00:00Z",
                          "POOLED":"2020-02-01T00:00:00Z","TENDERING":"2020-02-02T00:00:00Z","CLOSED":"2020-03-01T00:00:00Z"}', ?::jsonb, '2020-03-01')""",
                id, "O-" + id, keepers.association, asked, tendering);
    }

    private static void run(Connection connection, String sql, Object... values) throws Exception {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i] instanceof UUID[] ids ? connection.createArrayOf("uuid", ids) : values[i]);
            statement.executeUpdate();
        }
    }
}
