package org.jucai.platform.award.solving;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Contradictions that counting shows: too little is offered for a lot or for all, by all suppliers or by so many as a rule admits. Each is proved by few multipliers. */
final class QuickProof {

    private final Model model;
    private final Domain root;
    private final Statement statement;

    QuickProof(Model model, Domain root, Statement statement) {
        this.model = model;
        this.root = root;
        this.statement = statement;
    }

    /** Multipliers of a proof that there is no award, or null where counting shows none. */
    @Nullable Multipliers find() {
        Multipliers found = proved(ofAll(-1));
        for (int l = 0; found == null && l < model.lots; l++) if (model.must[l]) found = proved(ofLot(l, -1));
        for (int r = 0; found == null && r < model.rows.size(); r++) found = ofRow(r);
        return found;
    }

    private @Nullable Multipliers ofRow(int r) {
        Row row = model.rows.get(r);
        if (!row.countsSuppliers() && !row.countsOffers()) return null;
        boolean most = row.terms().getFirst().factor() > 0;
        if (!most) return proved(alone(r));
        if (row.countsSuppliers()) return proved(ofAll(r));
        int l = model.lotOf[row.terms().getFirst().index()];
        return model.must[l] ? proved(ofLot(l, r)) : null;
    }

    private @Nullable Multipliers proved(@Nullable Multipliers candidate) {
        return candidate != null && statement.isRay(root, candidate) ? candidate : null;
    }

    /** Fewer could be used than must: where not all lots of the row's offers may be had. */
    private @Nullable Multipliers alone(int r) {
        Row row = model.rows.get(r);
        double sum = -row.limit();
        for (Row.Term term : row.terms()) {
            boolean may = term.of() == Row.Of.BID_USED ? root.mayBePositive(term.index()) : term.of() == Row.Of.SUPPLIER_USED ? capacity(term.index(), false) > 0 : model.must[term.index()];
            if (may) sum += term.factor();
        }
        if (sum <= 0) return null;
        Multipliers one = Multipliers.none(model);
        one.row()[r] = 1;
        return one;
    }

    private @Nullable Multipliers ofLot(int l, int row) {
        long[] most = Arrays.stream(model.bidsOfLot[l]).filter(root::mayBePositive).mapToLong(b -> Math.min(root.high[b], capacity(model.supplierOf[b], false))).sorted().toArray();
        return shortOf(model.lotLow[l], most, row, new int[] {l});
    }

    private @Nullable Multipliers ofAll(int row) {
        int[] must = IntStream.range(0, model.lots).filter(l -> model.must[l]).toArray();
        long[] most = IntStream.range(0, model.suppliers).mapToLong(s -> capacity(s, true)).sorted().toArray();
        return shortOf(Arrays.stream(must).mapToLong(l -> model.lotLow[l]).sum(), most, row, must);
    }

    private long capacity(int s, boolean mustOnly) {
        long sum = 0;
        for (int b = model.firstBid[s]; b < model.firstBid[s + 1]; b++) if (root.mayBePositive(b) && (!mustOnly || model.must[model.lotOf[b]])) sum += root.high[b];
        return Math.min(sum, model.supplierHigh[s]);
    }

    /** @param most what each could give, ascending @param row that admits so many of them, or -1 */
    private @Nullable Multipliers shortOf(long need, long[] most, int row, int[] lots) {
        int admitted = row < 0 ? most.length : (int) Math.min(most.length, model.rows.get(row).limit());
        long sum = 0;
        for (int i = most.length - admitted; i < most.length; i++) sum += most[i];
        if (sum >= need) return null;
        Multipliers found = Multipliers.none(model);
        for (int l : lots) found.lot()[l] = 1;
        if (row >= 0 && admitted > 0) found.row()[row] = most[most.length - admitted];
        if (row >= 0 && admitted == 0 && most.length > 0) found.row()[row] = most[most.length - 1];
        return found;
    }
}
