package org.jucai.platform.award.checking;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Checks an award result against its problem: every rule, tier, step, price, sum and the certificate's bound, by
 * {@code award-format.md}. Nothing in the result is believed.
 */
public final class AwardChecker {

    private static final String BUNDLE = "jucai-award-bundle/1";

    private final Problem problem;
    private final Result result;
    private final Findings findings = new Findings();
    private final RuleBook book;

    private AwardChecker(Problem problem, Result result) {
        this.problem = problem;
        this.result = result;
        book = new RuleBook(problem, problem.rules());
    }

    /** @throws UnreadableException where one of the documents is not what its format says */
    public static CheckReport check(byte[] problem, byte[] result) {
        return check(Documents.read(problem, "problem"), Documents.read(result, "result"));
    }

    /** @throws UnreadableException where it is not a bundle of a problem and a result */
    public static CheckReport checkBundle(byte[] bundle) {
        Field document = Documents.read(bundle, "bundle").object(Set.of("format", "problem", "result"), Set.of());
        document.get("format").format(BUNDLE);
        return check(document.get("problem"), document.get("result"));
    }

    static CheckReport check(Field problem, Field result) {
        return new AwardChecker(ProblemReader.read(problem), ResultReader.read(result)).report();
    }

    private CheckReport report() {
        boolean same = problem.digest().equals(result.problemSha256());
        findings.unless(same, Breach.DIGEST_DIFFERS, Map.of("claimed", result.problemSha256(), "right", problem.digest()));
        StatusRules status = new StatusRules(result, findings);
        status.parts();
        Recount recount = result.awards() == null ? null : award(result.awards(), status);
        Result.Certificate certificate = result.certificate();
        TreeBound.Proof proof = certificate == null ? null : TreeBound.of(problem, book, certificate, findings);
        if (proof != null) status.proof(proof, recount);
        status.clash(problem.rules().stream().map(Rule::id).toList());
        return new CheckReport(findings.all(), figures(recount, proof));
    }

    private Recount award(List<Result.Award> awards, StatusRules status) {
        Recount recount = Recount.of(problem, book, awards);
        List<String> failed = result.failedLots() == null ? List.of() : result.failedLots();
        new AwardRules(problem, book, recount, findings).check(awards, failed);
        new PriceRules(problem, book, recount, findings).check(awards);
        status.sums(recount);
        return recount;
    }

    private Figures figures(@Nullable Recount recount, TreeBound.@Nullable Proof proof) {
        int lots = problem.lots().size();
        int served = recount == null ? 0 : (int) IntStream.range(0, lots).filter(recount::served).count();
        int suppliers = recount == null ? 0 : (int) IntStream.range(0, problem.suppliers().size()).filter(each -> recount.supplierKg[each] > 0).count();
        return new Figures(problem.digest(), result.status().name(), result.exploratory(),
                recount == null ? null : recount.objectiveMilliFen, recount == null ? null : recount.totalFen,
                proof == null ? null : proof.bound(), served, recount == null ? 0 : lots - served, suppliers,
                proof == null ? 0 : proof.leaves(), proof == null ? 0 : proof.closed(), clashProved());
    }

    /** The certificate read with the clash's rules alone. */
    private @Nullable Boolean clashProved() {
        Result.Clash clash = result.clash();
        Result.Certificate certificate = result.certificate();
        if (clash == null) return null;
        if (certificate == null) return false;
        RuleBook alone = new RuleBook(problem, problem.rules().stream().filter(rule -> clash.rules().contains(rule.id())).toList());
        return TreeBound.of(problem, alone, certificate, new Findings()).leavesNoAward();
    }
}
