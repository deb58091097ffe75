package org.jucai.platform.bidding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jucai.platform.bidding.envelope.Bytes;
import org.jucai.platform.bidding.envelope.Envelope;
import org.jucai.platform.bidding.envelope.Receipt;
import org.jucai.platform.bidding.envelope.SealingTerms;
import org.jucai.platform.bidding.envelope.Shape;
import org.jucai.platform.bidding.envelope.Suite;
import org.jucai.platform.bidding.envelope.TrusteeSecret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A supplier's system at the command line. */
class EnvelopeCommandTest {

    private static final String OFFER = """
            {"format":"jucai-offer/1","totalTiers":[],"bundles":[],"validUntilOn":"2026-12-31","lots":[{"format":"jucai-lot-offer/1","lot":"lot-1","basis":"EX_WORKS","vatRateBp":1300,"vatIncluded":true,
             "payment":{"kind":"CASH"},"pricing":{"rule":"ALL_UNITS","tiers":[{"fromKg":0,"priceFenPerTonne":182000}]},"minimumKg":32000,"maximumKg":64000,"guarantees":[],"moistureMaximumPpm":5000,"deliveryKgPerDay":32000}]}""";

    @TempDir
    private Path place;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private int run(String... arguments) {
        said.reset();
        PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8);
        return EnvelopeCommand.run(List.of(arguments), both, both);
    }

    private String at(String name) {
        return place.resolve(name).toString();
    }

    private int seal(String offer, String envelope) throws IOException {
        SecureRandom chance = new SecureRandom();
        List<TrusteeSecret> trustees = Stream.of("a", "b", "c").map(name -> TrusteeSecret.fresh(name, chance)).toList();
        Files.write(place.resolve("terms.json"), new SealingTerms(Suite.X25519, "R-1", List.of("lot-1"), trustees.stream().map(TrusteeSecret::key).toList(), Shape.of(1)).bytes());
        Files.writeString(place.resolve("offer.json"), offer);
        return run("seal", "--terms", at("terms.json"), "--offer", at("offer.json"), "--supplier", "S-1", "--version", "1", "--envelope", at(envelope), "--record", at(envelope + ".record"));
    }

    @Test
    void anOfferIsSealedAndProvedByItsRecordAndReceipt() throws IOException {
        assertThat(seal(OFFER, "e.json")).isEqualTo(EnvelopeCommand.HOLDS);
        Envelope envelope = Envelope.read(Files.readAllBytes(place.resolve("e.json")));
        assertThat(said.toString(StandardCharsets.UTF_8)).contains(envelope.digest().hex());
        Receipt receipt = Receipt.sign(envelope, new Receipt.Entry(Receipt.Act.SEALED, Instant.parse("2026-11-23T04:00:00Z"), 7), Bytes.of(new byte[32]));
        Files.write(place.resolve("r.json"), receipt.bytes());
        assertThat(run("verify", "--envelope", at("e.json"), "--receipt", at("r.json"), "--server-key", receipt.serverKey().text(), "--record", at("e.json.record"))).isEqualTo(EnvelopeCommand.HOLDS);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("\"sectionsThatTheRecordSealsAgain\":2").contains("\"logPosition\":7");
        assertThat(run("verify", "--envelope", at("e.json"), "--receipt", at("r.json"), "--server-key", "A".repeat(43))).isEqualTo(EnvelopeCommand.REFUSED);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("OTHER_SIGNER");
    }

    @Test
    void anotherEnvelopesRecordIsRefused() throws IOException {
        seal(OFFER, "e.json");
        seal(OFFER, "f.json");
        assertThat(run("verify", "--envelope", at("e.json"), "--record", at("f.json.record"))).isEqualTo(EnvelopeCommand.REFUSED);
    }

    @Test
    void faultsOfAnOfferAreListedAndNothingIsWritten() throws IOException {
        assertThat(seal(OFFER.replace("182000", "0").replace("64000", "1"), "e.json")).isEqualTo(EnvelopeCommand.REFUSED);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("PRICE_NOT_POSITIVE").contains("CAPACITY_BELOW_MINIMUM");
        assertThat(place.resolve("e.json")).doesNotExist();
    }

    @Test
    void whatIsNotACommandIsSaid() {
        assertThat(run()).isEqualTo(EnvelopeCommand.NOT_UNDERSTOOD);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("envelope seal --terms");
        assertThat(run("verify", "--envelope", at("absent.json"))).isEqualTo(EnvelopeCommand.NOT_UNDERSTOOD);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("NoSuchFileException");
        assertThat(run("open")).isEqualTo(EnvelopeCommand.NOT_UNDERSTOOD);
        assertThat(run("verify", "--envelope", at("e.json"), "--receipt", at("r.json"))).isEqualTo(EnvelopeCommand.NOT_UNDERSTOOD);
    }
}
