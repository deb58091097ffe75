/** Deliveries: what is planned by truck, announced, checked at the gate, weighed, unloaded, stored and released; and the days on which nothing may be driven. */
@NullMarked
@NamedInterface("deliveries")
package org.jucai.platform.contracts.deliveries;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
