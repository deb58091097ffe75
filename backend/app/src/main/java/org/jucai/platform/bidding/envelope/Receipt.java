package org.jucai.platform.bidding.envelope;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The server's word that it has an envelope: which, since when, and where in its log. {@code api-spec/envelope/receipt.schema.json} is its schema.
 *
 * @param envelope SHA-256 of the envelope's canonical form
 * @param receivedAt to the millisecond, by the server's clock
 * @param logPosition the entry of the append-only log
 * @param serverKey Ed25519; whoever checks compares it with the published ones
 */
public record Receipt(Act act, String round, Sender sender, Bytes envelope, Instant receivedAt, long logPosition, Bytes serverKey, Bytes signature) {

    /** What the supplier did. */
    public enum Act { SEALED, WITHDRAWN }

    private static final String FORMAT = "jucai-receipt/1";
    private static final DateTimeFormatter MILLISECONDS = new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
    private static final int MOST_BYTES = 4_096;
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z");

    /** What happened, before it is signed. */
    public record Entry(Act act, Instant receivedAt, long logPosition) {}

    /** @param signingSeed the server's, 32 bytes */
    public static Receipt sign(Envelope envelope, Entry entry, Bytes signingSeed) {
        Sender sender = new Sender(envelope.head().supplier(), envelope.head().version());
        Receipt unsigned = new Receipt(entry.act, envelope.head().round(), sender, envelope.digest(), entry.receivedAt.truncatedTo(ChronoUnit.MILLIS),
                entry.logPosition, Bytes.wrap(Signing.publicKey(signingSeed.raw())), Bytes.wrap(new byte[0]));
        return new Receipt(unsigned.act, unsigned.round, sender, unsigned.envelope, unsigned.receivedAt, unsigned.logPosition, unsigned.serverKey,
                Signing.sign(unsigned.tree(), signingSeed.raw()));
    }

    /** Reads a receipt whose signature holds; whether its key is the server's, {@link #check} says. */
    public static Receipt read(byte[] json) {
        Map<String, Object> tree = Json.read(json, MOST_BYTES);
        Members members = Members.of(tree).format(FORMAT);
        Receipt receipt = new Receipt(members.constant("act", Act.class), members.id("round"), new Sender(members.id("supplier"), members.number("version", 1, Json.MOST)),
                members.sha256("envelopeSha256"), instant(members), members.number("logPosition", 0, Json.MOST),
                members.bytes("serverKey", Signing.KEY_BYTES), members.bytes(Signing.MEMBER, Signing.SIGNATURE_BYTES));
        members.end();
        Signing.check(tree, receipt.signature, receipt.serverKey);
        return receipt;
    }

    private static Instant instant(Members members) {
        try {
            return Instant.parse(members.text("receivedAt", INSTANT));
        } catch (DateTimeException noSuchTime) {
            throw new RefusedEnvelopeException(Fault.MEMBER_WRONG, "/receivedAt");
        }
    }

    /** Refuses a receipt of another server or of another envelope. */
    public void check(Envelope of, Bytes published) {
        if (!serverKey.equals(published)) throw new RefusedEnvelopeException(Fault.OTHER_SIGNER, "/serverKey");
        if (!envelope.equals(of.digest())) throw new RefusedEnvelopeException(Fault.OTHER_ENVELOPE, "/envelopeSha256");
        Head head = of.head();
        if (!round.equals(head.round()) || !sender.equals(new Sender(head.supplier(), head.version()))) throw new RefusedEnvelopeException(Fault.OTHER_ENVELOPE, "/round");
    }

    private Map<String, Object> tree() {
        Map<String, Object> tree = new HashMap<>();
        tree.put("format", FORMAT);
        tree.put("act", act.name());
        tree.put("round", round);
        tree.put("supplier", sender.supplier());
        tree.put("version", sender.version());
        tree.put("envelopeSha256", envelope.hex());
        tree.put("receivedAt", MILLISECONDS.format(receivedAt));
        tree.put("logPosition", logPosition);
        tree.put("serverKey", serverKey.text());
        return tree;
    }

    public byte[] bytes() {
        Map<String, Object> tree = tree();
        tree.put(Signing.MEMBER, signature.text());
        return CanonicalJson.bytes(tree);
    }
}
