package org.jucai.platform.bidding.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jucai.platform.bidding.envelope.CanonicalJson;
import org.jucai.platform.bidding.envelope.Json;
import org.jucai.platform.bidding.envelope.Members;
import org.jucai.platform.bidding.envelope.SealingTerms;
import org.jucai.platform.bidding.envelope.Sender;
import org.jucai.platform.bidding.envelope.Shape;
import org.jucai.platform.bidding.envelope.Suite;
import org.jucai.platform.bidding.envelope.TrusteeKey;
import org.jucai.platform.bidding.envelope.TrusteeSecret;
import org.jucai.platform.bidding.envelope.Envelope;
import org.jucai.platform.bidding.envelope.Sealer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Offers as suppliers' systems send them, and the name of each fault. */
class OfferTest {

    static final String LOT = """
            {"format":"jucai-lot-offer/1","lot":"lot-1","basis":"DELIVERED","freight":{"fenPerTonneByZone":{"ANSHAN":3000,"YINGKOU":4500},"vatRateBp":900},
             "vatRateBp":1300,"vatIncluded":true,"payment":{"kind":"ACCEPTANCE_BILL","tenorDays":180},
             "pricing":{"rule":"ALL_UNITS","tiers":[{"fromKg":0,"priceFenPerTonne":182000},{"fromKg":320000,"priceFenPerTonne":178500}]},
             "minimumKg":32000,"maximumKg":2000000,"guarantees":[{"property":"MgO","minimumPpm":972000},{"property":"SiO2","maximumPpm":9000}],
             "moistureMaximumPpm":5000,"deliveryKgPerDay":96000,"source":"haicheng-7"}""";

    static final String FILE = """
            {"format":"jucai-offer/1","lots":[%s,%s],"totalTiers":[{"fromKg":500000,"discountBp":50},{"fromKg":1000000,"discountBp":100}],
             "bundles":[{"lots":["lot-1","lot-2"]}],"validUntilOn":"2026-12-31","depositReference":"BG-2026-7781"}""".formatted(LOT, LOT.replace("lot-1", "lot-2"));

    private static final Map<String, Object> FAULTS = faultsFile();
    private static final Sender SENDER = new Sender("supplier-1", 3);

    private static Map<String, Object> faultsFile() {
        try {
            return Json.read(Files.readAllBytes(Path.of("../../api-spec/envelope/vectors/offer-faults.json")), 1 << 20);
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }

    static SealingTerms terms() {
        List<TrusteeSecret> trustees = Stream.of("a", "b", "c").map(name -> TrusteeSecret.fresh(name, new java.security.SecureRandom())).toList();
        List<TrusteeKey> keys = trustees.stream().map(TrusteeSecret::key).toList();
        return new SealingTerms(Suite.X25519, "R-2026-0042", List.of("lot-1", "lot-2", "lot-3"), keys, Shape.of(3));
    }

    private static Map<String, Object> tree(String json) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), 1 << 20);
    }

    private static List<Faulty> faults(Reading<?> reading) {
        return reading instanceof Reading.Wrong<?>(var faults) ? faults : List.of();
    }

    @Test
    void anOfferForALotIsReadToTheFen() {
        LotOffer offer = ((Reading.Right<LotOffer>) LotOffer.read(tree(LOT), "lot-1")).value();
        assertThat(offer.pricing()).isEqualTo(new Ladder(Ladder.Rule.ALL_UNITS, List.of(new Ladder.Tier(0, 182_000), new Ladder.Tier(320_000, 178_500))));
        assertThat(offer.freight()).isEqualTo(new Freight(Map.of("ANSHAN", 3_000L, "YINGKOU", 4_500L), 900));
        assertThat(offer.payment()).isEqualTo(new Payment(Payment.Kind.ACCEPTANCE_BILL, 180));
        assertThat(offer.guarantees()).containsExactly(new Guarantee("MgO", 972_000L, null), new Guarantee("SiO2", null, 9_000L));
        assertThat(List.of(offer.minimumKg(), offer.maximumKg(), offer.deliveryKgPerDay(), offer.moistureMaximumPpm())).containsExactly(32_000L, 2_000_000L, 96_000L, 5_000L);
    }

    /** The same file holds the browser's check to the same names. */
    static Stream<Map<String, Object>> cases(String which) {
        return ((List<?>) FAULTS.get(which)).stream().map(Members::tree);
    }

    static Stream<Map<String, Object>> lotCases() {
        return cases("lotCases");
    }

    static Stream<Map<String, Object>> offerCases() {
        return cases("offerCases");
    }

    private static String changed(String base, Map<String, Object> change) {
        String from = (String) change.get("from");
        assertThat(base).contains(from);
        return base.replace(from, (String) change.get("to"));
    }

    private static Faulty expected(Map<String, Object> change) {
        return new Faulty(OfferFault.valueOf((String) change.get("fault")), (String) change.get("where"));
    }

    @ParameterizedTest
    @MethodSource("lotCases")
    void eachFaultOfALotsOfferHasItsNameAndPlace(Map<String, Object> change) {
        assertThat(faults(LotOffer.read(tree(changed((String) FAULTS.get("lot"), change))))).containsExactly(expected(change));
    }

    @ParameterizedTest
    @MethodSource("offerCases")
    void eachFaultAcrossLotsHasItsNameAndPlace(Map<String, Object> change) {
        assertThat(faults(file(changed((String) FAULTS.get("offer"), change), terms()))).containsExactly(expected(change));
    }

    @Test
    void theCasesShowEveryFaultButThoseOfOpenedEnvelopes() {
        Set<OfferFault> shown = Stream.concat(lotCases(), offerCases()).map(change -> expected(change).fault()).collect(Collectors.toSet());
        assertThat(EnumSet.complementOf(EnumSet.copyOf(shown))).containsExactlyInAnyOrder(OfferFault.OTHER_ENVELOPE, OfferFault.LOT_TWICE);
    }

    @Test
    void laddersRiseStrictlyFromTheFirstKilogram() {
        for (String tiers : List.of("{\"fromKg\":0,\"priceFenPerTonne\":5000},{\"fromKg\":0,\"priceFenPerTonne\":4000}", "{\"fromKg\":0,\"priceFenPerTonne\":5000},{\"fromKg\":9,\"priceFenPerTonne\":4000},{\"fromKg\":8,\"priceFenPerTonne\":3000}")) {
            assertThat(faults(LotOffer.read(tree(LOT.replaceFirst("\\{\"fromKg\":0.*?]", tiers + "]"))))).extracting(Faulty::fault).containsExactly(OfferFault.TIERS_NOT_RISING);
        }
    }

    @Test
    void everyFaultIsFoundAtOnce() {
        String bad = LOT.replace("182000", "0").replace("2000000", "1").replace("1300", "1").replace("96000", "-1");
        assertThat(faults(LotOffer.read(tree(bad)))).extracting(Faulty::fault)
                .containsExactlyInAnyOrder(OfferFault.PRICE_NOT_POSITIVE, OfferFault.CAPACITY_BELOW_MINIMUM, OfferFault.VAT_RATE_UNKNOWN, OfferFault.DELIVERY_RATE_NOT_POSITIVE);
    }

    @Test
    void aSectionForAnotherLotIsNotTheLotsOffer() {
        assertThat(faults(LotOffer.read(tree(LOT), "lot-2"))).containsExactly(new Faulty(OfferFault.OTHER_LOT, "/lot"));
    }

    private static Reading<List<Map<String, Object>>> file(String json, SealingTerms terms) {
        return OfferFile.contents(json.getBytes(StandardCharsets.UTF_8), terms, SENDER);
    }

    @Test
    void aLotIsOfferedForOnce() {
        assertThat(faults(file(FILE.replace("\"lot\":\"lot-2\"", "\"lot\":\"lot-1\"").replace("[{\"lots\":[\"lot-1\",\"lot-2\"]}]", "[]"), terms()))).containsExactly(new Faulty(OfferFault.LOT_TWICE, "/lots"));
    }

    @Test
    void whatIsSealedIsReadAgainAsTheSupplierWroteIt() {
        SealingTerms terms = terms();
        List<Map<String, Object>> contents = ((Reading.Right<List<Map<String, Object>>>) file(FILE, terms)).value();
        Envelope envelope = new Sealer(new java.security.SecureRandom()).seal(terms, SENDER, contents).envelope();
        OfferHeader header = ((Reading.Right<OfferHeader>) OfferHeader.read(contents.getFirst(), envelope.head())).value();
        assertThat(header.lots()).containsExactly("lot-1", "lot-2");
        assertThat(header.terms().totalTiers()).containsExactly(new OfferHeader.TotalTier(500_000, 50), new OfferHeader.TotalTier(1_000_000, 100));
        assertThat(header.terms().bundles()).containsExactly(List.of("lot-1", "lot-2"));
        assertThat(header.terms().validUntilOn()).isEqualTo("2026-12-31");
        IntStream.rangeClosed(1, 2).forEach(i -> assertThat(LotOffer.read(contents.get(i), header.lots().get(i - 1))).isInstanceOf(Reading.Right.class));
        Envelope other = new Sealer(new java.security.SecureRandom()).seal(terms, new Sender("supplier-2", 3), contents).envelope();
        assertThat(faults(OfferHeader.read(contents.getFirst(), other.head()))).containsExactly(new Faulty(OfferFault.OTHER_ENVELOPE, "/supplier"));
    }

    @Test
    void theLongestOfferFitsItsClass() {
        String tiers = IntStream.range(0, 20).mapToObj(i -> "{\"fromKg\":%d,\"priceFenPerTonne\":100000000}".formatted(i * 5_000_000_000L)).collect(Collectors.joining(","));
        String zones = IntStream.range(0, 24).mapToObj(i -> "\"zone-%02d-liaoning\":1000000".formatted(i)).collect(Collectors.joining(","));
        String long_ = LOT.replaceFirst("\\{\"fromKg\":0.*?]", tiers + "]").replaceFirst("\"ANSHAN\":3000,\"YINGKOU\":4500", zones).replace("lot-1", "01931f00-0000-7000-8000-000000000001");
        assertThat(faults(LotOffer.read(tree(long_)))).isEmpty();
        assertThat(CanonicalJson.bytes(tree(long_)).length).as("twenty tiers and two dozen zones, beside the witness").isLessThan(4_096 - 300);
    }
}
