package org.jucai.platform.formulas.clause;

import java.util.List;

/** What a band does. */
public sealed interface Effect {

    /** The price stays as it is; said so that no band is left out by oversight. */
    record Nothing() implements Effect {}

    /** The same for each reading of the band; what takes away is negative. */
    record Fixed(Of of, Ratio value) implements Effect {}

    /** Growing with the distance from a reference. */
    record Stepped(Steps steps) implements Effect {}

    /** The goods are kept and nothing is paid. */
    record Unpaid() implements Effect {}

    /**
     * The buyer may refuse the goods.
     *
     * @param concession what holds where it takes them all the same 让步接收; empty where the formula has no terms for that
     */
    record Refuse(List<Effect> concession) implements Effect {
        public Refuse {
            concession = List.copyOf(concession);
        }
    }
}
