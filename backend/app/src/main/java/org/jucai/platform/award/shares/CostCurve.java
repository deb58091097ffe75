package org.jucai.platform.award.shares;

import java.math.BigInteger;
import java.util.List;

/** What a mass of a lot's goods costs on the lot's offers, to members that buy it together. Nothing costs nothing. */
public interface CostCurve {

    /** In milli-fen: exact, for a fen per tonne is a milli-fen per kilogram. */
    BigInteger milliFen(long kg);

    /** Mass at which the curve may bend or jump, in ascending order; straight between neighbours, from a break on to before the next. */
    List<Long> breaks();
}
