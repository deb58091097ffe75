/** What laboratories do: samples by their codes and results by versions. Nothing here knows a batch, a truck or a party of a contract. */
@NullMarked
package org.jucai.platform.inspection.laboratory;

import org.jspecify.annotations.NullMarked;
