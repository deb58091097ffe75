/** Swaps 调剂: a member passes tonnes of its share that did not arrive yet on to another member of the lot; all whose contracts are touched agree. */
@NullMarked
package org.jucai.platform.recovery.swaps;

import org.jspecify.annotations.NullMarked;
