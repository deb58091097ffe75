package org.jucai.platform.award.checking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was found; the first thousand of it. */
final class Findings {

    private static final int MOST = 1_000;

    private final List<Finding> findings = new ArrayList<>();

    void add(Breach breach, Map<String, Object> facts) {
        if (findings.size() >= MOST) return;
        Map<String, String> texts = new HashMap<>();
        facts.forEach((name, value) -> texts.put(name, value.toString()));
        findings.add(new Finding(breach, texts));
    }

    void unless(boolean right, Breach breach, Map<String, Object> facts) {
        if (!right) add(breach, facts);
    }

    List<Finding> all() {
        return List.copyOf(findings);
    }
}
