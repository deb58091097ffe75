package org.jucai.platform.rounds.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which grade is wanted, and which others would do. */
final class GradeRule {

    record Grades(String grade, List<String> substitutes) {}

    private static final String SEPARATORS = "[,、;/|+，；\\n]+|或者?|\\bor\\b";

    private final Lookup lookup;

    GradeRule(Lookup lookup) {
        this.lookup = lookup;
    }

    @Nullable Grades decide(Verdict verdict) {
        String said = verdict.row().text(Field.GRADE);
        if (said.isEmpty()) {
            if (!verdict.isBroken(Field.GRADE)) verdict.reject(Reason.MISSING_FIELD, Field.GRADE);
            return null;
        }
        List<GradeMatch> wanted = wanted(said);
        if (wanted.isEmpty()) {
            verdict.reject(Reason.UNKNOWN_GRADE, Field.GRADE);
            return null;
        }
        if (wanted.size() > 1 || !wanted.getFirst().certain()) verdict.confirm(Reason.AMBIGUOUS_GRADE, Field.GRADE);
        List<String> others = new ArrayList<>(wanted.stream().skip(1).map(GradeMatch::code).toList());
        others.addAll(substitutes(verdict));
        String grade = wanted.getFirst().code();
        return new Grades(grade, others.stream().distinct().filter(code -> !code.equals(grade)).toList());
    }

    /** One grade; or several in one cell, the first of which is taken for the wanted one. */
    private List<GradeMatch> wanted(String said) {
        Optional<GradeMatch> one = find(lookup, said);
        if (one.isPresent()) return List.of(one.get());
        List<GradeMatch> several = new ArrayList<>();
        for (String part : said.split(SEPARATORS)) {
            Optional<GradeMatch> match = find(lookup, part);
            if (match.isEmpty()) return List.of();
            several.add(match.get());
        }
        return several;
    }

    private List<String> substitutes(Verdict verdict) {
        List<String> codes = new ArrayList<>();
        boolean doubt = false;
        for (String part : verdict.row().text(Field.SUBSTITUTES).split(SEPARATORS)) {
            if (Words.NOTHING.contains(Fold.key(part))) continue;
            Optional<GradeMatch> match = find(lookup, part);
            doubt |= match.isEmpty() || !match.get().certain();
            match.ifPresent(m -> codes.add(m.code()));
        }
        if (doubt) verdict.confirm(Reason.AMBIGUOUS_GRADE, Field.SUBSTITUTES);
        return codes;
    }

    /**
     * The listed spelling; else the code without its letter, or with words of the material before it: then to be confirmed.
     */
    static Optional<GradeMatch> find(Lookup lookup, String text) {
        String key = Fold.key(text);
        if (key.isEmpty() || key.length() > 40) return Optional.empty();
        Optional<GradeMatch> listed = lookup.grade(key).or(() -> lookup.grade(key.replaceAll("\\(.*?\\)", "")));
        if (listed.isPresent()) return listed;
        Optional<GradeMatch> letterless = key.matches(".*\\d") ? lookup.grade(key + "A") : Optional.empty();
        if (letterless.isPresent()) return letterless.map(m -> new GradeMatch(m.code(), false));
        String code = key.replaceFirst("^[\\p{IsHan}()]+", "").replaceFirst("[\\p{IsHan}()]+$", "");
        return code.equals(key) || !code.matches("[A-Z]{2,}.*") ? Optional.empty() : lookup.grade(code).map(m -> new GradeMatch(m.code(), false));
    }
}
