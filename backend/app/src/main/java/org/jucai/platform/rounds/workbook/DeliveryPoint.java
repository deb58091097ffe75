package org.jucai.platform.rounds.workbook;

/** A yard or works of a member, by the name people write. */
public record DeliveryPoint(String id, String name) {}
