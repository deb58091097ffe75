package org.jucai.platform.award.checking;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds what a result says and leaves out to its status, and its claims to what was recomputed. */
record StatusRules(Result result, Findings findings) {

    /** What a result of each status carries. */
    void parts() {
        Result.Status status = result.status();
        part("awards", result.awards(), status.hasAwards());
        part("failedLots", result.failedLots(), status.hasAwards());
        part("objectiveMilliFen", result.objectiveMilliFen(), status.hasAwards());
        part("totalFen", result.totalFen(), status.hasAwards());
        boolean proves = status == Result.Status.OPTIMAL || status == Result.Status.INFEASIBLE;
        if (proves) part("certificate", result.certificate(), true);
        if (status == Result.Status.INFEASIBLE) part("boundMilliFen", result.boundMilliFen(), false);
        else if (result.certificate() != null) part("boundMilliFen", result.boundMilliFen(), true);
        else findings.unless(result.boundMilliFen() == null, Breach.BOUND_WITHOUT_CERTIFICATE, Map.of("claimed", String.valueOf(result.boundMilliFen())));
        if (status != Result.Status.INFEASIBLE) part("clash", result.clash(), false);
    }

    private void part(String name, @Nullable Object value, boolean wanted) {
        if (wanted) findings.unless(value != null, Breach.STATUS_LACKS, Map.of("status", result.status(), "part", name));
        else findings.unless(value == null, Breach.STATUS_FORBIDS, Map.of("status", result.status(), "part", name));
    }

    void sums(Recount recount) {
        same(Breach.WRONG_OBJECTIVE, result.objectiveMilliFen(), recount.objectiveMilliFen);
        same(Breach.WRONG_TOTAL, result.totalFen(), recount.totalFen);
    }

    private void same(Breach breach, @Nullable BigInteger claimed, BigInteger right) {
        findings.unless(claimed == null || claimed.equals(right), breach, Map.of("claimed", String.valueOf(claimed), "right", right));
    }

    void proof(TreeBound.Proof proof, @Nullable Recount recount) {
        BigInteger bound = proof.bound();
        BigInteger claimed = result.boundMilliFen();
        if (claimed != null && !proof.broken()) {
            findings.unless(bound == null || claimed.compareTo(bound) <= 0, Breach.BOUND_TOO_HIGH, Map.of("claimed", claimed, "right", String.valueOf(bound)));
        }
        if (result.status() == Result.Status.INFEASIBLE) {
            findings.unless(proof.leavesNoAward(), Breach.INFEASIBLE_NOT_PROVED, Map.of("leaves", proof.leaves(), "open", proof.leaves() - proof.closed()));
        }
        if (result.status() == Result.Status.OPTIMAL && recount != null) {
            boolean proved = recount.objectiveMilliFen.equals(bound) && recount.objectiveMilliFen.equals(claimed);
            findings.unless(proved, Breach.OPTIMAL_NOT_PROVED, Map.of("objective", recount.objectiveMilliFen, "bound", bound == null ? "-" : bound));
        }
    }

    /** What a clash may say; whether its rules clash is for the certificate to prove. */
    void clash(List<String> known) {
        Result.Clash clash = result.clash();
        if (clash == null) return;
        for (int i = 0; i < clash.rules().size(); i++) {
            String rule = clash.rules().get(i);
            findings.unless(known.contains(rule), Breach.CLASH_OF_UNKNOWN_RULE, Map.of("rule", rule));
            boolean sorted = i == 0 || clash.rules().get(i - 1).compareTo(rule) < 0;
            findings.unless(sorted, Breach.CLASH_NOT_SORTED, Map.of("rule", rule));
        }
        findings.unless(clash.irreducible() || !clash.smallest(), Breach.CLASH_SMALLEST_BUT_NOT_IRREDUCIBLE, Map.of());
    }
}
