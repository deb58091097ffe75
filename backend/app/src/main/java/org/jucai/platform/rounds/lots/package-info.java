/** Pooled orders: how lines become lots, with reasons, trucks and a digest at freeze. */
@NullMarked
@NamedInterface("lots")
package org.jucai.platform.rounds.lots;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
