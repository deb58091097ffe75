/** The pool: exact for the secretariat, in bands and cells that hide every member for everybody else. */
@NullMarked
@NamedInterface("pool")
package org.jucai.platform.rounds.pool;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
