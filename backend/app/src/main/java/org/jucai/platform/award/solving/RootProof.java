package org.jucai.platform.award.solving;

/** The quick question whether rules contradict each other already without dividing anything. */
final class RootProof {

    private static final long PLENTY = 200_000_000;

    private RootProof() {}

    /** Already shown by counting. */
    static boolean isPlain(AwardProblem problem) {
        Model model = new Model(problem);
        Domain root = new Domain(model);
        return root.isEmpty() || new QuickProof(model, root, new Statement(model, root)).find() != null;
    }

    static boolean contradicts(AwardProblem problem) {
        Model model = new Model(problem);
        Domain root = new Domain(model);
        if (root.isEmpty()) return true;
        Work work = new Work(PLENTY, () -> false);
        Relaxation relaxation = new Relaxation(model, root, new Opening(model).typicalCost(), work);
        Relaxation.Bound ray = relaxation.bound(root, Multipliers.none(model), Double.POSITIVE_INFINITY, true);
        return ray.missing() && new Statement(model, root).isRay(root, ray.multipliers());
    }
}
