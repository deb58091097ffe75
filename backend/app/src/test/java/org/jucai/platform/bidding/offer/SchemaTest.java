package org.jucai.platform.bidding.offer;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jucai.platform.bidding.envelope.Bytes;
import org.jucai.platform.bidding.envelope.CanonicalJson;
import org.jucai.platform.bidding.envelope.Envelope;
import org.jucai.platform.bidding.envelope.Possession;
import org.jucai.platform.bidding.envelope.Receipt;
import org.jucai.platform.bidding.envelope.Release;
import org.jucai.platform.bidding.envelope.Sealer;
import org.jucai.platform.bidding.envelope.SealingTerms;
import org.jucai.platform.bidding.envelope.Sender;
import org.jucai.platform.bidding.envelope.Shape;
import org.jucai.platform.bidding.envelope.Suite;
import org.jucai.platform.bidding.envelope.TrusteeCard;
import org.jucai.platform.bidding.envelope.TrusteeKeyFile;
import org.jucai.platform.bidding.envelope.TrusteeSecret;
import org.junit.jupiter.api.Test;

/** The published schemas say of every document what the code does. */
class SchemaTest {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final SecureRandom chance = new SecureRandom();
    private final List<TrusteeSecret> trustees = Stream.of("a", "b", "c").map(name -> TrusteeSecret.fresh(name, chance)).toList();
    private final SealingTerms terms = new SealingTerms(Suite.X25519, "R-2026-0042", List.of("lot-1", "lot-2"), trustees.stream().map(TrusteeSecret::key).toList(), Shape.of(2));

    private static Schema schema(String name) throws IOException {
        return REGISTRY.getSchema(Files.readString(Path.of("../../api-spec/envelope/" + name + ".schema.json")), InputFormat.JSON);
    }

    private static void holds(String name, byte[] json) throws IOException {
        assertThat(schema(name).validate(new String(json, StandardCharsets.UTF_8), InputFormat.JSON)).as(name).isEmpty();
    }

    private static void breaks(String name, String json) throws IOException {
        assertThat(schema(name).validate(json, InputFormat.JSON)).as(json).isNotEmpty();
    }

    @Test
    void everyDocumentOfOursFollowsItsSchema() throws IOException {
        List<Map<String, Object>> contents = ((Reading.Right<List<Map<String, Object>>>) OfferFile.contents(OfferTest.FILE.getBytes(StandardCharsets.UTF_8), terms, new Sender("supplier-1", 1))).value();
        Sealer.Sealed sealed = new Sealer(chance).seal(terms, new Sender("supplier-1", 1), contents);
        Envelope envelope = sealed.envelope();
        Release release = trustees.getFirst().release(envelope, List.of(0, 1));
        holds("envelope", envelope.bytes());
        holds("sealing-terms", terms.bytes());
        holds("sealing-record", sealed.record().bytes());
        holds("section-plaintext", sealed.record().section(1).orElseThrow().copy());
        holds("release", release.bytes());
        holds("receipt", Receipt.sign(envelope, new Receipt.Entry(Receipt.Act.SEALED, Instant.parse("2026-11-23T04:00:00Z"), 7), Bytes.of(new byte[32])).bytes());
        holds("trustee-card", TrusteeCard.of(trustees.getFirst()).bytes());
        holds("trustee-key-file", TrusteeKeyFile.write(trustees.getFirst(), "a long passphrase".toCharArray(), chance));
        holds("possession", Possession.ask(trustees.getFirst().key(), chance).challenge().bytes());
        holds("offer", OfferTest.FILE.getBytes(StandardCharsets.UTF_8));
        String header = Files.readString(Path.of("../../api-spec/envelope/offer.schema.json")).replaceFirst("\"type\": \"object\",", "\"\\$ref\": \"#/\\$defs/header\", \"type\": \"object\",")
                .replaceFirst("(?s)\"required\": \\[\"format\", \"lots\".*?\"\\$defs\"", "\"\\$defs\"").replaceFirst("\"additionalProperties\": false,", "");
        assertThat(REGISTRY.getSchema(header, InputFormat.JSON).validate(new String(CanonicalJson.bytes(contents.getFirst()), StandardCharsets.UTF_8), InputFormat.JSON)).isEmpty();
    }

    @Test
    void whatTheReaderRefusesTheSchemaRefusesWhereASchemaCan() throws IOException {
        for (String[] change : new String[][] {{"182000", "0"}, {"182000", "1.5"}, {"\"vatRateBp\":1300", "\"vatRateBp\":1700"}, {"DELIVERED", "EX_WORKS"}, {"ACCEPTANCE_BILL", "CASH"},
                {",\"minimumPpm\":972000", ""}, {"\"source\"", "\"remark\""}, {"\"discountBp\":100", "\"discountBp\":9000"}, {"[\"lot-1\",\"lot-2\"]", "[\"lot-1\"]"}}) {
            assertThat(OfferTest.FILE).contains(change[0]);
            breaks("offer", OfferTest.FILE.replace(change[0], change[1]));
        }
    }
}
