package org.jucai.platform.contracts.deliveries;

/** The levels of a heavy-pollution alert 重污染天气预警. */
public enum AlertLevel { YELLOW, ORANGE, RED }
