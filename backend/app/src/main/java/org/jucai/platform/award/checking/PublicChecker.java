package org.jucai.platform.award.checking;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks a public bundle as far as what it shows allows, by {@code award-format.md}, and with what others opened of its commitments further;
 * says what it could not check. Nothing in the bundle is believed.
 */
public final class PublicChecker {

    /** What can be wrong with a public bundle besides the award that it shows. */
    public enum PublicFault { DIGEST, LOT_FIGURES, SUPPLIER_FIGURES, PIECES, LOSING, COMMITMENT, LOT_OPENED, OFFER_OPENED, WHOLE_OPENED }

    /** What needs more than is shown. */
    public enum Unchecked { OFFERS, LINES, EXCLUDED_PAIRS, BOUND }

    /** One thing that does not hold, and where. */
    public record PublicFinding(PublicFault fault, String at) {}

    /**
     * What the checker says of a public bundle.
     *
     * @param award of what it shows, by the rules of awards
     * @param opened how many commitments were opened and hold
     */
    public record Report(CheckReport award, List<PublicFinding> findings, int opened, List<Unchecked> unchecked) {

        public Report {
            findings = List.copyOf(findings);
            unchecked = List.copyOf(unchecked);
        }

        public boolean holds() {
            return award.holds() && findings.isEmpty();
        }

        /** In words of a language. */
        public List<String> said(CheckWords words) {
            List<String> lines = new ArrayList<>();
            int faults = award.findings().size() + findings.size();
            lines.add(holds() ? words.say("public.holds", Map.of()) : words.say("public.fails", Map.of("count", "" + faults)));
            award.findings().forEach(finding -> lines.add("  " + words.finding(finding)));
            findings.forEach(finding -> lines.add("  " + words.say("public.fault." + finding.fault(), Map.of("at", finding.at()))));
            lines.add(words.say("public.opened", Map.of("count", "" + opened)));
            unchecked.forEach(each -> lines.add(words.say("public.unchecked." + each, Map.of())));
            return lines;
        }
    }

    private final Shown shown;
    private final Revealed revealed;
    private final List<PublicFinding> findings = new ArrayList<>();

    private PublicChecker(Field bundle, List<Field> openings) {
        shown = new Shown(bundle);
        revealed = new Revealed(shown, openings);
    }

    /** Whether a document says of itself that it is a public bundle. */
    public static boolean isPublic(byte[] document) {
        return Documents.read(document, "bundle").node().path("format").asString("").equals(Shown.FORMAT);
    }

    /** @throws UnreadableException where one of the documents is not what its format says */
    public static Report check(byte[] bundle, List<byte[]> openings) {
        List<Field> opened = openings.stream().map(each -> Documents.read(each, "opening")).toList();
        return new PublicChecker(Documents.read(bundle, "bundle"), opened).report();
    }

    private Report report() {
        ObjectNode rest = (ObjectNode) shown.all().node().deepCopy();
        rest.remove("sha256");
        unless(Canonical.sha256(new Field(rest, "bundle")).equals(shown.field("sha256").text()), PublicFault.DIGEST, "sha256");
        shown.lots().forEach(this::lot);
        shown.suppliers().forEach(this::supplier);
        shown.awards().forEach(this::pieces);
        losing();
        revealed.strange.forEach(kind -> findings.add(new PublicFinding(PublicFault.COMMITMENT, kind)));
        opened();
        CheckReport award = new Shadow(shown, Map.of(), Map.of()).checked();
        CheckReport further = award.holds() && revealed.count() > 0 ? new Shadow(shown, revealed.suppliers, revealed.lots).checked() : award;
        return new Report(further, findings, revealed.count(), unchecked());
    }

    private void unless(boolean right, PublicFault fault, String at) {
        if (!right) findings.add(new PublicFinding(fault, at));
    }

    private long sum(String of, Predicate<Field> which) {
        return shown.awards().stream().filter(which).mapToLong(award -> Shown.number(award, of)).sum();
    }

    private void lot(Field lot) {
        String id = lot.get("id").id();
        Predicate<Field> own = award -> award.get("lot").id().equals(id);
        unless(sum("kg", own) == Shown.number(lot, "awardedKg") && sum("amountFen", own) == Shown.number(lot, "amountFen"), PublicFault.LOT_FIGURES, id);
    }

    private void supplier(Field supplier) {
        String id = supplier.get("id").id();
        long total = sum("kg", award -> award.get("supplier").id().equals(id));
        long said = supplier.maybe("winner").map(winner -> Shown.number(winner, "totalKg")).orElse(0L);
        unless(total == said && (said > 0) == supplier.has("winner"), PublicFault.SUPPLIER_FIGURES, id);
    }

    private void pieces(Field award) {
        List<Field> pieces = Shown.pieces(award);
        long sum = pieces.stream().mapToLong(piece -> Shown.number(piece, "kg")).sum();
        boolean whole = pieces.stream().allMatch(piece -> Shown.number(piece, "kg") > 0);
        unless(whole && sum == Shown.number(award, "kg"), PublicFault.PIECES, where(award));
    }

    private static String where(Field award) {
        return award.get("lot").id() + " " + award.get("supplier").id();
    }

    /** 招标 shows losing prices, 询比 does not; nobody wins and loses at once. */
    private void losing() {
        boolean tender = shown.field("profile").text().equals("TENDER");
        unless(tender == shown.showsLosing() && (tender || shown.field("profile").text().equals("INQUIRY")), PublicFault.LOSING, "profile");
        Set<String> won = new HashSet<>(shown.awards().stream().map(PublicChecker::where).toList());
        shown.losing().forEach(each -> unless(!won.contains(where(each)), PublicFault.LOSING, where(each)));
    }

    private void opened() {
        for (Field lot : shown.lots()) {
            JsonNode opened = revealed.lots.get(lot.get("id").id());
            boolean same = opened == null || List.of("minimumKg", "targetKg", "maximumKg", "mustBeServed").stream().allMatch(name -> opened.path(name).equals(lot.get(name).node()));
            unless(same, PublicFault.LOT_OPENED, lot.get("id").id());
        }
        for (Field supplier : shown.suppliers()) {
            JsonNode opened = revealed.suppliers.get(supplier.get("id").id());
            boolean same = opened == null || supplier.maybe("winner").map(winner -> winner.get("small").node().equals(opened.path("small")) && winner.has("group") == opened.has("group")).orElse(true);
            unless(same, PublicFault.OFFER_OPENED, supplier.get("id").id());
        }
        for (Field award : shown.awards()) {
            JsonNode opened = revealed.suppliers.get(award.get("supplier").id());
            unless(opened == null || OpenedOffers.agrees(opened, award), PublicFault.OFFER_OPENED, where(award));
        }
        revealed.problem.ifPresent(problem -> revealed.result.ifPresent(result -> whole(problem, result)));
    }

    private void whole(Field problem, Field result) {
        CheckReport report = AwardChecker.check(problem, result);
        BigInteger gap = report.figures().gapMilliFen();
        boolean same = OpenedOffers.agrees(shown, problem.node(), result.node())
                && shown.all().maybe("gapMilliFen").map(said -> said.whole().equals(gap)).orElse(gap == null);
        unless(report.holds() && same, PublicFault.WHOLE_OPENED, "problem, result");
    }

    private List<Unchecked> unchecked() {
        if (revealed.problem.isPresent() && revealed.result.isPresent()) return List.of();
        List<Unchecked> left = new ArrayList<>();
        boolean offers = shown.suppliers().stream().allMatch(supplier -> !supplier.has("winner") || revealed.suppliers.containsKey(supplier.get("id").id()));
        if (!offers) left.add(Unchecked.OFFERS);
        if (revealed.lots.size() < shown.lots().size()) left.add(Unchecked.LINES);
        if (shown.rules().stream().anyMatch(rule -> rule.get("kind").text().equals("EXCLUDED_PAIR"))) left.add(Unchecked.EXCLUDED_PAIRS);
        left.add(Unchecked.BOUND);
        return left;
    }
}
