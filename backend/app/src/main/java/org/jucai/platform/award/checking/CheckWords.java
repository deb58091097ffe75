package org.jucai.platform.award.checking;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What the checker says, in words of a language: Chinese, or English for whoever asks for another. */
public final class CheckWords {

    private final ResourceBundle words;

    private CheckWords(ResourceBundle words) {
        this.words = words;
    }

    public static CheckWords of(Locale locale) {
        Locale spoken = locale.getLanguage().equals("zh") ? Locale.ROOT : Locale.ENGLISH;
        return new CheckWords(ResourceBundle.getBundle("messages/award-check", spoken, CheckWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    String say(String key, Map<String, String> facts) {
        String text = words.getString(key);
        for (Map.Entry<String, String> fact : facts.entrySet()) text = text.replace("{" + fact.getKey() + "}", fact.getValue());
        return text;
    }

    /** One finding, led by the rule that it breaks. */
    public String finding(Finding finding) {
        String rule = finding.breach().rule();
        boolean number = Character.isDigit(rule.charAt(0));
        String part = number ? say("part.number", Map.of("number", rule)) : say("part." + rule, Map.of());
        return "[" + part + "] " + say("breach." + finding.breach(), finding.facts());
    }

    public String unreadable(UnreadableException fault) {
        return say("unreadable", Map.of("at", fault.at(), "fault", say("fault." + fault.fault(), Map.of()), "found", fault.found()));
    }

    /** Verdict, findings, and what was not proved; for who shows the figures itself. */
    public List<String> sentences(CheckReport report) {
        List<String> lines = verdict(report);
        Figures figures = report.figures();
        if (figures.exploratory()) lines.add(say("figure.exploratory", Map.of()));
        if (figures.objectiveMilliFen() != null && figures.boundMilliFen() == null) lines.add(say("figure.noBound", Map.of()));
        clash(lines, figures);
        return lines;
    }

    private List<String> verdict(CheckReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(report.holds() ? say("verdict.holds", Map.of()) : say("verdict.fails", Map.of("count", "" + report.findings().size())));
        for (Finding finding : report.findings()) lines.add("  " + finding(finding));
        return lines;
    }

    /** The whole report: verdict, findings, figures. */
    public List<String> report(CheckReport report) {
        List<String> lines = verdict(report);
        Figures figures = report.figures();
        lines.add(say("figure.digest", Map.of("value", figures.problemSha256())));
        lines.add(say("figure.status", Map.of("value", figures.status())));
        if (figures.exploratory()) lines.add(say("figure.exploratory", Map.of()));
        award(lines, figures);
        proof(lines, figures);
        return lines;
    }

    private void award(List<String> lines, Figures figures) {
        BigInteger objective = figures.objectiveMilliFen();
        if (objective == null) return;
        lines.add(say("figure.objective", Map.of("value", objective.toString())));
        number(lines, "figure.total", figures.totalFen());
        lines.add(say("figure.lots", Map.of("served", "" + figures.lotsServed(), "failed", "" + figures.lotsFailed(), "suppliers", "" + figures.suppliersUsed())));
    }

    private void proof(List<String> lines, Figures figures) {
        BigInteger bound = figures.boundMilliFen();
        if (bound == null) lines.add(say("figure.noBound", Map.of()));
        number(lines, "figure.bound", bound);
        BigInteger gap = figures.gapMilliFen();
        if (gap != null) lines.add(say("figure.gap", Map.of("value", gap.toString(), "ppm", String.valueOf(figures.gapPpm()))));
        if (figures.leaves() > 0) lines.add(say("figure.leaves", Map.of("leaves", "" + figures.leaves(), "closed", "" + figures.closedLeaves())));
        clash(lines, figures);
    }

    private void clash(List<String> lines, Figures figures) {
        Boolean clash = figures.clashProved();
        if (clash == null) return;
        lines.add(say(clash ? "figure.clashProved" : "figure.clashNotProved", Map.of()));
        lines.add(say("figure.clashWord", Map.of()));
    }

    private void number(List<String> lines, String key, @Nullable BigInteger value) {
        if (value != null) lines.add(say(key, Map.of("value", value.toString())));
    }
}
