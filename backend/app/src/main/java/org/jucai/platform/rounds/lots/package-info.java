/** Pooled orders: how lines become lots, with reasons, trucks and a digest at freeze. */
@NullMarked
package org.jucai.platform.rounds.lots;

import org.jspecify.annotations.NullMarked;
