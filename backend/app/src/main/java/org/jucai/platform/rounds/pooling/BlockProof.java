package org.jucai.platform.rounds.pooling;

import org.jucai.platform.kernel.Kilograms;

/**
 * How good the grouping of one block is. Blocks are the independent parts of the problem: no line of one could share a
 * lot with a line of another.
 *
 * @param lines how many lines it has
 * @param leftover target mass of its lines in lots below viable
 * @param bound no grouping of the block leaves less than this
 * @param proof what is known of the leftover
 * @param everyAim whether the number of lots and the preferences are proven best too
 */
public record BlockProof(
        String size, String packing, String zone, int lines, Kilograms leftover, Kilograms bound, Proof proof, boolean everyAim) {

    /** What is known of the leftover. */
    public enum Proof { PROVEN_MINIMUM, BEST_FOUND }
}
