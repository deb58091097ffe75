package org.jucai.platform.membership;

/** How goods usually travel. */
public enum TransportMode { ROAD, RAIL }
