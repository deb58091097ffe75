package org.jucai.platform.award.solving;

/**
 * Divides what may be in two.
 *
 * @param index of the bid, supplier or lot
 * @param atMostKg for a bid or a supplier's total: yes is at most this, no is at least one kilogram more; for a lot, yes is served, no is failed
 */
record Branch(Of of, int index, long atMostKg) {

    /** What is divided. */
    enum Of {
        BID,
        TOTAL,
        LOT
    }

    static Branch bid(int bid, long atMostKg) {
        return new Branch(Of.BID, bid, atMostKg);
    }

    static Branch total(int supplier, long atMostKg) {
        return new Branch(Of.TOTAL, supplier, atMostKg);
    }

    static Branch lot(int lot) {
        return new Branch(Of.LOT, lot, 0);
    }
}
