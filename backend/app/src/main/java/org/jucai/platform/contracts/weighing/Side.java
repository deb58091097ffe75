package org.jucai.platform.contracts.weighing;

/** Where a ticket was drawn. */
public enum Side { ORIGIN, DESTINATION }
