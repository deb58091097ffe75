package org.jucai.platform.award.checking;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One inequality of a rule, as the table of the format has it: left - right, which is at most 0 where the rule holds.
 *
 * @param kind of its rule, for the words about it
 * @param name its name in a certificate
 * @param lot where it speaks of one lot, that lot
 */
record Inequality(Rule.Kind kind, String name, @Nullable Integer lot, Expression expression) {

    /** Tells left - right, times a factor, to the terms. */
    interface Expression {
        void tell(Terms terms, BigInteger times);
    }

    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    static Inequality suppliers(Rule.Suppliers rule, int suppliers) {
        Rule.Kind kind = rule.most() ? Rule.Kind.MAX_SUPPLIERS : Rule.Kind.MIN_SUPPLIERS;
        return new Inequality(kind, rule.id(), null, (terms, times) -> {
            BigInteger signed = rule.most() ? times : times.negate();
            IntStream.range(0, suppliers).forEach(supplier -> terms.supplierUsed(supplier, signed));
            terms.constant(signed.negate().multiply(BigInteger.valueOf(rule.count())));
        });
    }

    /** @param bids the lot's */
    static Inequality suppliersOfLot(Rule.SuppliersPerLot rule, int lot, String lotId, List<Integer> bids) {
        BigInteger count = BigInteger.valueOf(rule.count());
        Rule.Kind kind = rule.most() ? Rule.Kind.MAX_SUPPLIERS_PER_LOT : Rule.Kind.MIN_SUPPLIERS_PER_LOT;
        return new Inequality(kind, rule.id() + "@" + lotId, lot, (terms, times) -> {
            BigInteger signed = rule.most() ? times : times.negate();
            for (int bid : bids) terms.bidUsed(bid, signed);
            if (rule.most()) terms.constant(times.multiply(count).negate());
            else terms.served(lot, times.multiply(count));
        });
    }

    /** @param bids those in the lot whose sum is limited */
    static Inequality shareOfLot(Rule.Share rule, String name, int lot, List<Integer> bids) {
        return new Inequality(kind(rule), name, lot, (terms, times) -> {
            for (int bid : bids) terms.bidMass(bid, times.multiply(WHOLE));
            terms.lotMass(lot, times.multiply(BigInteger.valueOf(-rule.shareBp())));
        });
    }

    /** @param suppliers those whose sum is limited */
    static Inequality shareOfRound(Rule.Share rule, String name, List<Integer> suppliers) {
        return new Inequality(kind(rule), name, null, (terms, times) -> {
            for (int supplier : suppliers) terms.supplierMass(supplier, times.multiply(WHOLE));
            terms.allMass(times.multiply(BigInteger.valueOf(-rule.shareBp())));
        });
    }

    /** @param small the small suppliers */
    static Inequality smallShare(Rule.SmallShare rule, List<Integer> small) {
        return new Inequality(Rule.Kind.MIN_SMALL_SHARE, rule.id(), null, (terms, times) -> {
            terms.allMass(times.multiply(BigInteger.valueOf(rule.shareBp())));
            for (int supplier : small) terms.supplierMass(supplier, times.multiply(WHOLE).negate());
        });
    }

    private static Rule.Kind kind(Rule.Share rule) {
        return rule.ofGroup() ? Rule.Kind.MAX_GROUP_SHARE : Rule.Kind.MAX_SUPPLIER_SHARE;
    }
}
