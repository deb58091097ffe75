/**
 * From committed demand lines to pooled orders (lots): who buys together, why, and what another grouping would give.
 * Pure arithmetic: no clock, no chance, no input or output; the same lines give the same lots in whatever order they come.
 */
@NullMarked
package org.jucai.platform.rounds.pooling;

import org.jspecify.annotations.NullMarked;
