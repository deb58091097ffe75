package org.jucai.platform.contracts.deliveries;

/**
 * An item of a supply contract, for which goods are delivered.
 *
 * @param concerned without a store
 */
public record ContractedItem(Delivery.Item of, Delivery.Agreed agreed, Concerned concerned, CallOffTerms terms) {}
