package org.jucai.platform.award.checking;

import java.math.BigInteger;
import java.util.Map;

/** A certificate is a tree of these. */
sealed interface Node {

    /**
     * @param number leaves are counted from 1 in the order of the document, yes before no
     * @param ray costs count as zero
     */
    record Leaf(int number, boolean ray, Map<String, BigInteger> lots, Map<String, BigInteger> rules) implements Node {}

    /** Yes: a mass is at most this; no: it is at least a kilogram more. */
    sealed interface MassSplit extends Node {

        long atMostKg();

        Node yes();

        Node no();
    }

    record BidSplit(String supplier, String lot, long atMostKg, Node yes, Node no) implements MassSplit {}

    record TotalSplit(String supplier, long atMostKg, Node yes, Node no) implements MassSplit {}

    /** Yes: served; no: failed. */
    record LotSplit(String lot, Node yes, Node no) implements Node {}
}
