package org.jucai.platform.bidding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.bidding.envelope.Bytes;
import org.jucai.platform.bidding.envelope.Envelope;
import org.jucai.platform.bidding.envelope.Receipt;
import org.jucai.platform.bidding.envelope.SealingTerms;
import org.jucai.platform.bidding.envelope.Shape;
import org.jucai.platform.bidding.envelope.Suite;
import org.jucai.platform.bidding.envelope.TrusteeSecret;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.TestClock;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Sealed offers as a supplier's own system hands them in. */
@PlatformTest
@Import(BidWorld.class)
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class EnvelopesApiTest {

    @Autowired
    BidWorld bids;

    @Autowired
    World world;

    @Autowired
    TestClock clock;

    @Autowired
    Platform platform;

    @Test
    void anEnvelopeIsTakenAndItsReceiptHoldsAgainstThePublishedKey() {
        BidWorld.Tendered round = bids.tendered();
        Client supplier = bids.supplier(round);
        byte[] envelope = bids.sealed(round, supplier.party(), 1, 2, 185_000);
        JsonNode own = supplier.sends(HttpMethod.PUT, round.envelope(), envelope).ok();
        Receipt receipt = receipt(own.at("/envelopes/0/receipt"));
        receipt.check(Envelope.read(envelope), publishedKey());
        assertThat(receipt.receivedAt()).isEqualTo(world.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
        assertThat(receipt.act()).isEqualTo(Receipt.Act.SEALED);
        assertThat(supplier.get(round.envelope()).ok().path("envelopes")).isEqualTo(own.path("envelopes"));
    }

    @Test
    void aReplacementIsTheNextVersionAndWhatIsWithdrawnStaysWithdrawn() {
        BidWorld.Tendered round = bids.tendered();
        Client supplier = bids.supplier(round);
        supplier.sends(HttpMethod.PUT, round.envelope(), bids.sealed(round, supplier.party(), 1, 2, 185_000)).ok();
        assertThat(supplier.sends(HttpMethod.PUT, round.envelope(), bids.sealed(round, supplier.party(), 3, 2, 180_000)).refusal()).isEqualTo("envelope-version-not-next");
        JsonNode two = supplier.sends(HttpMethod.PUT, round.envelope(), bids.sealed(round, supplier.party(), 2, 1, 180_000)).ok();
        assertThat(statuses(two)).containsExactly("REPLACED", "SEALED");
        JsonNode gone = supplier.deletes(round.envelope()).ok();
        assertThat(statuses(gone)).containsExactly("REPLACED", "WITHDRAWN");
        assertThat(receipt(gone.at("/envelopes/1/withdrawal")).act()).isEqualTo(Receipt.Act.WITHDRAWN);
        assertThat(supplier.deletes(round.envelope()).ok().path("envelopes")).isEqualTo(gone.path("envelopes"));
        assertThat(statuses(supplier.sends(HttpMethod.PUT, round.envelope(), bids.sealed(round, supplier.party(), 3, 2, 179_000)).ok()))
                .containsExactly("REPLACED", "WITHDRAWN", "SEALED");
        assertThat(gone.path("envelopes").valueStream().map(one -> one.at("/receipt/logPosition").asLong())).containsExactly(1L, 2L);
    }

    @Test
    void aMillisecondBeforeTheDeadlineItIsTakenAndAtTheDeadlineItIsNotAndWhoAsksAgainIsToldTheTruth() {
        BidWorld.Tendered round = bids.tendered();
        Client early = bids.supplier(round);
        Client late = bids.supplier(round);
        byte[] envelope = bids.sealed(round, early.party(), 1, 1, 185_000);
        clock.set(round.dueAt().minusMillis(1));
        JsonNode taken = early.sends(HttpMethod.PUT, round.envelope(), envelope).ok();
        clock.set(round.dueAt());
        assertThat(late.sends(HttpMethod.PUT, round.envelope(), bids.sealed(round, late.party(), 1, 1, 185_000)).refusal()).isEqualTo("offers-closed");
        assertThat(early.sends(HttpMethod.PUT, round.envelope(), bids.sealed(round, early.party(), 2, 1, 1_000)).refusal()).isEqualTo("offers-closed");
        assertThat(early.deletes(round.envelope()).refusal()).isEqualTo("offers-closed");
        assertThat(early.sends(HttpMethod.PUT, round.envelope(), envelope).ok().path("envelopes")).isEqualTo(taken.path("envelopes"));
        assertThat(late.get(round.envelope()).ok().path("envelopes")).isEmpty();
    }

    @Test
    void eachBadEnvelopeIsRefusedByItsName() {
        BidWorld.Tendered round = bids.tendered();
        Client supplier = bids.supplier(round);
        String me = supplier.party().toString();
        byte[] good = bids.sealed(round, supplier.party(), 1, 1, 185_000);
        String text = new String(good, StandardCharsets.UTF_8);
        List<String> lots = round.terms().lots();
        Map<String, byte[]> bad = new LinkedHashMap<>();
        bad.put("envelope-not-json", Arrays.copyOf(good, good.length / 2));
        bad.put("envelope-malformed", (text.substring(0, text.length() - 1) + ",\"suite\":\"again\"}").getBytes(StandardCharsets.UTF_8));
        bad.put("envelope-for-another-round", bids.sealed(with(round.terms(), round.round() + ":2", round.terms().trustees().size()), me, 1, lots, 185_000));
        bad.put("envelope-of-another-supplier", bids.sealed(round.terms(), UUID.nameUUIDFromBytes(new byte[1]).toString(), 1, lots, 185_000));
        bad.put("envelope-version-not-next", bids.sealed(round.terms(), me, 7, lots, 185_000));
        bad.put("envelope-sealed-to-other-keys", bids.sealed(otherKeys(round), me, 1, lots, 185_000));
        bad.put("envelope-too-large", new byte[round.terms().shape().mostBytes() + 1]);
        bad.forEach((name, envelope) -> assertThat(supplier.sends(HttpMethod.PUT, round.envelope(), envelope).refusal()).isEqualTo(name));
        assertThat(supplier.sends(HttpMethod.PUT, round.envelope(), bids.sealed(largerShape(round.terms()), me, 1, lots, 185_000)).refusal()).isEqualTo("envelope-too-large");
        assertThat(supplier.get(round.envelope()).ok().path("envelopes")).isEmpty();
        assertThat(supplier.sends(HttpMethod.PUT, round.envelope(), good).isOk()).isTrue();
    }

    @Test
    void aSupplierThatIsNotListedOffersNothing() {
        BidWorld.Tendered round = bids.tendered();
        Client stranger = world.supplier(world.association(0).actor());
        assertThat(stranger.sends(HttpMethod.PUT, round.envelope(), bids.sealed(round, stranger.party(), 1, 1, 185_000)).refusal()).isEqualTo("supplier-not-admitted");
    }

    @Test
    void beforeTheOpeningTheDatabaseShowsAnEnvelopeToItsSupplierAndToNobodyElse() throws SQLException {
        BidWorld.Tendered round = bids.tendered();
        Client supplier = bids.supplier(round);
        supplier.sends(HttpMethod.PUT, round.envelope(), bids.sealed(round, supplier.party(), 1, 1, 185_000)).ok();
        clock.advance(Duration.ofDays(11));
        assertThat(rowsSeenBy("jucai_app", "app", supplier.party())).isEqualTo(1);
        for (UUID other : round.trustees().parties()) assertThat(rowsSeenBy("jucai_app", "app", other)).isZero();
        assertThat(rowsSeenBy("jucai_app", "app", round.us().buyerOf(0).party())).isZero();
        assertThat(rowsSeenBy("jucai_worker", "worker", supplier.party())).isZero();
    }

    private long rowsSeenBy(String role, String password, UUID party) throws SQLException {
        try (Connection connection = platform.databaseAs(role, password)) {
            connection.createStatement().execute("set jucai.parties = '{" + party + "}'");
            try (PreparedStatement count = connection.prepareStatement("select count(*) from bid_envelope"); ResultSet found = count.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    private Bytes publishedKey() {
        return Bytes.ofText(world.nobody().get("/.well-known/jucai-keys").ok().at("/receiptKeys/0/publicKey").asString());
    }

    private static Receipt receipt(JsonNode signed) {
        return Receipt.read(BidWorld.bytes(signed));
    }

    private static List<String> statuses(JsonNode own) {
        return own.path("envelopes").valueStream().map(one -> one.path("status").asString()).toList();
    }

    private static SealingTerms with(SealingTerms terms, String round, int keys) {
        return new SealingTerms(Suite.X25519, round, terms.lots(), terms.trustees().subList(0, keys), terms.shape());
    }

    private static SealingTerms otherKeys(BidWorld.Tendered round) {
        var chance = new java.security.SecureRandom();
        return new SealingTerms(Suite.X25519, round.terms().round(), round.terms().lots(),
                round.trustees().parties().stream().map(party -> TrusteeSecret.fresh(party.toString(), chance).key()).toList(), round.terms().shape());
    }

    private static SealingTerms largerShape(SealingTerms terms) {
        return new SealingTerms(Suite.X25519, terms.round(), terms.lots(), terms.trustees(), Shape.of(8));
    }
}
