/** What contracts ask of others: who seals a signature, whether the bank holds a member's deposit, what inspection says of delivered goods, and whether they are recalled. */
@NullMarked
@NamedInterface("spi")
package org.jucai.platform.contracts.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
