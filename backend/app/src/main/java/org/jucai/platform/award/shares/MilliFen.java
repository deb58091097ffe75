package org.jucai.platform.award.shares;

import java.math.BigInteger;
import org.jucai.platform.kernel.Fen;

/** Thousandths of a fen, in which price times mass is a whole number. */
final class MilliFen {

    static final BigInteger PER_FEN = BigInteger.valueOf(1_000);
    private static final BigInteger HALF = BigInteger.valueOf(500);

    private MilliFen() {}

    /** Law 1: rounded half up, once. */
    static Fen halfUp(BigInteger milliFen) {
        return new Fen(milliFen.add(HALF).divide(PER_FEN).longValueExact());
    }
}
