package org.jucai.platform.rounds.demand;

/** Loose 散装 or in one-tonne bags 吨袋. */
public enum Packing {
    BULK, BIG_BAG
}
