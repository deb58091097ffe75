package org.jucai.platform.bidding.envelope;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jucai.platform.bidding.offer.OfferFile;
import org.jucai.platform.bidding.offer.Reading;

/**
 * Our own known answers in {@code api-spec/envelope/vectors}, made partly here and partly in the browser's code; each side opens and seals again what the other made.
 * {@code bank.key.json} comes from the browser and must be there; {@link #main} writes what Java makes.
 */
final class VectorsOfOurs {

    static final Path PLACE = Path.of("..", "..", "api-spec", "envelope", "vectors");
    static final List<String> TRUSTEES = List.of("association", "bank", "supervisor");
    private static final String PASSPHRASE = "correct horse battery staple \u6b63\u786e";
    private static final Map<String, TrusteeSecret> OPENED = new ConcurrentHashMap<>();
    private static final Sender SENDER = new Sender("supplier-1", 2);

    private VectorsOfOurs() {}

    static byte[] file(String name) {
        try {
            return Files.readAllBytes(PLACE.resolve(name));
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }

    /** Opened once: a passphrase takes a second, on purpose. */
    static TrusteeSecret trustee(String name) {
        return OPENED.computeIfAbsent(name, _ -> TrusteeKeyFile.open(file(name + ".key.json"), PASSPHRASE.toCharArray()));
    }

    static SealingTerms terms() {
        return SealingTerms.read(file("terms.json"));
    }

    static Envelope envelope(String side) {
        return Envelope.read(file(side + ".envelope.json"), terms(), SENDER);
    }

    static List<Map<String, Object>> contents() {
        return ((Reading.Right<List<Map<String, Object>>>) OfferFile.contents(file("offer.json"), terms(), SENDER)).value();
    }

    /** Run from {@code backend/app}. */
    public static void main(String[] arguments) throws IOException {
        SecureRandom chance = new SecureRandom();
        for (String name : List.of("association", "supervisor")) Files.write(PLACE.resolve(name + ".key.json"), TrusteeKeyFile.write(TrusteeSecret.fresh(name, chance), PASSPHRASE.toCharArray(), chance));
        List<TrusteeSecret> trustees = TRUSTEES.stream().map(VectorsOfOurs::trustee).toList();
        List<String> lots = IntStream.rangeClosed(1, 5).mapToObj(lot -> "lot-" + lot).toList();
        Files.write(PLACE.resolve("terms.json"), new SealingTerms(Suite.X25519, "R-2026-0042", lots, trustees.stream().map(TrusteeSecret::key).toList(), Shape.of(5)).bytes());
        Sealer.Sealed sealed = new Sealer(chance).seal(terms(), SENDER, contents());
        Files.write(PLACE.resolve("java.envelope.json"), sealed.envelope().bytes());
        Files.write(PLACE.resolve("java.record.json"), sealed.record().bytes());
        Files.write(PLACE.resolve("java.release.json"), trustees.getFirst().release(sealed.envelope(), List.of(0, 1, 2)).bytes());
        Receipt.Entry entry = new Receipt.Entry(Receipt.Act.SEALED, Instant.parse("2026-11-23T04:00:00.123Z"), 4711);
        Files.write(PLACE.resolve("java.receipt.json"), Receipt.sign(sealed.envelope(), entry, Bytes.wrap(Witness.random(32, chance))).bytes());
        Possession.Asked asked = Possession.ask(trustees.get(1).key(), chance);
        Files.write(PLACE.resolve("java.possession.json"), asked.challenge().bytes());
        Files.write(PLACE.resolve("expected.json"), CanonicalJson.bytes(Map.of(
                "fingerprints", trustees.stream().map(trustee -> trustee.key().fingerprint()).toList(),
                "javaEnvelopeSha256", sealed.envelope().digest().hex(), "possessionAnswerSha256", asked.answerSha256().hex())));
    }
}
