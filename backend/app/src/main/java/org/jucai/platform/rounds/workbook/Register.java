package org.jucai.platform.rounds.workbook;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A {@link Lookup} over lists held in memory; a few hundred members and spellings are nothing. */
public final class Register implements Lookup {

    private static final int SHORTEST_CORE = 4;

    private final Map<String, Enterprise> byId = new HashMap<>();
    private final Map<String, Enterprise> byUscc = new HashMap<>();
    private final Map<String, Enterprise> byName = new HashMap<>();
    private final Map<String, Enterprise> byCore = new HashMap<>();
    private final Map<String, GradeMatch> grades = new HashMap<>();

    /** @param spellings any text a grade may be called by; a code always means itself, for certain */
    public Register(List<Enterprise> enterprises, List<String> gradeCodes, Map<String, GradeMatch> spellings) {
        Set<String> sharedNames = new HashSet<>();
        Set<String> sharedCores = new HashSet<>();
        for (Enterprise enterprise : enterprises) {
            byId.put(Fold.key(enterprise.id()), enterprise);
            byUscc.put(Fold.key(enterprise.uscc()), enterprise);
            if (byName.put(Fold.key(enterprise.name()), enterprise) != null) sharedNames.add(Fold.key(enterprise.name()));
            String core = core(Fold.key(enterprise.name()));
            if (byCore.put(core, enterprise) != null) sharedCores.add(core);
        }
        sharedNames.forEach(byName::remove);
        sharedCores.forEach(byCore::remove);
        spellings.forEach((text, match) -> grades.merge(Fold.key(text), match, (a, b) -> a.certain() ? a : b));
        gradeCodes.forEach(code -> grades.put(Fold.key(code), new GradeMatch(code, true)));
    }

    @Override
    public Optional<Enterprise> enterpriseById(String key) {
        return Optional.ofNullable(byId.get(key));
    }

    @Override
    public Optional<Enterprise> enterpriseByUscc(String key) {
        return Optional.ofNullable(byUscc.get(key));
    }

    @Override
    public Optional<Enterprise> enterpriseByName(String key) {
        return Optional.ofNullable(byName.get(key));
    }

    @Override
    public Optional<Enterprise> enterpriseLikeName(String key) {
        String core = core(key);
        return enterpriseByName(key).or(() -> core.length() < SHORTEST_CORE ? Optional.empty() : Optional.ofNullable(byCore.get(core)));
    }

    /** What people agree on when they write a firm's name: 新密市样例耐材(001)有限责任公司 is 新密样例耐材001. */
    private static String core(String key) {
        String bare = key.replaceAll("[()\\[\\]【】「」·.,，、]", "");
        String placed = bare.replaceFirst("^(\\p{IsHan}{2,3})[省市县区]", "$1").replaceFirst("^(\\p{IsHan}{2}\\p{IsHan}{2,3})[市县区]", "$1");
        return placed.replaceFirst("(有限责任公司|股份有限公司|有限公司|有限责任|公司|CO\\.?LTD\\.?)$", "");
    }

    @Override
    public Optional<GradeMatch> grade(String key) {
        return Optional.ofNullable(grades.get(key));
    }
}
