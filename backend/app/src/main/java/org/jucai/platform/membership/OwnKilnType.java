package org.jucai.platform.membership;

/** Kilns of an enterprise's own works: 回转窑, 竖窑, 倒焰窑, 隧道窑, 梭式窑. */
public enum OwnKilnType { ROTARY, SHAFT, DOWNDRAFT, TUNNEL, SHUTTLE }
