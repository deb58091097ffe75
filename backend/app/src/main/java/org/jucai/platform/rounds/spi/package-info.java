/** What a round asks of later modules before it moves on: each answers in its own words, or the round stays where it is. */
@NullMarked
@NamedInterface("spi")
package org.jucai.platform.rounds.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
