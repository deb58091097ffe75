package org.jucai.platform.trace;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jucai.platform.kernel.Decision;

/**
 * What a label says: what it names, and the letters. Of a delivery and a batch they are their own code's, drawn by lot; of a parcel its id's 128 bits.
 *
 * @param letters without the first one, the dashes and the check letter
 */
public record TraceCode(Kind kind, String letters) {

    /** What a code names. */
    public enum Kind {
        DELIVERY("D", 8), BATCH("B", 8), PARCEL("P", 26);

        private final String letter;
        private final int length;

        Kind(String letter, int length) {
            this.letter = letter;
            this.length = length;
        }
    }

    private static final Pattern WRITTEN = Pattern.compile("(?<kind>[DBP])-?(?<letters>[A-Z0-9]{8,26}?)(?:-?(?<check>[A-Z0-9]))?");
    private static final int BITS = 5;
    private static final int WHOLE = 128;

    static TraceCode ofDelivery(String code) {
        return new TraceCode(Kind.DELIVERY, code.substring(2));
    }

    static TraceCode ofBatch(String code) {
        return new TraceCode(Kind.BATCH, code.substring(2));
    }

    static TraceCode ofParcel(UUID id) {
        BigInteger bits = BigInteger.valueOf(id.getMostSignificantBits()).and(MASK).shiftLeft(Long.SIZE).or(BigInteger.valueOf(id.getLeastSignificantBits()).and(MASK));
        StringBuilder letters = new StringBuilder();
        for (int at = Kind.PARCEL.length - 1; at >= 0; at--) {
            letters.append(CheckLetter.LETTERS.charAt(bits.shiftRight(at * BITS).intValue() & 31));
        }
        return new TraceCode(Kind.PARCEL, letters.toString());
    }

    private static final BigInteger MASK = BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);

    /**
     * As people write or scan it, with blanks, small or full-width letters. The check letter may be missing where a code is one that other pages show;
     * where it is there, it must be right.
     */
    static Decision<TraceCode> read(String written) {
        String plain = Normalizer.normalize(written, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT).replaceAll("\\s", "");
        Matcher found = WRITTEN.matcher(plain);
        if (!found.matches()) return Decision.refuse(TraceRefusal.TRACE_CODE_UNREADABLE);
        Kind kind = kind(found.group("kind"));
        String letters = found.group("letters") + (found.group("check") == null ? "" : found.group("check"));
        boolean foreign = letters.chars().anyMatch(letter -> CheckLetter.LETTERS.indexOf(letter) < 0);
        if (foreign) return Decision.refuse(TraceRefusal.TRACE_CODE_MISREAD);
        boolean bare = kind != Kind.PARCEL && letters.length() == kind.length;
        if (bare) return Decision.accept(new TraceCode(kind, letters));
        return letters.length() == kind.length + 1 ? checked(kind, letters) : Decision.refuse(TraceRefusal.TRACE_CODE_UNREADABLE);
    }

    private static Kind kind(String letter) {
        return switch (letter) {
            case "D" -> Kind.DELIVERY;
            case "B" -> Kind.BATCH;
            default -> Kind.PARCEL;
        };
    }

    private static Decision<TraceCode> checked(Kind kind, String letters) {
        TraceCode code = new TraceCode(kind, letters.substring(0, kind.length));
        boolean right = letters.charAt(kind.length) == code.check() && (kind != Kind.PARCEL || code.top() < 8);
        return right ? Decision.accept(code) : Decision.refuse(TraceRefusal.TRACE_CODE_MISREAD);
    }

    private int top() {
        return CheckLetter.LETTERS.indexOf(letters.charAt(0));
    }

    private char check() {
        return CheckLetter.of(kind.letter + letters);
    }

    /** The code by which its own page calls it, without the check letter. */
    public String plain() {
        return kind.letter + "-" + letters;
    }

    /** As it stands on a label. */
    public String printed() {
        return plain() + "-" + check();
    }

    /** Of a parcel only. */
    UUID parcelId() {
        if (kind != Kind.PARCEL) throw new IllegalStateException("names no parcel: " + plain());
        BigInteger bits = BigInteger.ZERO;
        for (int i = 0; i < letters.length(); i++) bits = bits.shiftLeft(BITS).or(BigInteger.valueOf(CheckLetter.LETTERS.indexOf(letters.charAt(i))));
        if (bits.bitLength() > WHOLE) throw new IllegalStateException("was read, and is none");
        return new UUID(bits.shiftRight(Long.SIZE).longValue(), bits.longValue());
    }
}
