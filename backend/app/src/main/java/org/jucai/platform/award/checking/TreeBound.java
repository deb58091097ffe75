package org.jucai.platform.award.checking;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bound that a certificate proves: the smallest value of its leaves, computed as the format says and exactly. */
final class TreeBound {

    private final Problem problem;
    private final RuleBook book;
    private final Result.Certificate certificate;
    private final Findings findings;
    private final Domain domain;
    private final List<SupplierPart> suppliers;
    private final List<LotPart> lots;
    private final Asking asking;
    private @Nullable Ratio least;
    private boolean broken;
    private int leaves;
    private int closed;

    private TreeBound(Problem problem, RuleBook book, Result.Certificate certificate, Findings findings) {
        this.problem = problem;
        this.book = book;
        this.certificate = certificate;
        this.findings = findings;
        domain = new Domain(problem);
        Limits limits = new Limits(problem, book);
        suppliers = problem.suppliers().stream().map(each -> new SupplierPart(problem, limits, each, certificate.scale())).toList();
        lots = problem.lots().stream().map(each -> new LotPart(each, certificate.scale(), limits)).toList();
        asking = new Asking(problem, limits, lots);
    }

    /**
     * What a tree proves.
     *
     * @param broken it speaks of what there is not, or a ray proves nothing: no bound
     * @param least the smallest value of a leaf that may contain an award, in milli-fen; nothing where no leaf may
     * @param leaves how many
     * @param closed leaves that contain no award
     */
    record Proof(boolean broken, @Nullable Ratio least, int leaves, int closed) {

        boolean leavesNoAward() {
            return !broken && least == null;
        }

        /** Least whole milli-fen that any award costs. */
        @Nullable BigInteger bound() {
            return broken || least == null ? null : least.ceiling();
        }
    }

    static Proof of(Problem problem, RuleBook book, Result.Certificate certificate, Findings findings) {
        TreeBound bound = new TreeBound(problem, book, certificate, findings);
        bound.walk(certificate.tree());
        Ratio least = bound.least == null ? null : bound.least.dividedBy(certificate.scale());
        return new Proof(bound.broken, least, bound.leaves, bound.closed);
    }

    private void walk(Node node) {
        switch (node) {
            case Node.Leaf leaf -> leaf(leaf);
            case Node.BidSplit split -> book.bid(split.supplier(), split.lot()).ifPresentOrElse(
                    bid -> range(domain.bidLow, domain.bidHigh, bid, split),
                    () -> unknown(Breach.NO_SUCH_SPLIT, split.supplier() + ", " + split.lot()));
            case Node.TotalSplit split -> book.supplier(split.supplier()).ifPresentOrElse(
                    supplier -> range(domain.totalLow, domain.totalHigh, supplier, split),
                    () -> unknown(Breach.NO_SUCH_SPLIT, split.supplier()));
            case Node.LotSplit split -> book.lot(split.lot()).ifPresentOrElse(lot -> {
                domain.with(lot, true, () -> walk(split.yes()));
                domain.with(lot, false, () -> walk(split.no()));
            }, () -> unknown(Breach.NO_SUCH_SPLIT, split.lot()));
        }
    }

    private void range(long[] low, long[] high, int place, Node.MassSplit split) {
        Domain.atMost(high, place, split.atMostKg(), () -> walk(split.yes()));
        Domain.above(low, place, split.atMostKg(), () -> walk(split.no()));
    }

    private void unknown(Breach breach, String name) {
        broken = true;
        findings.add(breach, Map.of("name", name, "leaf", leaves + 1));
    }

    private void leaf(Node.Leaf leaf) {
        leaves++;
        Optional<Ratio> value = value(leaf, terms(leaf));
        boolean empty = value.isEmpty() || leaf.ray() && value.get().sign() > 0;
        if (empty) {
            closed++;
        } else if (leaf.ray()) {
            broken = true;
            findings.add(Breach.RAY_PROVES_NOTHING, Map.of("leaf", leaf.number(), "value", value.get().dividedBy(certificate.scale()).ceiling()));
        } else if (least == null || value.get().compareTo(least) < 0) {
            least = value.get();
        }
    }

    private LeafTerms terms(Node.Leaf leaf) {
        LeafTerms terms = new LeafTerms(problem);
        leaf.lots().forEach((name, by) -> book.lot(name).ifPresentOrElse(lot -> terms.lot(lot, by), () -> unknown(Breach.NO_SUCH_MULTIPLIER, name)));
        leaf.rules().forEach((name, by) -> {
            if (by.signum() < 0) unknown(Breach.NEGATIVE_MULTIPLIER, name);
            else book.inequality(name).ifPresentOrElse(inequality -> inequality.expression().tell(terms, by), () -> unknown(Breach.NO_SUCH_MULTIPLIER, name));
        });
        return terms;
    }

    /** The value times scale; nothing where the leaf leaves a lot or a supplier nothing. */
    private Optional<Ratio> value(Node.Leaf leaf, LeafTerms terms) {
        BigInteger whole = terms.constant();
        for (int lot = 0; lot < lots.size(); lot++) {
            Optional<BigInteger> part = lots.get(lot).least(terms.lotSlope(lot), terms.lotServed(lot), domain.served[lot], leaf.ray());
            if (part.isEmpty()) return Optional.empty();
            whole = whole.add(part.get());
        }
        Ratio sum = Ratio.whole(whole);
        for (int supplier = 0; supplier < suppliers.size(); supplier++) {
            Ask ask = asking.of(supplier, terms, domain, leaf.ray());
            Optional<Ratio> part = suppliers.get(supplier).least(ask, terms.supplierUsed(supplier));
            if (part.isEmpty()) return Optional.empty();
            sum = sum.plus(part.get());
        }
        return Optional.of(sum);
    }
}
