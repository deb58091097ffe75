package org.jucai.platform.catalogue;

import java.util.UUID;

/**
 * An entry of the price index in one of its versions.
 *
 * @param id the same in all versions
 * @param version the highest is in force
 */
public record PriceEntry(UUID id, long version, ObservedPrice price) {}
