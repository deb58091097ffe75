/** The demo world: synthetic parties, people and rounds of Xinmi, made through the same desks as real use. */
@NullMarked
package org.jucai.local.world;

import org.jspecify.annotations.NullMarked;
