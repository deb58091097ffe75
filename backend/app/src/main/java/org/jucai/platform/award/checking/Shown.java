package org.jucai.platform.award.checking;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a public bundle: every name that may stand in it, and no other. */
final class Shown {

    static final String FORMAT = "jucai-award-public/1";

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    private static final int MOST = 2_000;
    private static final int MOST_AWARDS = 200_000;
    private static final int MOST_LINES = 4_000;
    private static final int STEPS = 20;
    private static final long GREATEST = (1L << 53) - 1;
    private static final long MOST_PPM = 1_000_000;

    private final Field bundle;

    Shown(Field bundle) {
        this.bundle = bundle.object(Set.of("format", "round", "profile", "gridKg", "engine", "engineVersion", "workLimit", "status", "totalFen", "problemCommitment",
                "resultCommitment", "rules", "lots", "suppliers", "awards", "failedLots", "sha256"), Set.of("gapMilliFen", "losing"));
        bundle.get("format").format(FORMAT);
        for (String name : List.of("problemCommitment", "resultCommitment", "sha256")) hex(bundle.get(name));
        lots().forEach(Shown::lot);
        suppliers().forEach(Shown::supplier);
        awards().forEach(Shown::award);
        losing().forEach(each -> each.object(Set.of("lot", "supplier", "ladder", "steps", "freightFenPerTonne"), Set.of()));
    }

    static String hex(Field field) {
        if (!HEX.matcher(field.text()).matches()) throw field.unreadable(Fault.NOT_AN_ID, field.text());
        return field.text();
    }

    private static void lot(Field lot) {
        lot.object(Set.of("id", "minimumKg", "targetKg", "maximumKg", "mustBeServed", "awardedKg", "amountFen", "commitment", "lines"), Set.of());
        hex(lot.get("commitment"));
        lot.get("lines").ascending(lot.get("lines").items(1, MOST_LINES).stream().map(Shown::hex).toList());
    }

    private static void supplier(Field supplier) {
        supplier.object(Set.of("id", "commitment"), Set.of("winner"));
        hex(supplier.get("commitment"));
        supplier.maybe("winner").ifPresent(winner -> winner.object(Set.of("totalKg", "small"), Set.of("group")));
    }

    private static void award(Field award) {
        award.object(Set.of("lot", "supplier", "kg", "costMilliFen", "amountFen", "freightFenPerTonne", "pieces"), Set.of("truck", "attributesPpm"));
        for (Field piece : pieces(award)) {
            piece.object(Set.of("kg", "fenPerTonne"), Set.of());
            number(piece, "kg");
            number(piece, "fenPerTonne");
        }
        award.maybe("attributesPpm").ifPresent(attributes -> attributes.members().forEach(each -> each.getValue().whole(0, MOST_PPM)));
    }

    List<Field> lots() {
        return bundle.get("lots").items(1, MOST);
    }

    List<Field> suppliers() {
        return bundle.get("suppliers").items(0, MOST);
    }

    List<Field> awards() {
        return bundle.get("awards").items(0, MOST_AWARDS);
    }

    List<Field> losing() {
        return bundle.maybe("losing").map(losing -> losing.items(0, MOST_AWARDS)).orElse(List.of());
    }

    List<Field> rules() {
        return bundle.get("rules").items(0, MOST);
    }

    static List<Field> pieces(Field award) {
        return award.get("pieces").items(1, STEPS);
    }

    static long number(Field field, String name) {
        return field.get(name).whole(0, GREATEST);
    }

    Field field(String name) {
        return bundle.get(name);
    }

    Field all() {
        return bundle;
    }

    boolean showsLosing() {
        return bundle.has("losing");
    }
}
