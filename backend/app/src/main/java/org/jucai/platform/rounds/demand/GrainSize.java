package org.jucai.platform.rounds.demand;

/** Granulometry 粒度. */
public enum GrainSize {
    LUMP, MM_0_1, MM_1_3, MM_3_5, MM_5_8, MESH_200
}
