package org.jucai.platform.award.checking;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What was opened of a public bundle's commitments, each held to its commitment first. */
final class Revealed {

    private static final int MOST = 100_000;

    /** What a document is. */
    enum Kind { PROBLEM, RESULT, SUPPLIER, LOT, LINE }

    final Map<String, JsonNode> suppliers = new HashMap<>();
    final Map<String, JsonNode> lots = new HashMap<>();
    final List<String> lines = new ArrayList<>();
    final List<String> strange = new ArrayList<>();
    Optional<Field> problem = Optional.empty();
    Optional<Field> result = Optional.empty();

    private final Shown shown;

    Revealed(Shown shown, List<Field> files) {
        this.shown = shown;
        for (Field file : files) {
            file.object(Set.of("format", "round", "openings"), Set.of()).get("format").format("jucai-award-opening/1");
            for (Field opening : file.get("openings").items(0, MOST)) open(opening.object(Set.of("salt", "document"), Set.of()));
        }
    }

    int count() {
        return suppliers.size() + lots.size() + lines.size() + (problem.isPresent() ? 1 : 0) + (result.isPresent() ? 1 : 0);
    }

    private void open(Field opening) {
        Field document = opening.get("document");
        String commitment = commitment(opening);
        boolean here = document.get("round").id().equals(shown.field("round").id());
        boolean held = here && switch (document.get("kind").oneOf(Kind.class)) {
            case PROBLEM -> problem(document, commitment);
            case RESULT -> result(document, commitment);
            case SUPPLIER -> supplier(document, commitment);
            case LOT -> lot(document, commitment);
            case LINE -> line(document, commitment);
        };
        if (!held) strange.add(document.get("kind").text());
    }

    private boolean problem(Field document, String commitment) {
        if (!commitment.equals(shown.field("problemCommitment").text())) return false;
        problem = Optional.of(document.get("problem"));
        return true;
    }

    private boolean result(Field document, String commitment) {
        if (!commitment.equals(shown.field("resultCommitment").text())) return false;
        result = Optional.of(document.get("result"));
        return true;
    }

    private boolean supplier(Field document, String commitment) {
        String pseudonym = document.get("pseudonym").id();
        boolean held = shown.suppliers().stream().anyMatch(one -> one.get("id").id().equals(pseudonym) && one.get("commitment").text().equals(commitment));
        if (held) suppliers.put(pseudonym, document.get("supplier").node());
        return held;
    }

    private boolean lot(Field document, String commitment) {
        String id = document.get("lot").get("id").id();
        boolean held = shown.lots().stream().anyMatch(one -> one.get("id").id().equals(id) && one.get("commitment").text().equals(commitment));
        if (held) lots.put(id, document.get("lot").node());
        return held;
    }

    private boolean line(Field document, String commitment) {
        String lot = document.get("lot").id();
        boolean held = shown.lots().stream().filter(one -> one.get("id").id().equals(lot))
                .flatMap(one -> one.get("lines").items(0, Integer.MAX_VALUE).stream()).anyMatch(one -> one.text().equals(commitment));
        if (held) lines.add(document.get("line").get("id").id());
        return held;
    }

    /** SHA-256 over the salt and the document's canonical form. */
    private static String commitment(Field opening) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(HexFormat.of().parseHex(Shown.hex(opening.get("salt"))));
            return HexFormat.of().formatHex(digest.digest(Canonical.of(opening.get("document")).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
