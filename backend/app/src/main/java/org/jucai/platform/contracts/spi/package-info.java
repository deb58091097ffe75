/** What contracts ask of others: who seals a signature, and whether the bank holds a member's deposit. */
@NullMarked
@NamedInterface("spi")
package org.jucai.platform.contracts.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
