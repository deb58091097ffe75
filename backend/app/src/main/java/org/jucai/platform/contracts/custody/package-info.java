/** Where each kilogram is, whose it is and to whom it is pledged: parcels and moves, append-only. */
@NullMarked
@NamedInterface("custody")
package org.jucai.platform.contracts.custody;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
