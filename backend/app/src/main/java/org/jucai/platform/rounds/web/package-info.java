/** Rounds, demand, pool and lots by HTTP: generated interfaces on one side, desks and boards on the other. */
@NullMarked
package org.jucai.platform.rounds.web;

import org.jspecify.annotations.NullMarked;
