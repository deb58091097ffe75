/**
 * What an award comes to in goods and money: how many kilograms of whom each line gets, and what it pays for them by the price
 * that was offered, not by the one that offers are compared with. Pure; the same award gives the same settlement in whatever order
 * its parts come.
 */
@NullMarked
@NamedInterface("settling")
package org.jucai.platform.award.settling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
