/**
 * What may be said of a pool without telling a competitor's demand (law 8 of the lifecycle): bands that step while
 * collecting, one hierarchy of safe cells after lock. Pure arithmetic.
 */
@NullMarked
package org.jucai.platform.rounds.disclosure;

import org.jspecify.annotations.NullMarked;
