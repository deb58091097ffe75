package org.jucai.platform.award.solving;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Branch and bound over total tiers, use of bids, steps and kilograms. Its tree is the certificate. */
final class Search {

    private static final int DEEPEST = 900;
    /** In milli-fen. */
    private static final double LITTLE = 1_000;

    private final Model model;
    private final Domain root;
    private final Work work;
    private final Relaxation relaxation;
    private final RowIndex index;
    private final Statement statement;
    private final Progress progress;
    private final TierSearch tiers;
    private final Improvement improvement;
    private final PriorityQueue<Node> open = new PriorityQueue<>(Comparator.comparingDouble((Node node) -> node.value).thenComparingInt(node -> -node.depth));
    private @Nullable Plan best;
    private @Nullable Node current;
    private double said = Double.NEGATIVE_INFINITY;
    private long objective = Long.MAX_VALUE;
    final Node top;

    /** Hears of each better award and bound, in milli-fen. */
    interface Progress {
        void found(long objective, double bound);
    }

    Search(Model model, Work work, Progress progress) {
        this.model = model;
        this.work = work;
        this.progress = progress;
        root = new Domain(model);
        index = new RowIndex(model);
        statement = new Statement(model, root);
        Opening opening = new Opening(model);
        top = new Node(opening.multipliers());
        relaxation = new Relaxation(model, root, opening.typicalCost(), work);
        tiers = new TierSearch(root, opening.typicalCost() * model.suppliers, work, this::consider);
        improvement = new Improvement(tiers, model.suppliers, work);
        Multipliers contradiction = root.isEmpty() ? null : new QuickProof(model, root, statement).find();
        if (contradiction != null) close(top, contradiction);
        else begin(opening);
    }

    private void begin(Opening opening) {
        open.add(top);
        if (root.isEmpty()) return;
        consider(opening.plan());
        tiers.construct();
        top.guide = relaxation.climb(root, top.guide, objective == Long.MAX_VALUE ? 1.02 * opening.typicalCost() * model.suppliers : objective);
    }

    void run() {
        while (!open.isEmpty() && !work.isOver()) {
            Node node = open.poll();
            while (node != null && !work.isOver()) {
                node = visit(node);
                improvement.go(this);
            }
            if (best != null && bound() > said) progress.found(objective, said = bound());
        }
    }

    Statement statement() {
        return statement;
    }

    /** The least that is believed of the nodes not yet closed. */
    double bound() {
        double least = current == null || current.branch != null ? Double.POSITIVE_INFINITY : current.value;
        Node next = open.peek();
        if (next != null) least = Math.min(least, next.value);
        return Math.min(least, objective);
    }

    long objective() {
        return objective;
    }

    @Nullable Plan best() {
        return best;
    }

    /** Looks at a node; the child to go on with, or null. */
    private @Nullable Node visit(Node node) {
        current = node;
        Domain domain = node.domain(root);
        if (domain.isEmpty()) return null;
        Relaxation.Bound bound = relaxation.bound(domain, node.guide, cutoff(), false);
        while (bound.missing()) {
            Relaxation.Bound ray = relaxation.bound(domain, Multipliers.none(model), Double.POSITIVE_INFINITY, true);
            if (ray.missing() && statement.isRay(domain, ray.multipliers())) return close(node, ray.multipliers());
            if (!relaxation.makeDearer()) break;
            bound = relaxation.bound(domain, node.guide, cutoff(), false);
        }
        if (bound.value() >= node.value) {
            node.guide = bound.multipliers();
            node.value = bound.value();
        }
        if (isClosed(node, domain)) return null;
        if (bound.value() >= cutoff()) bound = relaxation.bound(domain, node.guide, Double.POSITIVE_INFINITY, false);
        awardsFrom(node, bound.mix());
        if (isClosed(node, domain) || isClosedBy(relaxation.own(), node, domain)) return null;
        return divide(node, new Brancher(domain, bound.mix()));
    }

    private void awardsFrom(Node node, Mix mix) {
        if (node == top) tiers.from(mix);
        Plan rounded = Rounding.of(mix);
        if (rounded != null) consider(rounded);
    }

    private @Nullable Node close(Node node, Multipliers ray) {
        node.ray = true;
        node.guide = ray;
        return null;
    }

    private boolean isClosed(Node node, Domain domain) {
        return node.value >= cutoff() && statement.of(domain, node.guide, objective) >= objective;
    }

    /** Where little is missing the programme's own multipliers, made whole, may prove what drawn ones do not. */
    private boolean isClosedBy(Multipliers own, Node node, Domain domain) {
        if (node.value < cutoff() - LITTLE || statement.of(domain, own, objective) < objective) return false;
        node.guide = own;
        node.value = objective;
        return true;
    }

    private double cutoff() {
        return objective == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : objective - 0.9;
    }

    private @Nullable Node divide(Node node, Brancher brancher) {
        Branch branch = node.depth >= DEEPEST ? null : brancher.coarse();
        if (branch == null && node.depth < DEEPEST) branch = brancher.fine();
        if (branch == null) return null;
        node.divide(branch);
        Node first = java.util.Objects.requireNonNull(node.no);
        open.add(java.util.Objects.requireNonNull(node.yes));
        return first;
    }

    private void consider(Plan plan) {
        if (!plan.isAllowed()) return;
        new Polish(plan, index, work).run();
        long cost = plan.objective();
        if (cost >= objective || !plan.isAllowed()) return;
        objective = cost;
        best = plan.copy();
        progress.found(cost, bound());
    }
}
