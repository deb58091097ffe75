package org.jucai.platform.award.checking;

import java.math.BigInteger;

/**
 * What a linear expression over an award is told of: its coefficients, one after the other. In the words of the format: z(s),
 * z(s,l), y(l), T(s), q(s,l), A(l). Places are those of the problem's lists.
 */
interface Terms {

    void constant(BigInteger by);

    void supplierUsed(int supplier, BigInteger by);

    void bidUsed(int bid, BigInteger by);

    void served(int lot, BigInteger by);

    void supplierMass(int supplier, BigInteger by);

    void bidMass(int bid, BigInteger by);

    void lotMass(int lot, BigInteger by);

    /** The sum of A(l) over all lots. */
    void allMass(BigInteger by);
}
