package org.jucai.platform.award.solving;

import org.jspecify.annotations.Nullable;

/** A node of the search's tree, which becomes the certificate's. Until it is divided its multipliers are what proves its bound. */
final class Node {

    final @Nullable Node parent;
    private final boolean side;
    @Nullable Branch branch;
    @Nullable Node yes;
    @Nullable Node no;
    Multipliers guide;
    boolean ray;
    /** What the search believes, in milli-fen. */
    double value;
    final int depth;

    Node(Multipliers guide) {
        this.guide = guide;
        parent = null;
        side = true;
        value = Double.NEGATIVE_INFINITY;
        depth = 0;
    }

    private Node(Node parent, boolean side) {
        this.parent = parent;
        this.side = side;
        guide = parent.guide;
        value = parent.value;
        depth = parent.depth + 1;
    }

    void divide(Branch by) {
        branch = by;
        yes = new Node(this, true);
        no = new Node(this, false);
    }

    Domain domain(Domain root) {
        if (parent == null || parent.branch == null) return root;
        return parent.domain(root).with(parent.branch, side);
    }
}
