package org.jucai.platform.catalogue;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads grades as people write them. A value: made once from codes and spellings, asked without a query. */
public final class GradeNames {

    /** Longer texts are no names of grades. */
    private static final int LONGEST = 60;
    private static final int SUGGESTIONS = 3;
    private static final int FARTHEST = 2;
    /** Spaces, dashes of every form, soft hyphens and invisible marks; U+30FC and U+2500 are typed for dashes too. */
    private static final Pattern IGNORED = Pattern.compile("[\\p{Z}\\s\\p{Pd}\\p{Cf}_\\u2212\\u30FC\\u2500\\u00AD]+");

    private final Map<String, GradeAlias.Meaning> meanings;

    private GradeNames(Map<String, GradeAlias.Meaning> meanings) {
        this.meanings = Map.copyOf(meanings);
    }

    /** Codes always mean themselves, whatever a spelling says. */
    public static GradeNames of(Collection<GradeCode> codes, Collection<GradeAlias> aliases) {
        Map<String, GradeAlias.Meaning> meanings = new HashMap<>();
        aliases.forEach(alias -> meanings.put(key(alias.spelling()), alias.meaning()));
        codes.forEach(code -> meanings.put(key(code.code()), new GradeAlias.Meaning(code, null)));
        return new GradeNames(meanings);
    }

    /** What is compared: compatibility forms folded (NFKC), upper case, without spaces and dashes. */
    public static String key(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return IGNORED.matcher(folded).replaceAll("");
    }

    public GradeName find(String text) {
        if (text.length() > LONGEST) return new GradeName.Unknown(List.of());
        String asked = key(text);
        GradeAlias.Meaning meaning = meanings.get(asked);
        if (meaning == null) return new GradeName.Unknown(nearest(asked));
        GradeAlias.Doubt doubt = meaning.doubt();
        return doubt == null ? new GradeName.Exact(meaning.code()) : new GradeName.Confirm(meaning.code(), doubt);
    }

    private List<GradeCode> nearest(String asked) {
        record Near(GradeCode code, int distance) {}
        return meanings.entrySet().stream()
                .filter(known -> Math.abs(known.getKey().length() - asked.length()) <= FARTHEST)
                .map(known -> new Near(known.getValue().code(), Spelling.distance(asked, known.getKey())))
                .filter(near -> near.distance() <= FARTHEST && near.distance() < asked.length())
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::code))
                .map(Near::code)
                .distinct()
                .limit(SUGGESTIONS)
                .toList();
    }
}
