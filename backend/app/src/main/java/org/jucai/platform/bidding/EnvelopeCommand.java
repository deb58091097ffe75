package org.jucai.platform.bidding;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jucai.platform.bidding.envelope.Bytes;
import org.jucai.platform.bidding.envelope.CanonicalJson;
import org.jucai.platform.bidding.envelope.Envelope;
import org.jucai.platform.bidding.envelope.Opening;
import org.jucai.platform.bidding.envelope.Outcome;
import org.jucai.platform.bidding.envelope.Receipt;
import org.jucai.platform.bidding.envelope.RefusedEnvelopeException;
import org.jucai.platform.bidding.envelope.Sealer;
import org.jucai.platform.bidding.envelope.SealingRecord;
import org.jucai.platform.bidding.envelope.SealingTerms;
import org.jucai.platform.bidding.envelope.Sender;
import org.jucai.platform.bidding.offer.OfferFile;
import org.jucai.platform.bidding.offer.Reading;

/**
 * The reference client of a supplier's own system: seals an offer, and checks envelope, receipt and record without any server.
 * Says what it did or why not in one line of JSON.
 *
 * <p>Exit: 0 done and everything asked for holds, 1 refused or does not hold, 2 not understood or a file cannot be read.
 */
public final class EnvelopeCommand {

    /** Done, and everything asked for holds. */
    public static final int HOLDS = 0;
    /** Something does not hold or was refused. */
    public static final int REFUSED = 1;
    /** Not a command of this kind, or a file that cannot be read or written. */
    public static final int NOT_UNDERSTOOD = 2;

    private static final String USAGE = """
            envelope seal --terms FILE --offer FILE --supplier NAME --version NUMBER --envelope FILE --record FILE
            envelope verify --envelope FILE [--receipt FILE --server-key KEY] [--record FILE]
              exit: 0 done, holds; 1 refused, does not hold; 2 not understood, cannot be read
            """;

    private final SecureRandom chance;
    private final PrintStream out;
    private final PrintStream err;

    private EnvelopeCommand(SecureRandom chance, PrintStream out, PrintStream err) {
        this.chance = chance;
        this.out = out;
        this.err = err;
    }

    /**
     * @param arguments after the word {@code envelope}
     * @return the exit code
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            // Without the application there is no bean of chance; this is the operating system's.
            return new EnvelopeCommand(SecureRandom.getInstanceStrong(), out, err).run(arguments);
        } catch (IOException | NoSuchAlgorithmException unreadable) {
            err.println(unreadable);
            return NOT_UNDERSTOOD;
        }
    }

    private int run(List<String> arguments) throws IOException {
        Map<String, String> options = options(arguments);
        String command = arguments.isEmpty() ? "" : arguments.getFirst();
        try {
            if (command.equals("seal") && options.keySet().containsAll(List.of("terms", "offer", "supplier", "version", "envelope", "record")) && isVersion(options)) return seal(options);
            if (command.equals("verify") && options.containsKey("envelope") && options.containsKey("receipt") == options.containsKey("server-key")) return verify(options);
        } catch (RefusedEnvelopeException refused) {
            return say(REFUSED, Map.of("refused", refused.fault().name(), "where", refused.where()));
        }
        err.print(USAGE);
        return NOT_UNDERSTOOD;
    }

    private static Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i + 1 < arguments.size(); i += 2) {
            if (arguments.get(i).startsWith("--")) options.put(arguments.get(i).substring(2), arguments.get(i + 1));
        }
        return options;
    }

    private static boolean isVersion(Map<String, String> options) {
        return option(options, "version").matches("[1-9]\\d{0,5}");
    }

    private int seal(Map<String, String> options) throws IOException {
        SealingTerms terms = SealingTerms.read(file(options, "terms"));
        Sender sender = new Sender(option(options, "supplier"), Long.parseLong(option(options, "version")));
        return switch (OfferFile.contents(file(options, "offer"), terms, sender)) {
            case Reading.Wrong<List<Map<String, Object>>>(var faults) -> say(REFUSED, Map.of("faults",
                    faults.stream().map(faulty -> Map.of("fault", faulty.fault().name(), "where", faulty.where())).toList()));
            case Reading.Right<List<Map<String, Object>>>(var contents) -> write(new Sealer(chance).seal(terms, sender, contents), options);
        };
    }

    private int write(Sealer.Sealed sealed, Map<String, String> options) throws IOException {
        Files.write(Path.of(option(options, "record")), sealed.record().bytes());
        Files.write(Path.of(option(options, "envelope")), sealed.envelope().bytes());
        return say(HOLDS, facts(sealed.envelope()));
    }

    private int verify(Map<String, String> options) throws IOException {
        Envelope envelope = Envelope.read(file(options, "envelope"));
        Map<String, Object> facts = facts(envelope);
        if (options.containsKey("receipt")) {
            Receipt receipt = Receipt.read(file(options, "receipt"));
            receipt.check(envelope, Bytes.ofText(option(options, "server-key")));
            facts.putAll(Map.of("receipt", receipt.act().name(), "receivedAt", receipt.receivedAt().toString(), "logPosition", receipt.logPosition()));
        }
        if (options.containsKey("record")) return verifyRecord(envelope, SealingRecord.read(file(options, "record")), facts);
        return say(HOLDS, facts);
    }

    /** Seals each section of the record again; it is the envelope's only if the same bytes come out. */
    private int verifyRecord(Envelope envelope, SealingRecord record, Map<String, Object> facts) {
        for (int section = 0; section < record.sections(); section++) {
            if (!(Opening.byRecord(envelope, section, List.of(), record).orElse(null) instanceof Outcome.Opened)) {
                return say(REFUSED, Map.of("refused", "RECORD_DOES_NOT_SEAL_TO_THIS", "where", "/sections/" + section));
            }
        }
        facts.put("sectionsThatTheRecordSealsAgain", record.sections());
        return say(HOLDS, facts);
    }

    private static Map<String, Object> facts(Envelope envelope) {
        return new HashMap<>(Map.of("envelopeSha256", envelope.digest().hex(), "round", envelope.head().round(), "supplier", envelope.head().supplier(),
                "version", envelope.head().version(), "sections", envelope.shape().sections()));
    }

    private static String option(Map<String, String> options, String name) {
        return options.getOrDefault(name, "");
    }

    private static byte[] file(Map<String, String> options, String name) throws IOException {
        return Files.readAllBytes(Path.of(option(options, name)));
    }

    private int say(int outcome, Map<String, Object> facts) {
        out.println(new String(CanonicalJson.bytes(facts), StandardCharsets.UTF_8));
        return outcome;
    }
}
