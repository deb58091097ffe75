package org.jucai.platform.rounds.demand;

/** The kiln a material was fired in: 回转窑, 竖窑, 倒焰窑. */
public enum KilnType {
    ROTARY, SHAFT, DOWNDRAFT
}
