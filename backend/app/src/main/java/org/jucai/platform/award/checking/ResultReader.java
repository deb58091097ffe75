package org.jucai.platform.award.checking;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an award result: its form only; nothing of it is believed. */
final class ResultReader {

    static final String FORMAT = "jucai-award-result/1";
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int MOST_AWARDS = 200_000;
    private static final int LONGEST_NAME = 64;
    private static final long MOST_SCALE = 1_000_000_000L;

    private ResultReader() {}

    private enum Run { DETERMINISTIC, EXPLORATORY }

    static Result read(Field document) {
        document.object(Set.of("format", "problemSha256", "engine", "engineVersion", "run", "status"),
                Set.of("objectiveMilliFen", "boundMilliFen", "totalFen", "awards", "failedLots", "clash", "certificate"));
        document.get("format").format(FORMAT);
        document.get("engine").text(LONGEST_NAME);
        document.get("engineVersion").text(LONGEST_NAME);
        return new Result(digest(document.get("problemSha256")), run(document.get("run")) == Run.EXPLORATORY,
                document.get("status").oneOf(Result.Status.class), maybeWhole(document, "objectiveMilliFen"), maybeWhole(document, "boundMilliFen"),
                maybeWhole(document, "totalFen"), document.maybe("awards").map(ResultReader::awards).orElse(null),
                document.maybe("failedLots").map(ResultReader::names).orElse(null), document.maybe("clash").map(ResultReader::clash).orElse(null),
                document.maybe("certificate").map(ResultReader::certificate).orElse(null));
    }

    private static String digest(Field field) {
        if (!SHA256.matcher(field.text()).matches()) throw field.unreadable(Fault.NOT_AN_ID, field.text());
        return field.text();
    }

    private static Run run(Field field) {
        field.object(Set.of("kind", "workLimit", "work"), Set.of());
        field.get("workLimit").notNegative();
        field.get("work").notNegative();
        return field.get("kind").oneOf(Run.class);
    }

    private static @Nullable BigInteger maybeWhole(Field field, String name) {
        return field.maybe(name).map(Field::whole).orElse(null);
    }

    private static List<Result.Award> awards(Field field) {
        List<Result.Award> awards = new ArrayList<>();
        for (Field each : field.items(0, MOST_AWARDS)) awards.add(award(each));
        return List.copyOf(awards);
    }

    private static Result.Award award(Field field) {
        field.object(Set.of("lot", "supplier", "kg", "totalTier", "step", "costMilliFen", "amountFen"), Set.of());
        return new Result.Award(field.get("lot").text(), field.get("supplier").text(), field.get("kg").whole(1, ProblemReader.MOST_KG),
                field.get("totalTier").whole(0, Integer.MAX_VALUE), field.get("step").whole(0, Integer.MAX_VALUE),
                field.get("costMilliFen").notNegative(), field.get("amountFen").notNegative());
    }

    private static List<String> names(Field field) {
        return field.items(0, ProblemReader.MOST).stream().map(Field::text).toList();
    }

    private static Result.Clash clash(Field field) {
        field.object(Set.of("rules", "irreducible", "smallest"), Set.of());
        return new Result.Clash(names(field.get("rules")), field.get("irreducible").flag(), field.get("smallest").flag());
    }

    private static Result.Certificate certificate(Field field) {
        field.object(Set.of("kind", "scale", "tree"), Set.of());
        field.get("kind").format("LAGRANGIAN_TREE");
        BigInteger scale = BigInteger.valueOf(field.get("scale").whole(1, MOST_SCALE));
        return new Result.Certificate(scale, new TreeReader().node(field.get("tree"), 1));
    }
}
