package org.jucai.platform.rounds.pooling;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The digest of a lot's ordered lines, stored at freeze and checked again at award.
 *
 * <p>SHA-256 over this text in UTF-8, each row ended by one line feed, fields separated by one tab, masses in whole kilograms
 * in decimal, days as {@code yyyy-MM-dd}, ids in lower-case text form:
 * <pre>
 * jucai-lot-1
 * lot   grade   size   packing   zone   from   to   minimum   target   maximum
 * line  id   enterprise   minimum   target   maximum   from   to   grades separated by commas, first choice first
 * </pre>
 * with one {@code line} row per line, ascending by the text of the id. A code may hold no tab, line break or comma.
 */
public final class LotDigest {

    private LotDigest() {}

    /** @return 64 lower-case hexadecimal digits */
    public static String of(Lot lot, Collection<PoolLine> lines) {
        return HexFormat.of().formatHex(sha256().digest(text(lot, lines).getBytes(StandardCharsets.UTF_8)));
    }

    /** What is digested; {@code lines} must hold the lot's lines and may hold more. */
    static String text(Lot lot, Collection<PoolLine> lines) {
        Map<UUID, PoolLine> byId = lines.stream().collect(Collectors.toMap(PoolLine::id, Function.identity()));
        StringBuilder text = new StringBuilder("jucai-lot-1\n");
        row(text, "lot", code(lot.grade()), code(lot.size()), code(lot.packing()), code(lot.zone()),
                lot.window().from(), lot.window().to(), lot.minimum().kg(), lot.target().kg(), lot.maximum().kg());
        lot.lineIds().stream().sorted(java.util.Comparator.comparing(UUID::toString)).forEach(id -> {
            PoolLine line = byId.get(id);
            if (line == null) throw new IllegalArgumentException("line " + id + " of the lot is missing");
            row(text, "line", line.id(), line.enterpriseId(), line.minimum().kg(), line.target().kg(), line.maximum().kg(),
                    line.window().from(), line.window().to(),
                    line.acceptedGrades().stream().map(LotDigest::code).collect(Collectors.joining(",")));
        });
        return text.toString();
    }

    private static void row(StringBuilder text, Object... fields) {
        for (int k = 0; k < fields.length; k++) text.append(k == 0 ? "" : "\t").append(fields[k]);
        text.append('\n');
    }

    private static String code(String code) {
        if (code.chars().anyMatch(c -> c == '\t' || c == '\n' || c == '\r' || c == ',')) {
            throw new IllegalArgumentException("a code holds no tab, line break or comma: " + code);
        }
        return code;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }
}
