/** Rounds, demand, pool and lots by HTTP: generated interfaces on one side, desks and boards on the other. */
@NullMarked
@NamedInterface("web")
package org.jucai.platform.rounds.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
